package dedupe

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kartoteka/pipelines/steptest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden shows the tables of the example. Probabilities are left out: they
// may differ in the last place between machines.
func TestGolden(t *testing.T) {
	b := steptest.Execute(t, Spec(), steptest.Options{})
	var s strings.Builder
	for _, show := range []struct {
		table   string
		columns []string
	}{
		{"contacts_found", []string{"contact_id", "household_id", "kind", "given_name", "family_name", "gender", "company", "birth_date", "email", "phone", "street", "house_number", "postcode", "city", "address_valid_from", "address_origin", "address_source", "address_source_key", "address_family_name", "source_count", "first_seen", "last_seen"}},
		{"contact_sources", []string{"source", "source_key", "given_name", "family_name", "contact_id", "household_id", "matched_by"}},
		{"households", nil}, {"contact_events", nil}, {"contact_consents", nil},
	} {
		fmt.Fprintf(&s, "== %s\n%s", show.table, b.Dump(t, show.table, show.columns...))
	}
	for _, a := range b.Accounts {
		fmt.Fprintf(&s, "account %+v\n", a)
	}
	path := filepath.Join("testdata", "example.golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(s.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.String(); got != string(want) {
		t.Errorf("the tables changed (-update writes them anew):\n%s", steptest.Diff(string(want), got))
	}
}
