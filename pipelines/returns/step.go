package returns

import (
	"embed"
	"path"
	"slices"
	"strings"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/kernel/returncode"
)

//go:embed sql/*.sql
var files embed.FS

// Spec tells everything about the step.
func Spec() pipelines.Spec {
	return pipelines.Spec{
		Type:    "returns",
		Summary: "corrects contacts by what carriers sent back",
		Doc:     docFile,
		Example: example,
		Fixture: fixture(),
		Sides:   []string{"contacts_corrected", "contact_addresses", "tasks"},
		Options: func() any { return &Options{} },
		New:     newStep,
	}
}

type step struct {
	name    config.Text
	options *Options
}

func newStep(e config.StepEntry, options any, _ pipelines.Setting) (pipelines.Step, config.Problems) {
	var p config.Problems
	s := &step{name: e.Name, options: options.(*Options)}
	for _, f := range s.options.From.Feedback {
		s.checkCodes(f.Codes, &p)
	}
	for _, t := range []config.Tables{s.options.From.Pieces, s.options.From.Orders, s.options.From.Changes} {
		if len(t.Roles) > 0 {
			p.Add(t.At, "expected a table or a list of tables", "")
		}
	}
	if d := s.options.Actions.NewAddress; d.Kind == "count" {
		p.Add(e.Node, "new_address cannot be counted", "write update, ignore or {task: kind}")
	}
	return s, p
}

// checkCodes accepts the name of a built-in table or the path of a file.
func (s *step) checkCodes(codes config.Text, p *config.Problems) {
	if isFile(codes.Value) || codes.Value == "" {
		return
	}
	if slices.Contains(returncode.Names(), codes.Value) {
		return
	}
	hint := "write one of " + strings.Join(returncode.Names(), ", ") + " or a file of the project ending in .yaml or .csv"
	if near, found := config.Closest(codes.Value, returncode.Names()); found {
		hint = "did you mean " + near + "?"
	}
	p.Add(codes.At, "no code table is called "+codes.Value, hint)
}

func isFile(codes string) bool {
	return slices.Contains([]string{".yaml", ".yml", ".csv"}, path.Ext(codes))
}

// Patterns are the code tables that are files of the project.
func (s *step) Patterns() []pipelines.Pattern {
	var out []pipelines.Pattern
	for _, f := range s.options.From.Feedback {
		if isFile(f.Codes.Value) {
			out = append(out, pipelines.Pattern{Source: f.Table.Value, Glob: f.Codes})
		}
	}
	return out
}

// Inputs are the tables of all roles.
func (s *step) Inputs() []pipelines.Input {
	f := s.options.From
	in := []pipelines.Input{{Role: "contacts", Table: f.Contacts}, {Role: "sources", Table: f.Sources}}
	for _, many := range []struct {
		role   string
		tables []config.Text
	}{{"pieces", f.Pieces.List}, {"orders", f.Orders.List}, {"changes", f.Changes.List}} {
		for _, t := range many.tables {
			in = append(in, pipelines.Input{Role: many.role, Table: t})
		}
	}
	for _, fb := range f.Feedback {
		in = append(in, pipelines.Input{Role: "feedback", Table: fb.Table})
	}
	return in
}

// Plan declares the four tables and refuses inputs that lack what the rules need.
func (s *step) Plan(in map[string]*pipelines.Table) ([]*pipelines.Table, config.Problems) {
	var p config.Problems
	f := s.options.From
	need := func(t config.Text, hint string, columns ...string) {
		table, ok := in[t.Value]
		if !ok {
			return
		}
		for _, c := range columns {
			if !table.Has(c) {
				p.Add(t.At, "the table "+t.Value+" has no column "+c, hint)
			}
		}
	}
	const fromDedupe = "name the contacts and the source rows that a dedupe step makes"
	need(f.Contacts, fromDedupe, "contact_id", "address_key", "address_valid_from", "family_name")
	need(f.Sources, fromDedupe, "contact_id", "source", "source_key")
	for _, t := range f.Pieces.List {
		need(t, "read it under fields: of its extract step", "piece_id")
		if s.byPost() {
			need(t, "add a cleanse step that reads "+t.Value+" and name its table here", "address_key")
		}
	}
	for _, t := range f.Orders.List {
		if rawAddress(in[t.Value]) {
			need(t, "add a cleanse step that reads "+t.Value+" and name its table here", "address_key")
		}
		need(t, "read it under fields: of its extract step", "order_id", "ordered_on")
	}
	for _, t := range f.Changes.List {
		need(t, "read it under fields: of its extract step", "order_id", "kind")
	}
	for _, fb := range f.Feedback {
		s.checkFeedback(fb, in[fb.Table.Value], &p)
	}
	contacts := in[f.Contacts.Value]
	if contacts == nil {
		contacts = &pipelines.Table{Dynamic: true}
	}
	return []*pipelines.Table{
		correctionsTable(s.name.Value),
		contactsTable(s.options.Makes.Contacts.Value, contacts),
		addressesTable(s.options.Makes.Addresses.Value),
		tasksTable(s.options.Makes.Tasks.Value),
	}, p
}

// rawAddress says whether a table holds an address as it was read. Orders without any, such as those of a firm that
// sells by phone, are no evidence of life; they need no cleansing.
func rawAddress(t *pipelines.Table) bool {
	if t == nil {
		return false
	}
	return slices.ContainsFunc([]string{"address", "street", "house_number", "postcode", "city"}, func(c string) bool { return t.Has(c) })
}

func (s *step) checkFeedback(fb feedback, t *pipelines.Table, p *config.Problems) {
	if t == nil || t.Dynamic {
		return
	}
	if t.Has("new_address") && !t.Has("new_address_key") {
		p.Add(fb.Table.At, "the table "+fb.Table.Value+" carries new addresses that are not cleansed", "add a cleanse step that reads "+fb.Table.Value+" and name its table here")
	}
	names := false
	for _, c := range []string{"piece_id", "tracking_no", "ref_key", "email", "address_key"} {
		names = names || t.Has(c)
	}
	if !names {
		p.Add(fb.Table.At, "the table "+fb.Table.Value+" names neither a piece nor a contact", "read piece_id, tracking_no or contact_ref under fields: of its extract step")
	}
	says := false
	for _, c := range []string{"code", "text", "status", "event"} {
		says = says || t.Has(c)
	}
	if !says {
		p.Add(fb.Table.At, "the table "+fb.Table.Value+" has no code, text, status or event", "read one of them under fields: of its extract step")
	}
}

// byPost says whether any feedback may be about post; only built-in tables are known before the run.
func (s *step) byPost() bool {
	for _, fb := range s.options.From.Feedback {
		if fb.Codes.Value != "email" {
			return true
		}
	}
	return false
}

func reasonWords() []string {
	var out []string
	for _, r := range returncode.Reasons() {
		out = append(out, string(r))
	}
	return out
}
