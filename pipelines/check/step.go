package check

import (
	"context"
	"embed"
	"slices"
	"strings"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

//go:embed sql/*.sql
var files embed.FS

//go:embed check.md
var doc string

//go:embed example.yaml
var example string

//go:embed fixture.sql
var fixture string

// Spec tells everything about the step.
func Spec() pipelines.Spec {
	return pipelines.Spec{
		Type: "check", Summary: "measures a table against rules, and stops, keeps out or records what fails",
		Doc: doc, Example: example, Fixture: fixture,
		Options: func() any { return &Options{} },
		New:     newStep,
	}
}

type step struct {
	name   config.Text
	from   config.Text
	o      *Options
	reads  []config.Text // further tables that rules name
	rowKey []string      // columns that name a row; none: a hash of the row does
}

func newStep(e config.StepEntry, options any, in pipelines.Setting) (pipelines.Step, config.Problems) {
	var p config.Problems
	s := &step{name: e.Name, o: options.(*Options)}
	if len(s.o.From.List) != 1 || len(s.o.From.Roles) > 0 {
		p.Add(s.o.From.At, "one table is expected", "write a check for each table")
		return s, p
	}
	s.from, s.rowKey = s.o.From.List[0], names(s.o.Key)
	items := e.Body.Get("rules").Items()
	for i := range s.o.Rules {
		node := e.Node
		if i < len(items) {
			node = items[i]
		}
		s.o.Rules[i].check(node, &p)
	}
	if len(p) > 0 {
		return s, p
	}
	s.checkQueries(e, &p)
	all := s.measures(setting{from: s.from.Value})
	for _, m := range all {
		for _, o := range m.others {
			s.reads = append(s.reads, o.table)
		}
	}
	s.checkAccepted(in.Project, all, &p)
	return s, p
}

// checkAccepted looks for rules that are accepted and do not exist.
func (s *step) checkAccepted(project *config.Project, all []*measure, p *config.Problems) {
	if project == nil {
		return
	}
	var known []string
	for _, m := range all {
		known = append(known, m.name)
		if m.rule.Compared != nil {
			known = append(known, m.name+" compared")
		}
	}
	for _, a := range project.Accepted {
		if a.Check == s.name.Value && !slices.Contains(known, a.Rule) {
			hint := "remove the line"
			if near, ok := config.Closest(a.Rule, known); ok {
				hint = "did you mean " + near + "?"
			}
			p.AddAt(a.At, "", "the check "+a.Check+" has no rule "+a.Rule, hint)
		}
	}
}

// checkQueries parses users' SELECTs and conditions.
func (s *step) checkQueries(_ config.StepEntry, p *config.Problems) {
	var queries []string
	var at []config.Node
	for _, r := range s.o.Rules {
		if r.SQL.Value != "" {
			queries, at = append(queries, strings.TrimRight(strings.TrimSpace(r.SQL.Value), "; \n\t")), append(at, r.SQL.At)
		}
		if r.Expression.Value != "" {
			queries, at = append(queries, "SELECT 1 FROM "+duck.Ident(s.from.Value)+" AS t WHERE ("+r.Expression.Value+")"), append(at, r.Expression.At)
		}
		if r.When.Value != "" {
			queries, at = append(queries, "SELECT 1 FROM "+duck.Ident(s.from.Value)+" AS t WHERE ("+r.When.Value+")"), append(at, r.When.At)
		}
	}
	if len(queries) == 0 {
		return
	}
	parsed, err := duck.ParseSelects(context.Background(), queries)
	if err != nil {
		p.Add(at[0], err.Error(), "")
		return
	}
	for i, q := range parsed {
		if q.Err != nil {
			p.Add(at[i], "the SQL may not run: "+q.Err.Error(), "")
		}
		for _, t := range q.Tables {
			if t != s.from.Value {
				s.reads = append(s.reads, config.Text{Value: t, At: at[i]})
			}
		}
	}
}

// Inputs are the table and those that rules name.
func (s *step) Inputs() []pipelines.Input {
	in := []pipelines.Input{{Table: s.from}}
	for _, t := range s.reads {
		if !slices.ContainsFunc(in, func(i pipelines.Input) bool { return i.Table.Value == t.Value }) {
			in = append(in, pipelines.Input{Table: t})
		}
	}
	return in
}

func (s *step) failing() string { return s.name.Value + "_failing" }

// Plan checks the columns that rules name, and declares the failing keys when rows are to be kept out.
func (s *step) Plan(in map[string]*pipelines.Table) ([]*pipelines.Table, config.Problems) {
	var p config.Problems
	t := in[s.from.Value]
	if t == nil {
		return nil, nil
	}
	for _, k := range s.o.Key {
		has(t, k, &p)
	}
	for _, m := range s.measures(setting{from: s.from.Value}) {
		for _, c := range m.columns {
			has(t, c, &p)
		}
		for _, o := range m.others {
			if other := in[o.table.Value]; other != nil && o.column.Value != "" {
				has(other, o.column, &p)
			}
		}
	}
	for i := range s.o.Rules {
		s.o.Rules[i].checkTypes(t, &p)
	}
	if len(s.rowKey) == 0 {
		s.rowKey = t.Key
	}
	if s.o.OnFail != "quarantine" {
		return nil, p
	}
	if len(s.rowKey) == 0 {
		p.Add(s.from.At, "the rows of "+t.Name+" have no key, so single rows cannot be kept out", "write key: [columns that name a row], or on_fail: stop or keep")
		return nil, p
	}
	out := &pipelines.Table{Name: s.failing(), About: "keys of rows of " + t.Name + " that break a failed rule of " + s.name.Value, Sort: s.rowKey, Key: s.rowKey, Dynamic: t.Dynamic}
	for _, k := range s.rowKey {
		if c, ok := t.Column(k); ok {
			out.Columns = append(out.Columns, c)
		}
	}
	return []*pipelines.Table{out}, p
}

// has reports a column that a table does not have.
func has(t *pipelines.Table, c config.Text, p *config.Problems) {
	if !t.Has(c.Value) {
		p.Add(c.At, "the table "+t.Name+" has no column "+c.Value, config.DidYouMean(c.Value, t.ColumnNames()))
	}
}
