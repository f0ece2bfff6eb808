package cleanse

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"kartoteka/pipelines"
	"kartoteka/pipelines/steptest"
)

// streets are rows of an extract step; the key is "street|postcode|city" and the
// number of rows.
func streets(table string, rows ...string) string {
	var values []string
	for i, r := range rows {
		f := strings.Split(r, "|")
		values = append(values, fmt.Sprintf("(%d, '%s', '%s', '%s')", i+1, f[0], f[1], f[2]))
	}
	return "CREATE TABLE " + table + " AS SELECT '" + table + "' AS source, CAST(n AS BIGINT) AS source_row, street, postcode, city FROM (VALUES " +
		strings.Join(values, ", ") + ") AS v(n, street, postcode, city)"
}

func TestRepairStreets(t *testing.T) {
	spec := Spec()
	spec.Fixture = streets("t",
		"ul. Wiązowa 5/2|62-200|Gniezno", "Wiazowa 5 m. 2|62-200|Gniezno", "ul. Wiąozwa 5/2|62200|Gniezno", "Olszowa 5/2|62-200|Gniezno",
		"ul. Wiąozwa 7|62-200|Gniezno", "Golnce 12|62-230|Witkowo", "Golnice 12|62-230|Witkowo", "12|62-230|Golnice")
	spec.Example = "- cleanse: made\n  from: t\n"
	b := steptest.Execute(t, spec, steptest.Options{})
	got := b.Dump(t, "made", "source_row", "street", "address_line", "address_key", "address_status", "cleanse_codes")
	for _, want := range []string{
		"3|Wiązowa|ul. Wiązowa 5/2|PL|62200|wiazowa|5|2|changed|postcode:hyphen_added postcode:unknown street:spelling_repaired",
		"4|Olszowa|Olszowa 5/2|", "5|Wiąozwa|ul. Wiąozwa 7|", "|Golnice 12|PL|62230|golnice|12||",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if strings.Contains(got, "golnce") {
		t.Errorf("the village was not repaired:\n%s", got)
	}
	repaired := int64(0)
	for _, r := range b.Accounts[0].Reasons {
		if r.Reason == "street:spelling_repaired" {
			repaired = r.Rows
		}
	}
	if repaired != 2 {
		t.Errorf("%d rows repaired", repaired)
	}
	spec.Example += "  repair_streets: off\n"
	if got := steptest.Execute(t, spec, steptest.Options{}).Dump(t, "made", "street"); !strings.Contains(got, "Golnce") {
		t.Errorf("repaired although off: %s", got)
	}
	steptest.Run(t, spec)
}

// TestRepairIsDeterministic: rows in any order, on one thread or several.
func TestRepairIsDeterministic(t *testing.T) {
	names := []string{"Wiązowa", "Wiazowa", "Wiąozwa", "Wiazzowa", "Zacisze", "Zaciszze", "Zacsze", "Polna", "Rolna"}
	var rows []string
	for i := range 3000 {
		rows = append(rows, fmt.Sprintf("ul. %s %d|62-2%02d|Gniezno", names[(i*i+i/7)%len(names)], i%11, i%17))
	}
	spec := Spec()
	spec.Fixture = streets("t", rows...)
	spec.Example = "- cleanse: made\n  from: t\n"
	want := steptest.Execute(t, spec, steptest.Options{Threads: 1}).Dump(t, "made")
	if !strings.Contains(want, "spelling_repaired") {
		t.Fatal("nothing to repair")
	}
	for threads := range 3 {
		if got := steptest.Execute(t, spec, steptest.Options{Threads: threads + 1, Shuffle: true}).Dump(t, "made"); got != want {
			t.Errorf("%d threads: another result", threads+1)
		}
	}
}

// TestKeysAgree: what people settled stands, however often a mail file repeats
// another spelling, so that the same home has one key in both tables.
func TestKeysAgree(t *testing.T) {
	fixture := streets("crm", "Wiązowa 5/2|62-200|Gniezno", "Wiązowa 5/2|62-200|Gniezno", "Wiąozwa 5/2|62-200|Gniezno", "Kwiatwoa 1|62-200|Gniezno") + ";\n" +
		streets("mailed", "Wiąozwa 5/2|62-200|Gniezno", "Wiąozwa 5/2|62-200|Gniezno", "Wiąozwa 5/2|62-200|Gniezno", "Wiazowa 5/2|62-200|Gniezno",
			"Kwiatowa 1|62-200|Gniezno", "Kwiatowa 1|62-200|Gniezno", "Olszowa 1|62-200|Gniezno")
	spec := Spec()
	spec.Fixture, spec.Example = fixture, "- cleanse: people\n  from: crm\n"
	b := steptest.Execute(t, spec, steptest.Options{})
	keys := func(table string) string { return b.Dump(t, table, "address_key") }
	second := func(yaml string) {
		t.Helper()
		next := steptest.Prepare(t, pipelines.Spec{
			Type: spec.Type, Summary: spec.Summary, Doc: spec.Doc, Options: spec.Options, New: spec.New, Files: spec.Files,
			Fixture: fixture + ";\n" + peopleAgain(t, b), Example: yaml,
		}, steptest.Options{Shuffle: true})
		if _, err := next.Step.Run(context.Background(), next.Run); err != nil {
			t.Fatal(err)
		}
		b = next
	}
	if got, want := keys("people"), "PL|62200|kwiatwoa|1|\nPL|62200|wiazowa|5|2\n"; !strings.Contains(got, want) {
		t.Errorf("people: %s", got)
	}
	second("- cleanse: pieces\n  from: mailed\n  spelling_from: people\n")
	want := "address_key\nPL|62200|kwiatwoa|1|\nPL|62200|kwiatwoa|1|\nPL|62200|olszowa|1|\n" + strings.Repeat("PL|62200|wiazowa|5|2\n", 4)
	if got := keys("pieces"); got != want {
		t.Errorf("pieces: got %s, want %s", got, want)
	}
	second("- cleanse: pieces\n  from: mailed\n  spelling_votes: [people]\n")
	if got := keys("pieces"); !strings.Contains(got, "PL|62200|kwiatowa|1|\n") || strings.Contains(got, "kwiatwoa") {
		t.Errorf("by votes: %s", got)
	}
}

// peopleAgain gives the statement that makes the table people as it was cleansed.
func peopleAgain(t *testing.T, b *steptest.Bench) string {
	t.Helper()
	var rows []string
	err := b.DB.Rows(context.Background(), "SELECT street, house_number, postcode, city, country, address_key FROM people", func(scan func(...any) error) error {
		v := make([]string, 6)
		if err := scan(&v[0], &v[1], &v[2], &v[3], &v[4], &v[5]); err != nil {
			return err
		}
		rows = append(rows, "('"+strings.Join(v, "', '")+"')")
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return "CREATE TABLE people AS SELECT * FROM (VALUES " + strings.Join(rows, ", ") + ") AS v(street, house_number, postcode, city, country, address_key)"
}
