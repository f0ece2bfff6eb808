package sql

import (
	"context"
	_ "embed" // the documentation
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

//go:embed sql.md
var doc string

//go:embed example.yaml
var example string

//go:embed fixture.sql
var fixture string

// Options are the keys of a sql step.
type Options struct {
	From    config.Tables          `yaml:"from" about:"tables that the query may read; all when absent"`
	Query   config.Text            `yaml:"query" about:"one SELECT"`
	File    config.Text            `yaml:"file" about:"file of the project that holds it"`
	About   string                 `yaml:"about" about:"what one row of the table is"`
	Columns config.Entries[column] `yaml:"columns" about:"documentation of columns: a sentence, or {meaning, unit, values, experimental}"`
}

// column documents one column.
type column struct{ columnShape }

type columnShape struct {
	Meaning      string   `yaml:"meaning" required:"true" about:"what it says"`
	Unit         string   `yaml:"unit" about:"unit of its numbers"`
	Values       []string `yaml:"values" about:"its possible values"`
	Experimental bool     `yaml:"experimental" about:"it may change without a new contract"`
}

// DecodeNode reads a sentence or the long form.
func (c *column) DecodeNode(n config.Node, p *config.Problems) {
	if n.Kind() == config.Scalar {
		c.Meaning, _ = n.Text()
		return
	}
	config.Decode(n, &c.columnShape, p)
}

// SchemaNode describes both shapes to editors.
func (column) SchemaNode() *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Type: "string"}, config.SchemaOf(columnShape{})}}
}

// Spec tells everything about the step.
func Spec() pipelines.Spec {
	return pipelines.Spec{
		Type: "sql", Summary: "makes a table by one SELECT",
		Doc: doc, Example: example, Fixture: fixture,
		Options: func() any { return &Options{} },
		New:     newStep,
	}
}

type step struct {
	name   config.Text
	o      *Options
	query  string
	at     config.Node // of the query
	tables []string    // that the query reads
}

func newStep(e config.StepEntry, options any, s pipelines.Setting) (pipelines.Step, config.Problems) {
	var p config.Problems
	st := &step{name: e.Name, o: options.(*Options)}
	o := st.o
	switch {
	case o.Query.Value == "" && o.File.Value == "":
		p.Add(e.Node, "the step has no query", "write query: SELECT ... or file: queries/"+e.Name.Value+".sql")
		return st, p
	case o.Query.Value != "" && o.File.Value != "":
		p.Add(o.File.At, "query and file are both given", "keep one of them")
		return st, p
	}
	st.query, st.at = o.Query.Value, o.Query.At
	if o.File.Value != "" {
		st.at = o.File.At
		if !s.Project.CheckInside(o.File, &p) {
			return st, p
		}
		text, err := os.ReadFile(s.Project.Resolve(o.File.Value))
		if err != nil {
			p.Add(o.File.At, "the file "+o.File.Value+" cannot be read", "write a path relative to the project")
			return st, p
		}
		st.query = string(text)
	}
	st.query = strings.TrimRight(strings.TrimSpace(st.query), "; \n\t")
	parsed, err := duck.ParseSelects(context.Background(), []string{st.query})
	if err != nil {
		p.Add(st.at, err.Error(), "")
		return st, p
	}
	undefined := o.File.Value == "" && strings.Contains(st.query, "${") // told already
	if st.tables = parsed[0].Tables; parsed[0].Err != nil && !undefined {
		p.Add(st.at, "the query may not run: "+parsed[0].Err.Error(), "")
	}
	st.checkFrom(&p)
	return st, p
}

// checkFrom compares what the query reads with what from: says.
func (s *step) checkFrom(p *config.Problems) {
	if !s.o.From.At.Exists() {
		return
	}
	said := map[string]bool{}
	for _, t := range s.o.From.List {
		said[t.Value] = true
	}
	for _, t := range s.tables {
		if !said[t] {
			p.Add(s.o.From.At, "the query reads "+t+", which is not named here", "add it to from:, or leave from: out")
		}
	}
}

// Inputs are the tables of from: and those that the query names.
func (s *step) Inputs() []pipelines.Input {
	var in []pipelines.Input
	said := map[string]bool{}
	for _, t := range s.o.From.List {
		in, said[t.Value] = append(in, pipelines.Input{Table: t}), true
	}
	for _, t := range s.tables {
		if !said[t] {
			in = append(in, pipelines.Input{Table: config.Text{Value: t, At: s.at}})
		}
	}
	return in
}

// Patterns is the file of the query, so that its content is an input of the run.
func (s *step) Patterns() []pipelines.Pattern {
	if s.o.File.Value == "" {
		return nil
	}
	return []pipelines.Pattern{{Source: s.name.Value, Glob: s.o.File}}
}

// Plan promises the table; its columns are found when the query has run.
func (s *step) Plan(map[string]*pipelines.Table) ([]*pipelines.Table, config.Problems) {
	about := s.o.About
	if about == "" {
		about = "result of the project's query " + s.name.Value
	}
	t := &pipelines.Table{Name: s.name.Value, About: about, Dynamic: true}
	for _, c := range s.o.Columns {
		t.Columns = append(t.Columns, pipelines.Column{Name: c.Key, Meaning: c.Value.Meaning, Unit: c.Value.Unit, Values: c.Value.Values, Experimental: c.Value.Experimental})
	}
	return []*pipelines.Table{t}, nil
}

// Run makes the table and looks at its columns.
func (s *step) Run(ctx context.Context, r *pipelines.Run) ([]pipelines.Account, error) {
	if err := r.DB.Exec(ctx, "CREATE TABLE "+duck.Ident(s.name.Value)+" AS "+s.query); err != nil {
		return nil, fmt.Errorf("run the query: %w", err)
	}
	columns, err := r.DB.Describe(ctx, "SELECT * FROM "+duck.Ident(s.name.Value))
	if err != nil {
		return nil, fmt.Errorf("look at the columns: %w", err)
	}
	made := map[string]bool{}
	for _, c := range columns {
		made[c.Name] = true
		if !published.MatchString(c.Type) {
			return nil, fmt.Errorf("the column %s is %s, which a table may not have; write %s AS %s", c.Name, c.Type, remedy(c), c.Name)
		}
	}
	for _, c := range s.o.Columns {
		if !made[c.Key] {
			return nil, fmt.Errorf("columns: documents %s, which the query does not make", c.Key)
		}
	}
	return []pipelines.Account{{Subject: s.name.Value}}, nil
}

var published = regexp.MustCompile(`^(BOOLEAN|INTEGER|BIGINT|DOUBLE|DATE|TIMESTAMP|VARCHAR|DECIMAL\((1[0-8]|[1-9]),[0-9]+\))$`)

// remedy is the CAST to write.
func remedy(c duck.Column) string {
	to := "VARCHAR"
	switch {
	case strings.HasPrefix(c.Type, "DECIMAL"):
		to = "DECIMAL(18,2)"
	case strings.HasPrefix(c.Type, "TIMESTAMP"):
		to = "TIMESTAMP"
	case c.Type == "FLOAT":
		to = "DOUBLE"
	case strings.Contains(c.Type, "INT"):
		to = "BIGINT"
	}
	return "CAST(... AS " + to + ")"
}
