package response

import (
	"fmt"
	"strings"

	"kartoteka/config"
	"kartoteka/pipelines"
)

// step is one response step of a plan.
type step struct {
	name    string
	options *Options
}

// New makes the step.
func newStep(e config.StepEntry, options any, _ pipelines.Setting) (pipelines.Step, config.Problems) {
	return &step{name: e.Name.Value, options: options.(*Options)}, nil
}

// role is one key of from: with what its tables must have.
type role struct {
	name     string
	tables   config.Tables
	needs    [][]string // of each group one column at least
	contacts bool       // rows name a contact
}

func (s *step) roles() []role {
	f := s.options.From
	window := s.options.Window.From
	return []role{
		{"campaigns", f.Campaigns, [][]string{{"campaign_id"}, {window}}, false},
		{"pieces", f.Pieces, [][]string{{"campaign_id"}}, true},
		{"orders", f.Orders, [][]string{{"order_id"}, {"ordered_on", "ordered_at"}, {"amount"}}, true},
		{"changes", f.Changes, [][]string{{"order_id"}, {"kind"}}, false},
		{"contacts", f.Contacts, [][]string{{"contact_id"}}, false},
		{"returns", f.Returns, [][]string{{"piece_id"}, {"came_back"}}, false},
		{"objections", f.Objections, nil, true},
	}
}

// sources are the tables of source rows; there may be none when every row
// carries its contact_id.
func (s *step) sources() []config.Text { return s.options.From.Sources.List }

// Inputs are the tables of every role.
func (s *step) Inputs() []pipelines.Input {
	var out []pipelines.Input
	for _, r := range s.roles() {
		for _, t := range r.tables.List {
			out = append(out, pipelines.Input{Role: r.name, Table: t})
		}
	}
	for _, t := range s.sources() {
		out = append(out, pipelines.Input{Role: "sources", Table: t, Optional: true})
	}
	return out
}

// Plan checks the columns of every role and tells the tables made.
func (s *step) Plan(in map[string]*pipelines.Table) ([]*pipelines.Table, config.Problems) {
	var p config.Problems
	columns := map[string][]relation{}
	dynamic := false
	for _, r := range s.roles() {
		if len(r.tables.Roles) > 0 {
			p.Add(r.tables.At, "the role "+r.name+" takes a table or a list of tables", "write "+r.name+": a_table or "+r.name+": [one, other]")
		}
		for _, text := range r.tables.List {
			t := in[text.Value]
			if t == nil {
				continue
			}
			columns[r.name] = append(columns[r.name], declared(t))
			dynamic = dynamic || t.Dynamic
			for _, group := range r.needs {
				if !hasOne(t, group) {
					p.Add(text.At, fmt.Sprintf("the table %s has no column %s, which the role %s needs", t.Name, strings.Join(group, " or "), r.name),
						"map it under fields: of the step that makes "+t.Name)
				}
			}
			if r.contacts && !t.Has("contact_id") && !s.hasSources(in) {
				p.Add(text.At, "the rows of "+t.Name+" name no contact_id, and there is no table of source rows to find it by", "name the table under from: sources")
			}
		}
	}
	if !dynamic {
		s.checkCuts(columns, &p)
	}
	s.leaveOut(in)
	s.checkNames(&p)
	return s.tables(), p
}

// leaveOut drops the tables orders, pieces, campaigns and purchases that the
// user does not want, or whose names a table that is read has already.
func (s *step) leaveOut(in map[string]*pipelines.Table) {
	m := &s.options.Makes
	for _, name := range []*string{&m.Orders, &m.Pieces, &m.Campaigns, &m.Purchases} {
		if *name == "none" || in[*name] != nil {
			*name = ""
		}
	}
}

func (s *step) checkCuts(columns roles, p *config.Problems) {
	for _, c := range s.options.Cuts {
		if _, unknown := findCuts([]string{c.Value}, columns["pieces"], columns["contacts"], columns["orders"]); len(unknown) > 0 && c.At.Exists() && c.Value != defaultCut {
			var names []string
			for _, side := range []string{"pieces", "contacts", "orders"} {
				for _, t := range columns[side] {
					for name := range t.columns {
						names = append(names, name)
					}
				}
			}
			p.Add(c.At, "no table of pieces, contacts or orders has the column "+c.Value, config.DidYouMean(c.Value, sorted(names)))
		}
	}
}

// checkNames refuses two tables of one name.
func (s *step) checkNames(p *config.Problems) {
	seen := map[string]bool{}
	for _, t := range s.tables() {
		if seen[t.Name] {
			p.Add(s.options.From.Campaigns.At, "two tables of this step would be named "+t.Name, "give each name under makes: once")
		}
		seen[t.Name] = true
	}
}

func (s *step) hasSources(in map[string]*pipelines.Table) bool {
	for _, t := range s.sources() {
		if in[t.Value] != nil {
			return true
		}
	}
	return false
}

func hasOne(t *pipelines.Table, group []string) bool {
	for _, name := range group {
		if t.Has(name) {
			return true
		}
	}
	return false
}

func declared(t *pipelines.Table) relation {
	r := relation{name: t.Name, columns: map[string]bool{}}
	for _, c := range t.Columns {
		r.columns[c.Name] = true
	}
	return r
}
