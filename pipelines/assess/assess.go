package assess

import (
	"embed"

	"kartoteka/config"
	"kartoteka/pipelines"
)

//go:embed sql/*.sql assess.md example.yaml fixture.sql
var files embed.FS

// Spec tells everything about the step type.
func Spec() pipelines.Spec {
	return pipelines.Spec{
		Type:    "assess",
		Summary: "does the firm collect the data it needs, and does it need what it collects",
		Doc:     embedded("assess.md"),
		Example: embedded("example.yaml"),
		Fixture: embedded("fixture.sql"),
		Sides:   []string{"collection_uses", "collection_advice"},
		Options: func() any { return &Options{} },
		New:     newStep,
	}
}

// embedded is a file of this package; it is there, or the package would not
// compile.
func embedded(name string) string {
	text, err := files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return string(text)
}

// step is one assess step of a plan.
type step struct {
	name    string
	options *Options
	empty   []string
	lineage reads
	columns map[string]bool // fields of the tables read
}

func newStep(e config.StepEntry, options any, s pipelines.Setting) (pipelines.Step, config.Problems) {
	st := &step{name: e.Name.Value, options: options.(*Options), lineage: lineage(s.Project), columns: map[string]bool{}}
	if s.Project != nil {
		st.empty = s.Project.Settings.Empty
	}
	var p config.Problems
	if len(st.options.From.Roles) > 0 {
		p.Add(st.options.From.At, "assess takes a table or a list of tables, not roles", "write from: contact_sources or from: [people, placed_orders]")
	}
	return st, p
}

// Inputs are the tables read.
func (s *step) Inputs() []pipelines.Input {
	var out []pipelines.Input
	for _, t := range s.options.From.List {
		out = append(out, pipelines.Input{Table: t})
	}
	if s.options.UsesFrom.Value != "" {
		out = append(out, pipelines.Input{Role: "uses_from", Table: s.options.UsesFrom})
	}
	return out
}

// Plan checks the fields that uses name and tells the tables made.
func (s *step) Plan(in map[string]*pipelines.Table) ([]*pipelines.Table, config.Problems) {
	var p config.Problems
	names, dynamic := []string{}, false
	for _, text := range s.options.From.List {
		if t := in[text.Value]; t != nil {
			dynamic = dynamic || t.Dynamic
			names = append(names, t.ColumnNames()...)
		}
	}
	if t := in[s.options.UsesFrom.Value]; t != nil && !t.Has("use", "required_fields", "optional_fields") {
		p.Add(s.options.UsesFrom.At, "the table "+t.Name+" lacks one of the columns use, required_fields, optional_fields", "keep them in the step that makes it")
	}
	for _, by := range s.options.By {
		if !dynamic && !contains(names, by.Value) {
			p.Add(by.At, "no table read has the column "+by.Value, config.DidYouMean(by.Value, names))
		}
	}
	return s.tables(), p
}

func contains(names []string, name string) bool {
	for _, n := range names {
		if n == name {
			return true
		}
	}
	return false
}
