package cleanse

import (
	"strings"
	"testing"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/steptest"
)

const ruleRows = `CREATE TABLE a AS SELECT CAST(n AS BIGINT) AS source_row, name, street, postcode, city, email, phone, CAST(born AS DATE) AS birth_date FROM (VALUES
    (1, 'hm. Casey Reed', 'ul. 22 Lipca 5/2', '62-200', 'Gniezno', 'ewa@firmalis.pl', '600 700 800', '1970-07-07'),
    (2, 'Jagna Olech', '22 Lipca 5', '61-001', 'Pozn.', 'hurtownia@lis.pl', '171 1234567', '1980-02-29'),
    (3, 'odbiorca paragonu', 'odbiór osobisty', NULL, NULL, 'ewa@zapomnij.pl', '601 123 456', NULL),
    (4, 'ZDUNEX JAN', 'os. Lipowe 3 lokum 7', '61-001', 'Poznań', NULL, '0171 1234567', NULL)) AS v(n, name, street, postcode, city, email, phone, born);
CREATE TABLE b AS SELECT * FROM a WHERE source_row IN (1, 3)`

// made runs the step over the rows of the rules.
func made(t *testing.T, options string, columns ...string) string {
	t.Helper()
	spec := Spec()
	spec.Fixture, spec.Example = ruleRows, "- cleanse: made\n  from: [a, b]\n"+options
	return steptest.Execute(t, spec, steptest.Options{}).Dump(t, "made", append([]string{"source_order", "source_row"}, columns...)...)
}

func TestRules(t *testing.T) {
	for _, tt := range []struct {
		options string
		columns string
		want    []string
	}{
		{"  street_aliases: [{from: ul. 22 Lipca, to: ul. Lipowa, city: Gniezno}]\n", "street address_line address_key cleanse_codes",
			[]string{"1|1|Lipowa|ul. Lipowa 5/2|PL|62200|lipowa|5|2|", "street:alias_replaced", "1|2|22 Lipca|"}},
		{"  abbreviations: {Pozn.: Poznań}\n", "city", []string{"1|2|Poznań"}},
		{"  abbreviations: {lokum: {means: m., country: PL}}\n", "house_number unit", []string{"1|4|3|7"}},
		{"  titles: [{text: hm., gender: m}]\n", "prefix given_name gender", []string{"1|1|hm.|Casey|m"}},
		{"  given_names: [{text: Zdunex, gender: f}]\n", "given_name", []string{"1|4|"}},
		{"  company_words: [zdunex]\n", "kind company", []string{"1|4|company|ZDUNEX JAN"}},
		{"  salutation: {}\n", "salutation", []string{"1|4|Szanowny Panie Janie,", "1|1|Szanowni Państwo,"}},
		{"  salutation: {language: en, given_name: false}\n", "salutation", []string{"1|4|Dear Mr"}},
		{"  domain_corrections: {firmalis.pl: firma-lis.pl}\n  role_mailboxes: [hurtownia]\n  disposable_domains: [zapomnij.pl]\n", "email email_status",
			[]string{"1|1|ewa@firma-lis.pl|ok", "1|2|hurtownia@lis.pl|role", "1|3|ewa@zapomnij.pl|disposable"}},
		{"  fields: {phone: {empty: [600700800, 600 700 800]}, name: {empty: [odbiorca paragonu]}, address: {empty: [odbiór osobisty]}}\n", "phone phone_status kind address_status",
			[]string{"1|1|∅|placeholder|person|", "1|3|+48601123456|ok|unknown|placeholder"}},
		{"  tables: {b: {fields: {name: {empty: [odbiorca paragonu]}}}}\n", "kind", []string{"1|3|person", "2|3|unknown"}},
		{"  fields: {phone: {country: DE}}\n", "phone", []string{"1|4|+491711234567", "1|2|+491711234567"}},
		{"  fields: {email: off, phone: off, name: off, birth_date: off}\n", "name email phone birth_date address_line",
			[]string{"1|1|hm. Casey Reed|ewa@firmalis.pl|600 700 800|1970-07-07|ul. 22 Lipca 5/2", "1|3|odbiorca paragonu|"}},
		{"  casing: upper\n", "family_name street city address_line address_key", []string{"1|1|REED|22 LIPCA|GNIEZNO|UL. 22 LIPCA 5/2|PL|62200|22lipca|5|2"}},
	} {
		got := made(t, tt.options, strings.Fields(tt.columns)...)
		for _, want := range tt.want {
			if !strings.Contains(got, want) {
				t.Errorf("%sgot\n%swant %s", tt.options, got, want)
			}
		}
	}
}

