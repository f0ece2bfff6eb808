package cleanse

import (
	"strings"
	"testing"

	"kartoteka/pipelines/steptest"
)

// TestPhoneCountries guesses the country of numbers that are none in the default one.
func TestPhoneCountries(t *testing.T) {
	spec := Spec()
	spec.Fixture = `CREATE TABLE t AS SELECT CAST(n AS BIGINT) AS source_row, phone, currency, street, postcode, city, country FROM (VALUES
    (1, '5027796804', NULL, NULL, NULL, NULL, NULL),
    (2, '0171 1234567', 'PLN', NULL, NULL, NULL, NULL),
    (3, '07911 123456', 'GBP', NULL, NULL, NULL, NULL),
    (4, '5027796804', 'PLN', NULL, NULL, NULL, NULL),
    (5, '2994025923', 'USD', NULL, NULL, NULL, NULL),
    (6, '2994025923', NULL, NULL, NULL, NULL, NULL),
    (7, '601123456', 'USD', NULL, NULL, NULL, NULL),
    (8, '5027796804', NULL, 'Lipowa 3', '61-001', 'Poznań', NULL),
    (9, '01711234567', NULL, 'Gartnstr. 3', '20359', 'Hamburg', NULL),
    (10, '5027796804', NULL, NULL, NULL, NULL, 'PL'),
    (11, 'brak', 'USD', NULL, NULL, NULL, NULL)) AS v(n, phone, currency, street, postcode, city, country)`
	for options, want := range map[string]string{
		"": `source_row|phone|phone_status
10|∅|invalid
11|∅|placeholder
1|+15027796804|ok
2|+491711234567|ok
3|+447911123456|ok
4|∅|invalid
5|+12994025923|invalid
6|∅|invalid
7|+48601123456|ok
8|∅|invalid
9|+491711234567|ok
`,
		"  phone_countries: []\n":   "1|∅|invalid\n",
		"  phone_countries: [GB]\n": "1|∅|invalid\n2|∅|invalid\n3|+447911123456|ok\n",
	} {
		spec.Example = "- cleanse: made\n  from: t\n" + options
		b := steptest.Execute(t, spec, steptest.Options{})
		if got := b.Dump(t, "made", "source_row", "phone", "phone_status"); !strings.Contains(got, want) {
			t.Errorf("%q: got\n%s\nwant\n%s", options, got, want)
		}
		if codes := b.Dump(t, "made", "source_row", "cleanse_codes"); options == "" && strings.Count(codes, "phone:country_guessed") != 4 {
			t.Errorf("codes are %s", codes)
		}
	}
}
