package cleanse

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"kartoteka/pipelines/steptest"
)

var update = flag.Bool("update", false, "write the goldens anew")

func TestConformance(t *testing.T) { steptest.Run(t, Spec()) }

// TestGolden shows every row of the example and its account.
func TestGolden(t *testing.T) {
	b := steptest.Execute(t, Spec(), steptest.Options{})
	var got strings.Builder
	for _, part := range [][]string{
		{"source", "source_row", "name_kind", "kind", "prefix", "given_name", "middle_name", "family_name", "name_suffix", "gender", "company", "given_name_2", "family_name_2", "gender_2"},
		{"source", "source_row", "street_type", "street", "street_suffix", "predir", "house_number", "unit_type", "unit", "po_box", "city", "region", "postcode", "country", "address_line", "address_key", "address_complete", "address_status"},
		{"source", "source_row", "email", "email_key", "email_status", "email_suggestion", "phone", "phone_status", "phone_type", "birth_date"},
		{"source", "source_row", "source_order", "cleanse_codes"},
		{"source", "source_row", "segment", "spent", "seen_at", "observed", "told_by_customer", "raw"},
	} {
		got.WriteString(b.Dump(t, "people", part...) + "\n")
	}
	got.WriteString(b.Dump(t, "people_codes") + "\n")
	for _, a := range b.Accounts {
		fmt.Fprintf(&got, "%s: %d in, %d out\n", a.Subject, a.In, a.Out)
		for _, r := range a.Reasons {
			fmt.Fprintf(&got, "  %s %s %d\n", r.Kind, r.Reason, r.Rows)
		}
	}
	const file = "testdata/people.golden"
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("the made table differs from %s (go test -update writes it):\n%s", file, steptest.Diff(string(want), got.String()))
	}
}

// TestOrder holds rows to the order of from:, file and row.
func TestOrder(t *testing.T) {
	b := steptest.Execute(t, Spec(), steptest.Options{Shuffle: true})
	var got []string
	err := b.DB.Rows(context.Background(), "SELECT source_order || ':' || source_row FROM people", func(scan func(...any) error) error {
		var at string
		err := scan(&at)
		got = append(got, at)
		return err
	})
	if want := "1:1 1:2 1:3 1:4 1:5 1:6 2:1 2:2 2:3 2:4"; err != nil || strings.Join(got, " ") != want {
		t.Errorf("got %v, %v, want %s", got, err, want)
	}
}
