package returns

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

// The example with everything that it makes, read like a report.
func TestExampleGolden(t *testing.T) {
	b := steptest.Execute(t, Spec(), steptest.Options{})
	var s strings.Builder
	for _, part := range []struct {
		table   string
		columns []string
	}{
		{"corrections", []string{"source_file", "source_row", "piece_id", "piece_ref", "campaign_id", "contact_id", "resolved_by", "received_on", "reason", "effective_on", "precision", "new_address_key", "came_back", "decision", "because", "first_decision", "decided_on", "batch"}},
		{"contacts_corrected", []string{"contact_id", "address_line", "address_key", "address_valid_from", "address_origin", "email_status", "postal_status", "mail_allowed", "email_allowed", "phone_allowed", "deceased"}},
		{"contact_addresses", []string{"contact_id", "address_key", "valid_from", "valid_to", "precision", "origin", "status", "evidence"}},
		{"tasks", []string{"kind", "contact_id", "order_id", "assignee", "opened_on", "due_on", "detail", "suggested"}},
	} {
		fmt.Fprintf(&s, "== %s\n%s\n", part.table, b.Dump(t, part.table, part.columns...))
	}
	for _, a := range b.Accounts {
		fmt.Fprintf(&s, "account %s: %d in + %d added = %d out + %d suppressed\n", a.Subject, a.In, a.Added, a.Out, a.Suppressed)
		for _, r := range a.Reasons {
			fmt.Fprintf(&s, "  %s %s %d\n", r.Kind, r.Reason, r.Rows)
		}
	}
	golden(t, "example", s.String())
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		must(t, os.MkdirAll("testdata", 0o755))
		must(t, os.WriteFile(path, []byte(got), 0o644))
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s differs (-update writes it anew):\n%s", path, steptest.Diff(string(want), got))
	}
}
