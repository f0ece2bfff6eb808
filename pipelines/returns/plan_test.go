package returns

import (
	"strings"
	"testing"

	"kartoteka/config"
	"kartoteka/pipelines"
)

// plan decodes one step and plans it on tables given by their columns.
func plan(t *testing.T, yaml string, tables map[string]string) config.Problems {
	t.Helper()
	var problems config.Problems
	entry, ok := config.EntryOf(config.Parse("p.yaml", []byte(yaml), &problems).Items()[0], &problems)
	if !ok {
		t.Fatal(problems)
	}
	options := Spec().Options()
	config.Decode(entry.Body, options, &problems)
	step, more := Spec().New(entry, options, pipelines.Setting{})
	if problems = append(problems, more...); len(problems) > 0 {
		return problems.Sorted()
	}
	in := map[string]*pipelines.Table{}
	for name, columns := range tables {
		table := &pipelines.Table{Name: name, Dynamic: columns == "?"}
		for _, c := range strings.Fields(columns) {
			table.Columns = append(table.Columns, pipelines.Column{Name: c, Type: "VARCHAR", Meaning: c})
		}
		in[name] = table
	}
	made, more := step.Plan(in)
	if len(made) != 4 || made[0].Name != "corrections" {
		t.Errorf("%d tables are made", len(made))
	}
	return more.Sorted()
}

func goodTables() map[string]string {
	return map[string]string{
		"contacts_found": "contact_id address_key address_valid_from family_name", "contact_sources": "contact_id source source_key",
		"mailed": "piece_id address_key ref_source ref_key", "orders": "order_id ordered_on address_key", "changes": "order_id kind",
		"stickers": "piece_id text returned_on",
	}
}

const plain = `- returns: corrections
  from:
    pieces: [mailed]
    orders: orders
    changes: changes
    feedback: [{table: stickers, codes: pl_sticker}]
`

func TestPlanAcceptsDefaults(t *testing.T) {
	if got := plan(t, plain, goodTables()); len(got) > 0 {
		t.Error(got)
	}
	phone := goodTables()
	phone["orders"] = "order_id ordered_on name phone"
	if got := plan(t, plain, phone); len(got) > 0 {
		t.Errorf("orders without any address: %v", got)
	}
	dynamic := goodTables()
	for name := range dynamic {
		dynamic[name] = "?"
	}
	if got := plan(t, plain, dynamic); len(got) > 0 {
		t.Error(got)
	}
}

func TestProblems(t *testing.T) {
	for _, c := range []struct {
		name, yaml string
		change     map[string]string
		want       string
	}{
		{"new addresses not cleansed", plain, map[string]string{"stickers": "piece_id text new_address"},
			"p.yaml:6:24: [0].from.feedback[0].table: "},
		{"new addresses not cleansed, remedy", plain, map[string]string{"stickers": "piece_id text new_address"},
			"carries new addresses that are not cleansed; add a cleanse step that reads stickers"},
		{"pieces not cleansed", plain, map[string]string{"mailed": "piece_id address"}, "mailed has no column address_key; add a cleanse step that reads mailed"},
		{"pieces without piece_id", plain, map[string]string{"mailed": "address_key"}, "mailed has no column piece_id"},
		{"orders not cleansed", plain, map[string]string{"orders": "order_id ordered_on street city"}, "add a cleanse step that reads orders"},
		{"changes without kind", plain, map[string]string{"changes": "order_id"}, "changes has no column kind"},
		{"contacts of something else", plain, map[string]string{"contacts_found": "contact_id"}, "that a dedupe step makes"},
		{"feedback that names nothing", plain, map[string]string{"stickers": "text"}, "names neither a piece nor a contact"},
		{"feedback that says nothing", plain, map[string]string{"stickers": "piece_id"}, "has no code, text, status or event"},
		{"unknown codes", strings.Replace(plain, "pl_sticker", "pl_stickr", 1), nil, "no code table is called pl_stickr; did you mean pl_sticker?"},
		{"unknown codes, nothing near", strings.Replace(plain, "pl_sticker", "quux", 1), nil, "write one of email, epo, ncoa, pl_sticker, uk, upu, usps_acs or a file of the project"},
		{"unknown action", plain + "  actions: {refused: do_not_male}\n", nil, "p.yaml:7:22: "},
		{"unknown action, nearest", plain + "  actions: {refused: do_not_male}\n", nil, "do_not_male is no action; did you mean do_not_mail?"},
		{"unknown reason", plain + "  actions: {refusd: ignore}\n", nil, "unknown key refusd"},
		{"action as a list", plain + "  actions: {refused: [ignore]}\n", nil, "expected an action"},
		{"two forms", plain + "  actions: {generic: {hold_after: 2, mark_after: 3}}\n", nil, "exactly one of task, hold_after and mark_after"},
		{"task with days", plain + "  actions: {generic: {task: look, within: 3d}}\n", nil, "a task is {task: kind}"},
		{"task of two words", plain + "  actions: {generic: {task: have a look}}\n", nil, "a task is {task: kind}"},
		{"new address counted", plain + "  actions: {new_address: count}\n", nil, "new_address cannot be counted"},
		{"unknown choice", plain + "  rules: {same_month: perhaps}\n", nil, "same_month"},
		{"roles for pieces", strings.Replace(plain, "[mailed]", "{a: mailed}", 1), nil, "expected a table or a list of tables"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tables := goodTables()
			for name, columns := range c.change {
				tables[name] = columns
			}
			var lines []string
			for _, p := range plan(t, c.yaml, tables) {
				lines = append(lines, p.String())
			}
			if got := strings.Join(lines, "\n"); !strings.Contains(got, c.want) {
				t.Errorf("got %q, want %q in it", got, c.want)
			}
		})
	}
}

func TestOptionsAreThePolicy(t *testing.T) {
	var problems config.Problems
	options := Spec().Options().(*Options)
	config.Decode(config.Parse("p.yaml", []byte("from: {feedback: [{table: a, codes: uk}]}\nactions: {unclaimed: {hold_after: 3, within: 90d}, generic: {mark_after: 2}, bad_address: {task: look}}\n"), &problems), options, &problems)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	p := options.policy()
	for reason, want := range map[string]string{
		"unclaimed": "hold after 3 within 90 days", "generic": "mark_undeliverable after 2 within 365 days", "bad_address": "task look", "refused": "do_not_mail",
	} {
		for r, a := range p.Actions {
			if string(r) == reason && a.Describe() != want {
				t.Errorf("%s is %q, want %q", reason, a.Describe(), want)
			}
		}
	}
}
