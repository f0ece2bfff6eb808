package cleanse

import (
	"strings"
	"testing"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/steptest"
)

// TestAnyTable runs the suite over tables that hold little or other things.
func TestAnyTable(t *testing.T) {
	for name, fixture := range map[string]string{
		"a hashed list":  `CREATE TABLE t AS SELECT 'robinson' AS source, 'f' AS source_file, CAST(1 AS BIGINT) AS source_row, 'ab12' AS sha256_email, 'phone' AS kind, '601 123 456' AS phone`,
		"returned mail":  `CREATE TABLE t AS SELECT 'pl' AS source, 'f' AS source_file, CAST(n AS BIGINT) AS source_row, 'K1' AS piece_id, a AS new_address FROM (VALUES (1, 'ul. Lipowa 3' || chr(10) || '61-001 Poznań'), (2, NULL)) AS v(n, a)`,
		"no rows":        `CREATE TABLE t AS SELECT 'crm' AS source, 'f' AS source_file, CAST(1 AS BIGINT) AS source_row, 'x' AS email, CAST(1.5 AS DECIMAL(18,2)) AS amount WHERE FALSE`,
		"no file or row": `CREATE TABLE t AS SELECT 'Ewa Lis' AS name, TRUE AS vip, 1.5::DOUBLE AS score`,
	} {
		t.Run(name, func(t *testing.T) {
			spec := Spec()
			spec.Fixture, spec.Example = fixture, "- cleanse: made\n  from: t\n  keep_invalid: [email]\n"
			steptest.Run(t, spec)
		})
	}
}

// TestNewAddress reads the address on a return label.
func TestNewAddress(t *testing.T) {
	spec := Spec()
	spec.Fixture = `CREATE TABLE t AS SELECT CAST(1 AS BIGINT) AS source_row, 'ul. Lipowa 3 m. 4' || chr(10) || '61001 Poznań' AS new_address`
	spec.Example = "- cleanse: made\n  from: t\n  address_style: m\n  street_prefix: drop\n"
	b := steptest.Execute(t, spec, steptest.Options{})
	got := b.Dump(t, "made", "new_street", "new_house_number", "new_unit", "new_postcode", "new_city", "new_address_line", "new_address_complete", "cleanse_codes")
	want := "Lipowa|3|4|61-001|Poznań|Lipowa 3 m. 4|true|new_postcode:hyphen_added"
	if !strings.Contains(got, want) {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestPlanProblems(t *testing.T) {
	vip := &pipelines.Table{Name: "a", Columns: []pipelines.Column{text("email", "x"), {Name: "vip", Type: "BOOLEAN", Meaning: "x"}}}
	day := &pipelines.Table{Name: "b", Columns: []pipelines.Column{text("email", "x"), {Name: "vip", Type: "DATE", Meaning: "x"}}}
	other := &pipelines.Table{Name: "c", Columns: []pipelines.Column{text("color", "x")}}
	odd := &pipelines.Table{Name: "d", Columns: []pipelines.Column{text("email", "x"), {Name: "tags", Type: "VARCHAR[]", Meaning: "x"}}}
	cleansed := &pipelines.Table{Name: "e"}
	for _, c := range []string{"address_key", "country", "postcode", "house_number", "street", "city"} {
		cleansed.Columns = append(cleansed.Columns, text(c, "x"))
	}
	tests := []struct{ yaml, want string }{
		{"from: [a, b]", "the column vip is DATE in b but BOOLEAN in a table before it"},
		{"from: [a, a]", "the table a is listed twice"},
		{"from: c", "there is nothing to cleanse"},
		{"from: d", "the column tags has the type VARCHAR[]"},
		{"from: {people: a}", "cleanse reads a table or a list of tables"},
		{"from: a\n  country: Polska", `"Polska" is not an ISO country code`},
		{"from: a\n  address_style: x", "address_style"},
		{"from: a\n  repair_streets: guess", "repair_streets"},
		{"from: a\n  spelling_from: a", "the table a is listed twice"},
		{"from: a\n  spelling_votes: c\n  spelling_from: c", "the table c is listed twice"},
		{"from: a\n  spelling_from: c", "the table c has no column address_key"},
		{"from: a\n  spelling_from: {people: c}", "a table or a list of tables"},
		{"from: a\n  spelling_from: [e]\n  phone_countries: [US, GB]", ""},
		{"from: a\n  phone_countries: [FR]", "phone_countries"},
		{"from: a", ""},
	}
	for _, tt := range tests {
		var p config.Problems
		body := config.Parse("test.yaml", []byte("- cleanse: made\n  "+tt.yaml+"\n"), &p)
		entry, _ := config.EntryOf(body.Items()[0], &p)
		options := &Options{}
		config.Decode(entry.Body, options, &p)
		s, more := newStep(entry, options, pipelines.Setting{Project: &config.Project{Settings: config.Settings{Country: "PL"}}})
		p = append(p, more...)
		_, more = s.Plan(map[string]*pipelines.Table{"a": vip, "b": day, "c": other, "d": odd, "e": cleansed})
		p = append(p, more...)
		if got := p.Error(); tt.want == "" && len(p) > 0 || !strings.Contains(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.yaml, got, tt.want)
		}
	}
}

func TestWider(t *testing.T) {
	for in, want := range map[[2]string]string{
		{"DATE", "TIMESTAMP"}: "TIMESTAMP", {"BIGINT", "INTEGER"}: "BIGINT", {"INTEGER", "DOUBLE"}: "DOUBLE", {"VARCHAR", "VARCHAR"}: "VARCHAR",
		{"DECIMAL(18,2)", "DECIMAL(10,4)"}: "DECIMAL(18,4)", {"DATE", "VARCHAR"}: "", {"BOOLEAN", "INTEGER"}: "",
	} {
		if got, _ := wider(in[0], in[1]); got != want {
			t.Errorf("%v: got %q, want %q", in, got, want)
		}
	}
}
