package cleanse

import (
	_ "embed"
	"fmt"
	"slices"
	"sort"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/kernel/codebook"
)

//go:embed cleanse.md
var doc string

//go:embed example.yaml
var example string

//go:embed fixture.sql
var fixture string

// Spec tells everything about the step.
func Spec() pipelines.Spec {
	return pipelines.Spec{
		Type:    "cleanse",
		Summary: "brings names, addresses, e-mails, phones and birth dates into standard form",
		Doc:     doc + "\n### Codes\n\n" + codebook.Markdown(),
		Example: example,
		Fixture: fixture,
		Files:   map[string]string{"kartoteka.yaml": exampleProject, "reference/postcodes.csv": examplePostcodes},
		Options: func() any { return &Options{} },
		New:     newStep,
	}
}

type step struct {
	name    config.Text
	options *Options
	project *config.Project
}

func newStep(e config.StepEntry, options any, s pipelines.Setting) (pipelines.Step, config.Problems) {
	var p config.Problems
	o := options.(*Options)
	if len(o.From.Roles) > 0 || len(o.From.List) == 0 {
		p.Add(o.From.At, "cleanse reads a table or a list of tables", "write from: crm or from: [crm, webshop]")
	}
	seen := map[string]bool{}
	for _, t := range o.From.List {
		if seen[t.Value] {
			p.Add(t.At, "the table "+t.Value+" is listed twice", "remove one; its rows would be there twice")
		}
		seen[t.Value] = true
	}
	for _, t := range []config.Tables{o.SpellingFrom, o.SpellingVotes} {
		if len(t.Roles) > 0 {
			p.Add(t.At, "tables that help with the spelling are a table or a list of tables", "write people or [people, orders]")
		}
	}
	for _, t := range o.evidence() {
		if seen[t.Value] {
			p.Add(t.At, "the table "+t.Value+" is listed twice", "name it under from:, spelling_votes: or spelling_from:, once")
		}
		seen[t.Value] = true
	}
	if o.Country == "" {
		o.Country = s.Project.Settings.Country
	}
	if len(o.Country) != 2 {
		p.Add(e.Body.Get("country"), fmt.Sprintf("%q is not an ISO country code", o.Country), "write two letters, for example PL")
	}
	o.check(&p)
	o.checkSettings(&p)
	var shared Rules
	if node := s.Project.Settings.Cleanse; node.Exists() {
		config.Decode(node, &shared, &p)
		shared.check(&p)
		o.join(shared)
	}
	return &step{name: e.Name, options: o, project: s.Project}, p
}

// Inputs are the tables of from:, then those that help with the spelling.
func (s *step) Inputs() []pipelines.Input {
	var in []pipelines.Input
	for _, t := range slices.Concat(s.options.From.List, s.options.evidence()) {
		in = append(in, pipelines.Input{Table: t})
	}
	return in
}

// Patterns are the project's reference files: of postcodes, when the step checks
// against them, and of throw-away e-mail domains.
func (s *step) Patterns() []pipelines.Pattern {
	var all []pipelines.Pattern
	for _, reference := range []func() (config.Text, bool){s.postcodes, s.disposable} {
		if glob, ok := reference(); ok {
			all = append(all, pipelines.Pattern{Source: s.name.Value, Glob: glob})
		}
	}
	return all
}

func (s *step) postcodes() (config.Text, bool) {
	if !s.options.Postcodes {
		return config.Text{}, false
	}
	return s.project.Settings.Reference.Lookup("postcodes")
}

// extras tells which further columns are wanted.
func (s *step) extras() extras {
	_, checks := s.postcodes()
	return extras{suggests: checks && s.options.PostcodeFix == "suggest", salutes: s.options.Salutation != nil}
}

// Plan declares the table; one that reads user SQL is known at run time only.
func (s *step) Plan(in map[string]*pipelines.Table) ([]*pipelines.Table, config.Problems) {
	var p config.Problems
	var tables []*pipelines.Table
	dynamic := false
	for _, t := range s.options.From.List {
		if table, ok := in[t.Value]; ok {
			tables = append(tables, table)
			dynamic = dynamic || table.Dynamic
		}
	}
	for _, t := range s.options.evidence() {
		table, ok := in[t.Value]
		if ok && !table.Dynamic && lacking(table) != "" {
			p.Add(t.At, "the table "+t.Value+" has no column "+lacking(table), "name a table that a cleanse step made")
		}
	}
	made := &pipelines.Table{Name: s.name.Value, About: "rows of " + list(s.options.From.List) + " in standard form"}
	out := []*pipelines.Table{made}
	if s.options.Summary.Value != "" {
		out = append(out, s.summary())
	}
	if dynamic {
		made.Dynamic = true
		return out, p
	}
	united, conflicts := unite(tables)
	for _, t := range s.options.From.List {
		if c, ok := conflicts[t.Value]; ok {
			p.Add(t.At, fmt.Sprintf("the column %s is %s in %s but %s in a table before it", c.column, c.b, t.Value, c.a), "give it one type in the extract steps")
		}
	}
	for _, c := range united {
		if _, ok := arrowType(c.Type); !ok {
			p.Add(s.options.From.At, fmt.Sprintf("the column %s has the type %s, which tables do not have", c.Name, c.Type), "cast it in the step that makes it")
		}
	}
	l := plan(united, s.options.off, s.extras())
	if len(l.groups) == 0 {
		p.Add(s.options.From.At, "there is nothing to cleanse: no name, address, e-mail, phone or birth date", "map the columns under fields: of the extract step")
	}
	made.Columns = l.out
	made.Sort, made.Key = order(made), order(made)
	return out, p
}

// order are the columns by which the table is sorted and its rows named.
func order(t *pipelines.Table) []string {
	out := []string{"source_order"}
	for _, c := range []string{"source_file", "source_row"} {
		if t.Has(c) {
			out = append(out, c)
		}
	}
	return out
}

func list(names []config.Text) string {
	words := make([]string, len(names))
	for i, n := range names {
		words[i] = n.Value
	}
	sort.Strings(words)
	text := ""
	for i, w := range words {
		if i > 0 {
			text += ", "
		}
		text += w
	}
	return text
}
