package pipelines

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines/duck"
)

// fakeOptions drive the step type of these tests.
type fakeOptions struct {
	From   config.Tables `yaml:"from" about:"tables to read"`
	Files  config.Text   `yaml:"files" about:"pattern"`
	Rows   int           `yaml:"rows" default:"3" about:"rows to make"`
	Lose   int           `yaml:"lose" about:"rows to lose without a word"`
	Fail   bool          `yaml:"fail" about:"fail"`
	Check  string        `yaml:"check" about:"outcome of a check"`
	Warn   bool          `yaml:"warn" about:"warn"`
	Change bool          `yaml:"change" about:"other columns"`
}

type fakeStep struct {
	name string
	o    *fakeOptions
}

func (s fakeStep) Inputs() []Input {
	var in []Input
	for _, t := range s.o.From.List {
		in = append(in, Input{Table: t})
	}
	return in
}

func (s fakeStep) Patterns() []Pattern {
	if s.o.Files.Value == "" {
		return nil
	}
	return []Pattern{{Source: s.name, Glob: s.o.Files}}
}

func (s fakeStep) Plan(map[string]*Table) ([]*Table, config.Problems) {
	n := "n"
	if s.o.Change {
		n = "m"
	}
	return []*Table{{Name: s.name, About: "numbers", Columns: []Column{{Name: n, Type: "BIGINT", Meaning: "number"}}, Sort: []string{n}}}, nil
}

func (s fakeStep) Run(ctx context.Context, r *Run) ([]Account, error) {
	if s.o.Fail {
		return nil, errors.New("broken as told")
	}
	if s.o.Warn {
		r.Warn("told", "warned as told")
	}
	if s.o.Check != "" {
		r.RecordCheck(CheckResult{Check: s.name, Rule: "told", Table: s.name, Status: s.o.Check, Blocking: true})
	}
	tables, _ := s.Plan(nil)
	err := r.DB.Exec(ctx, "CREATE TABLE "+duck.Ident(s.name)+" AS SELECT range AS "+tables[0].Columns[0].Name+" FROM range("+itoa(s.o.Rows)+")")
	return []Account{{Subject: s.name, In: int64(s.o.Rows), Out: int64(s.o.Rows - s.o.Lose)}}, err
}

func itoa(n int) string { lit, _ := duck.Literal(n); return lit }

var fakes = Catalog{{
	Type: "make", Summary: "makes numbers", Doc: "for tests", Example: "- make: a\n",
	Options: func() any { return &fakeOptions{} },
	New: func(e config.StepEntry, o any, _ Setting) (Step, config.Problems) {
		return fakeStep{e.Name.Value, o.(*fakeOptions)}, nil
	},
}}

var night = time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC)

// write makes a project of one job and one pipeline.
func write(t *testing.T, dir, pipeline string) {
	t.Helper()
	for name, text := range map[string]string{
		"kartoteka.yaml":    "project: p\nlimits: {memory: 500MB, threads: 2}\n",
		"jobs/nightly.yaml": "job: nightly\npipelines: [one]\nparams: {n: {type: integer, default: 4}}\n",
		"pipelines/a.yaml":  "pipeline: one\nsteps:\n" + pipeline,
		"in/a.csv":          "x\n",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// plan loads a project and plans its job.
func plan(t *testing.T, dir string, set map[string]string) (*Plan, config.Problems) {
	t.Helper()
	env := func(string) (string, bool) { return "", false }
	p, problems := config.Load(dir, env)
	if len(problems) > 0 {
		return nil, problems
	}
	return NewPlan(p, p.Jobs[0], fakes, Values{AsOf: night, Params: set, Env: env})
}

// run plans and executes.
func run(t *testing.T, dir string, change func(*Request)) *Result {
	t.Helper()
	pl, problems := plan(t, dir, nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	q := Request{Plan: pl, RunID: "r1", Version: "test", Now: func() time.Time { return night }}
	if change != nil {
		change(&q)
	}
	return Execute(context.Background(), q)
}