// TestRuleProblems: every mistake has its place.
func TestRuleProblems(t *testing.T) {
	for _, tt := range []struct{ yaml, want string }{
		{"abbreviations: {os: ''}", "test.yaml:3:19: [0].abbreviations.os: this abbreviation cannot be used; expansion is missing"},
		{"abbreviations: {dwa słowa: x}", "test.yaml:3:19: [0].abbreviations.dwa słowa: this abbreviation cannot be used; word is one word"},
		{"abbreviations: {NH: {mean: x}}", "unknown key mean; did you mean means?"},
		{"street_aliases: [{from: ul. Lipowa}]", "test.yaml:3:20: [0].street_aliases[0]: the key to is missing"},
		{"street_aliases: [{from: ul. Lipowa, too: x}]", "did you mean to?"},
		{"street_aliases: [{from: A, to: B, country: Narnia}]", "test.yaml:3:27: [0].street_aliases[0].from: this alias cannot be used; country is not known"},
		{"titles: [dh., {text: hm., gender: x}]", `test.yaml:3:37: [0].titles[1].gender: "x" is not one of f, m`},
		{"titles: [dwa słowa]", "test.yaml:3:12: [0].titles[0]: the word \"dwa słowa\" cannot be used; write one word"},
		{"company_words: [{text: zdunex, gender: f}]", "a word of this list has no gender"},
		{"domain_corrections: {ewa: wp.pl}", "a domain has a point"},
		{"fields: {email: {country: DE}}", "the country decides nothing"},
		{"fields: {fax: off}", "unknown key fax"},
		{"fields: {email: of}", `"of" is not an option of a field; write off`},
		{"fields: {phone: {country: Niemcy}}", `test.yaml:3:29: [0].fields.phone.country: "Niemcy" is not an ISO country code`},
		{"tables: {weshop: {country: US}}", "test.yaml:3:12: [0].tables.weshop: the table weshop is not among from:; did you mean webshop?"},
		{"tables: {webshop: {fields: {email: off}}}", "off holds for all tables of a step"},
		{"street_alias: []", "unknown key street_alias; did you mean street_aliases?"},
		{"summary: [x]", "expected a single value"},
		{"casing: lower", `"lower" is not one of standard, upper`},
	} {
		if got := problems(t, "", tt.yaml).Error(); !strings.Contains(got, tt.want) {
			t.Errorf("%s:\ngot  %s\nwant %s", tt.yaml, got, tt.want)
		}
	}
	if got := problems(t, "titles: [dwa słowa]\naliases: []", "casing: upper").Error(); !strings.Contains(got, "project.yaml:1:10: ") || !strings.Contains(got, "unknown key aliases") {
		t.Errorf("rules of the project: %s", got)
	}
	if got := problems(t, "titles: [hm.]", "titles: [dh.]"); len(got) > 0 {
		t.Errorf("both are right: %v", got)
	}
}

// problems decodes a step, with rules of the project when there are some.
func problems(t *testing.T, project, yaml string) config.Problems {
	t.Helper()
	var p config.Problems
	settings := config.Settings{Country: "PL"}
	if project != "" {
		settings.Cleanse = config.Parse("project.yaml", []byte(project), &p)
	}
	body := config.Parse("test.yaml", []byte("- cleanse: made\n  from: [crm, webshop]\n  "+yaml+"\n"), &p)
	entry, _ := config.EntryOf(body.Items()[0], &p)
	options := &Options{}
	config.Decode(entry.Body, options, &p)
	newStep(entry, options, pipelines.Setting{Project: &config.Project{Settings: settings}})
	_, more := newStep(entry, options, pipelines.Setting{Project: &config.Project{Settings: settings}})
	return append(p, more...).Sorted()
}

// TestProjectRules: rules under cleanse: of the project hold for every cleanse step.
func TestProjectRules(t *testing.T) {
	spec := Spec()
	spec.Fixture, spec.Example = ruleRows, "- cleanse: made\n  from: a\n"
	spec.Files = map[string]string{"kartoteka.yaml": "project: conformance\ncountry: PL\ncleanse:\n  street_aliases:\n    - {from: 22 Lipca, to: Lipowa}\n"}
	got := steptest.Execute(t, spec, steptest.Options{}).Dump(t, "made", "source_row", "street")
	if !strings.Contains(got, "1|Lipowa\n2|Lipowa\n") {
		t.Errorf("got\n%s", got)
	}
}

// TestSummary counts codes by table and says what they mean.
func TestSummary(t *testing.T) {
	spec := Spec()
	spec.Fixture, spec.Example = ruleRows, "- cleanse: made\n  from: [a, b]\n  summary: made_codes\n  street_aliases: [{from: 22 Lipca, to: Lipowa}]\n"
	got := steptest.Execute(t, spec, steptest.Options{}).Dump(t, "made_codes", "source", "field", "code", "rows", "share", "kind", "meaning")
	for _, want := range []string{
		"a|street|alias_replaced|2|0.5|changed|the street has another name by now, as the user says\n",
		"b|street|alias_replaced|1|0.5|changed|",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if strings.Contains(got, "Casey") || strings.Contains(got, "|∅|") {
		t.Errorf("a person, or a code without meaning:\n%s", got)
	}
}
