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

func TestKeysOfOrders(t *testing.T) {
	spec := Spec()
	spec.Fixture += `;
CREATE TABLE orders AS SELECT order_id, contact_id FROM (VALUES ('O1', 'C9'), ('O2', NULL)) AS v(order_id, contact_id);
CREATE TABLE online AS SELECT order_id, phone FROM (VALUES ('O1', '+48600100200'), ('O2', '+48600100200')) AS v(order_id, phone)`
	b := steptest.Execute(t, spec, steptest.Options{YAML: `- suppress: contacts
  from: {contacts: contacts_corrected, orders: orders, order_rows: online}
  lists: [{table: callers, channel: phone, match: [phone]}]
`})
	if got := b.Dump(t, "contacts", "contact_id", "phone_allowed"); !strings.Contains(got, "C9|false") || !strings.Contains(got, "C1|false") || !strings.Contains(got, "C2|true") {
		t.Error(got)
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		listed, known named
		want          int32
	}{
		{named{given: "Jan", family: "Kos"}, named{given: "Jan", family: "Kos"}, equal},
		{named{given: "Kos", family: "Jan"}, named{given: "Jan", family: "Kos"}, equal},
		{named{given: "Jan", family: "Kowalski"}, named{given: "Jan", family: "Kowalska"}, equal},
		{named{given: "J.", family: "Kos"}, named{given: "Jan", family: "Kos"}, initials},
		{named{given: "Jan", family: "Kos"}, named{given: "Anna", family: "Kos", given2: "Jan", family2: "Kos"}, equal},
		{named{given: "Jan", family: "Kos"}, named{given: "Adam", family: "Kos"}, different},
		{named{given: "Jan"}, named{given: "Jan"}, different},
		{named{company: "Piekarnia Wrzos"}, named{company: "PIEKARNIA WRZOS"}, equal},
		{named{}, named{}, different},
	} {
		if got := (comparer{}).agree(c.listed, c.known); got != c.want {
			t.Errorf("%+v and %+v: level %d, want %d", c.listed, c.known, got, c.want)
		}
	}
}

func TestMistakes(t *testing.T) {
	for yaml, want := range map[string]string{
		"  from: {contacts: contacts_corrected, consent: x}\n":                                            "unknown role consent",
		"  from: {contacts: contacts_corrected, orders: contact_sources}\n":                               "orders and order_rows go together",
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
