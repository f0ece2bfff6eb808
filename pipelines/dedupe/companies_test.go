package dedupe

import (
	"context"
	"maps"
	"testing"

	"kartoteka/pipelines/steptest"
)

// firmRows are a firm, two of its people, one at home who writes from its domain,
// somebody of a namesake firm elsewhere, and two with a common domain.
const firmRows = `CREATE TABLE people AS
SELECT CAST(source AS VARCHAR) AS source, CAST(key AS VARCHAR) AS source_key, CAST(kind AS VARCHAR) AS kind, CAST(given AS VARCHAR) AS given_name,
    CAST(family AS VARCHAR) AS family_name, CAST(company AS VARCHAR) AS company, CAST(email AS VARCHAR) AS email, CAST(address AS VARCHAR) AS address_key
FROM (VALUES
    ('crm', 'F1', 'company', NULL, NULL, 'Młyn Wrzos sp. z o.o.', 'biuro@mlyn-wrzos.example', 'PL|80-001|rynek|1|'),
    ('crm', 'P1', 'person', 'Ewa', 'Topaz', 'MLYN WRZOS', NULL, 'PL|80-001|rynek|1|4'),
    ('crm', 'P2', 'person', 'Jan', 'Kwarc', 'Młyn Wrzos Sp. z o. o.', 'jan@mlyn-wrzos.example', 'PL|80-002|polna|7|'),
    ('web', 'X1', 'person', 'Zenon', 'Lipiec', 'Młyn Wrzos', 'mlyn@poczta.example', 'PL|30-001|cicha|2|'),
    ('web', 'X2', 'person', 'Anna', 'Olcha', 'Kwiaty Olcha', 'anna@poczta.example', NULL),
    ('web', 'X3', 'person', 'Piotr', 'Granat', NULL, 'piotr@poczta.example', NULL)
) AS rows (source, key, kind, given, family, company, email, address);
`

func companiesOf(t *testing.T, b *steptest.Bench) map[string]string {
	t.Helper()
	out := map[string]string{}
	const query = "SELECT s.source_key, c.company_id || ' ' || c.kind || ' ' || c.company FROM contact_companies AS c JOIN contact_sources AS s ON s.contact_id = c.contact_id"
	err := b.DB.Rows(context.Background(), query, func(scan func(...any) error) error {
		var key, company string
		err := scan(&key, &company)
		out[key] = company
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestCompanies(t *testing.T) {
	spec := Spec()
	spec.Fixture = firmRows
	o := steptest.Options{YAML: "- dedupe: contacts\n  from: people\n"}
	got := companiesOf(t, steptest.Execute(t, spec, o))
	id := func(key string) string { return got[key][:min(11, len(got[key]))] }
	if id("F1") == "" || id("F1") != id("P1") || id("F1") != id("P2") {
		t.Errorf("the firm and its people are not one company: %v", got)
	}
	if id("X1") == id("F1") || id("X2") == id("X1") || got["X3"] != "" {
		t.Errorf("contacts of other firms or of none were joined: %v", got)
	}
	if want := id("F1") + " person Młyn Wrzos sp. z o.o."; got["P1"] != want {
		t.Errorf("the contact person has %q, want %q", got["P1"], want)
	}
	o.Shuffle = true
	if again := companiesOf(t, steptest.Execute(t, spec, o)); !maps.Equal(got, again) {
		t.Error("the order of rows changes companies")
	}
}
