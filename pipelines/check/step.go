package check

import (
	"context"
	"embed"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

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
	name  config.Text
	from  config.Text
	o     *Options
	reads []config.Text // further tables that rules name
	key   []string      // of the table, when rows are to be kept out
}

func newStep(e config.StepEntry, options any, _ pipelines.Setting) (pipelines.Step, config.Problems) {
	var p config.Problems
	s := &step{name: e.Name, o: options.(*Options)}
	if len(s.o.From.List) != 1 || len(s.o.From.Roles) > 0 {
		p.Add(s.o.From.At, "one table is expected", "write a check for each table")
		return s, p
	}
	s.from = s.o.From.List[0]
	s.checkRules(e, &p)
	if len(p) == 0 {
		s.checkQueries(e, &p)
	}
	return s, p
}

// checkRules looks at everything but users' SQL.
func (s *step) checkRules(e config.StepEntry, p *config.Problems) {
	items := e.Body.Get("rules").Items()
	for i := range s.o.Rules {
		r := &s.o.Rules[i]
		node := e.Node
		if i < len(items) {
			node = items[i]
		}
		if n := r.kinds(); n != 1 {
			p.Add(node, fmt.Sprintf("the rule has %d kinds", n), "write one of unique, not_null, accepted, range, regex, row_count, freshness, foreign_key, sql")
			continue
		}
		if r.Regex != nil {
			if _, err := regexp.Compile(r.Regex.Pattern.Value); err != nil {
				p.Add(r.Regex.Pattern.At, "the pattern cannot be read: "+err.Error(), "write an RE2 pattern")
			}
		}
		if r.Range != nil && r.Range.Min.Value == "" && r.Range.Max.Value == "" {
			p.Add(r.Range.Column.At, "the range has no bounds", "write min: or max:")
		}
		if r.SQL.Value != "" && r.Where.Value != "" {
			p.Add(r.Where.At, "where does not go with sql", "write the condition into the query")
		}
		if r.ForeignKey != nil {
			s.reads = append(s.reads, r.ForeignKey.Table)
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
		if r.Where.Value != "" {
			queries, at = append(queries, "SELECT 1 FROM "+duck.Ident(s.from.Value)+" AS t WHERE ("+r.Where.Value+")"), append(at, r.Where.At)
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
	for i := range s.o.Rules {
		r := &s.o.Rules[i]
		for _, m := range r.measures(s.from.Value, nil, time.Time{}) {
			for _, c := range m.columns {
				if !t.Has(c.Value) {
					p.Add(c.At, "the table "+t.Name+" has no column "+c.Value, config.DidYouMean(c.Value, t.ColumnNames()))
				}
			}
		}
		r.checkTypes(t, in, &p)
	}
	if s.o.OnFail != "quarantine" {
		return nil, p
	}
	if s.key = t.Key; len(s.key) == 0 {
		p.Add(s.from.At, "the rows of "+t.Name+" have no key, so single rows cannot be kept out", "write on_fail: stop or on_fail: keep")
		return nil, p
	}
	out := &pipelines.Table{Name: s.failing(), About: "keys of rows of " + t.Name + " that break a failed rule of " + s.name.Value, Sort: s.key, Key: s.key, Dynamic: t.Dynamic}
	for _, k := range s.key {
		if c, ok := t.Column(k); ok {
			out.Columns = append(out.Columns, c)
		}
	}
	return []*pipelines.Table{out}, p
}

// checkTypes compares bounds, patterns and references with the types of their columns.
func (r *rule) checkTypes(t *pipelines.Table, in map[string]*pipelines.Table, p *config.Problems) {
	switch {
	case r.Range != nil:
		c, ok := t.Column(r.Range.Column.Value)
		if !ok {
			return
		}
		for _, b := range []config.Text{r.Range.Min, r.Range.Max} {
			if b.Value != "" && !fits(b.Value, c.Type) {
				p.Add(b.At, fmt.Sprintf("%q cannot be compared with %s, which is %s", b.Value, c.Name, c.Type), "")
			}
		}
	case r.Regex != nil:
		if c, ok := t.Column(r.Regex.Column.Value); ok && c.Type != "" && c.Type != "VARCHAR" {
			p.Add(r.Regex.Column.At, c.Name+" is "+c.Type+", a pattern needs text", "use range: or accepted:")
		}
	case r.Freshness != nil:
		if c, ok := t.Column(r.Freshness.Column.Value); ok && c.Type != "" && c.Type != "DATE" && c.Type != "TIMESTAMP" {
			p.Add(r.Freshness.Column.At, c.Name+" is "+c.Type+", freshness needs a DATE or a TIMESTAMP", "")
		}
	case r.ForeignKey != nil:
		k := r.ForeignKey
		at := k.References
		if at.Value == "" {
			at = config.Text{Value: k.Column.Value, At: k.Table.At}
		}
		if other := in[k.Table.Value]; other != nil && !other.Has(at.Value) {
			p.Add(at.At, "the table "+other.Name+" has no column "+at.Value, config.DidYouMean(at.Value, other.ColumnNames()))
		}
	}
}

func fits(value, typ string) bool {
	var err error
	switch {
	case typ == "DATE":
		_, err = time.Parse(time.DateOnly, value)
	case typ == "TIMESTAMP":
		if _, err = time.Parse(time.DateOnly, value); err != nil {
			_, err = time.Parse(time.DateTime, value)
		}
	case typ == "INTEGER", typ == "BIGINT", typ == "DOUBLE", strings.HasPrefix(typ, "DECIMAL"):
		_, err = strconv.ParseFloat(value, 64)
	}
	return err == nil
}
