package cleanse

import (
	"context"
	"strings"
	"testing"

	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/steptest"
)

// standard are the standard forms that cleansing makes, which cleansing again must
// not change.
const standard = `CREATE TABLE again AS SELECT source_row, prefix, given_name, middle_name, family_name, name_suffix, company, gender,
    address_line AS street, dependent_locality, postcode, city, region, country, email, phone, birth_date FROM people`

func propertyRows() string { return strings.ReplaceAll(contacts, "{rows}", "2000") }

// TestStandardFormsStay: what one run writes in standard form the next one reads as
// it is.
func TestStandardFormsStay(t *testing.T) {
	spec := Spec()
	spec.Fixture, spec.Example, spec.Files = propertyRows(), "- cleanse: people\n  from: crm\n", nil
	columns := []string{"source_row", "given_name", "middle_name", "family_name", "company", "gender", "street", "street_suffix", "predir", "house_number", "unit", "postcode", "city",
		"region", "country", "address_line", "address_key", "email", "email_key", "phone", "phone_type", "birth_date"}
	first := steptest.Execute(t, spec, steptest.Options{})
	want := first.Dump(t, "people", columns...)
	if err := first.DB.Exec(context.Background(), standard); err != nil {
		t.Fatal(err)
	}
	spec.Fixture, spec.Example = rowsOf(t, first), "- cleanse: people\n  from: again\n"
	second := steptest.Execute(t, spec, steptest.Options{})
	if got := second.Dump(t, "people", columns...); got != want {
		t.Errorf("cleansing again changes something:\n%s", steptest.Diff(want, got))
	}
	for _, r := range second.Accounts[0].Reasons {
		if strings.HasSuffix(r.Reason, "corrected") || strings.HasSuffix(r.Reason, "repaired") || strings.HasSuffix(r.Reason, "changed") {
			t.Errorf("cleansing again: %s in %d rows", r.Reason, r.Rows)
		}
	}
}

// rowsOf gives the statement that makes the table again of another database.
func rowsOf(t *testing.T, b *steptest.Bench) string {
	t.Helper()
	columns, err := b.DB.Describe(context.Background(), "SELECT * FROM again")
	if err != nil {
		t.Fatal(err)
	}
	var names, quoted []string
	for _, c := range columns {
		names = append(names, c.Name)
		quoted = append(quoted, "COALESCE('''' || replace(CAST("+duck.Ident(c.Name)+" AS VARCHAR), '''', '''''') || '''', 'NULL')")
	}
	var rows []string
	err = b.DB.Rows(context.Background(), "SELECT '(' || concat_ws(', ', "+strings.Join(quoted, ", ")+") || ')' FROM again", func(scan func(...any) error) error {
		var row string
		err := scan(&row)
		rows = append(rows, row)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return "CREATE TABLE again AS SELECT * REPLACE (CAST(source_row AS BIGINT) AS source_row, CAST(birth_date AS DATE) AS birth_date) FROM (VALUES " +
		strings.Join(rows, ", ") + ") AS v(" + strings.Join(names, ", ") + ")"
}

// TestThreadsAndOrder: the rows of the table, in their order, are the same for any
// number of threads and any order of the input.
func TestThreadsAndOrder(t *testing.T) {
	spec := Spec()
	spec.Fixture, spec.Example, spec.Files = propertyRows(), "- cleanse: people\n  from: crm\n  summary: people_codes\n", nil
	want := ""
	for _, o := range []steptest.Options{{Threads: 1}, {Threads: 2}, {Threads: 4}, {Threads: 1, Shuffle: true}, {Threads: 4, Shuffle: true}} {
		b := steptest.Execute(t, spec, o)
		got := inOrder(t, b, "people") + b.Dump(t, "people_codes")
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("%+v: another table:\n%s", o, steptest.Diff(want, got))
		}
	}
}

// inOrder prints a table as it lies there.
func inOrder(t *testing.T, b *steptest.Bench, table string) string {
	t.Helper()
	var lines []string
	err := b.DB.Rows(context.Background(), "SELECT CAST(t AS VARCHAR) FROM "+duck.Ident(table)+" AS t", func(scan func(...any) error) error {
		var line string
		err := scan(&line)
		lines = append(lines, line)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(lines, "\n") + "\n"
}
