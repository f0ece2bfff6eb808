package suppress

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kartoteka/pipelines/steptest"
)

var update = flag.Bool("update", false, "write goldens")

func TestConformance(t *testing.T) { steptest.Run(t, Spec()) }

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s:\n%s", name, steptest.Diff(string(want), got))
	}
}

func TestExample(t *testing.T) {
	b := steptest.Execute(t, Spec(), steptest.Options{})
	for _, table := range []string{"contacts", "suppressions", "erased_contacts", "erased_rows"} {
		golden(t, table+".txt", b.Dump(t, table))
	}
	a := b.Accounts[0]
	if a.In != 9 || a.Out != 8 || a.Suppressed != 1 {
		t.Errorf("account %+v", a)
	}
	var warnings []string
	for _, w := range b.Journal.Warnings {
		warnings = append(warnings, w.Code+" "+w.Text)
	}
	text := strings.Join(warnings, "\n")
	if len(warnings) != 2 || !strings.Contains(text, "1 rows of do_not_mail name a channel") || !strings.Contains(text, "1 rows of erasure_requests found no contact") {
		t.Errorf("warnings %s", text)
	}
}

func TestOptIn(t *testing.T) {
	b := steptest.Execute(t, Spec(), steptest.Options{YAML: "- suppress: contacts\n  from: {contacts: contacts_corrected}\n  consent: {mail: opt_in, email: ignore}\n"})
	golden(t, "opt_in.txt", b.Dump(t, "suppressions"))
}

func TestMistakes(t *testing.T) {
	for yaml, want := range map[string]string{
		"  from: {contacts: contacts_corrected, consent: x}\n":                                            "unknown role consent",
		"  from: [contacts_corrected, contact_sources]\n":                                                 "one table of contacts is expected",
		"  from: contact_consents\n  lists: [{table: callers, match: [name_address]}]\n":                  "the table callers has no column address_key",
		"  from: contacts_corrected\n  lists: [{table: callers, match: [phone], channel: fax}]\n":         "this is not a channel",
		"  from: contacts_corrected\n  lists: [{table: callers, match: [telephone]}]\n":                   "telephone",
		"  from: contacts_corrected\n  lists: [{table: callers, match: [phone], since: listed_on}]\n":     "the table callers has no column listed_on",
		"  from: contacts_corrected\n  lists: [{table: callers, match: [phone], channel: {column: x}}]\n": "the table callers has no column x",
	} {
		got := problems(t, Spec(), "- suppress: contacts\n"+yaml)
		if !strings.Contains(got, want) {
			t.Errorf("%s: got %s, want %s", yaml, got, want)
		}
	}
}
