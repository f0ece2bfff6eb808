package steptest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// Options vary one run of an example.
type Options struct {
	Threads int
	Shuffle bool
	AsOf    time.Time // zero: 2026-03-31
	YAML    string    // instead of the spec's example
}

// Bench is one run of a step's example with all that it touched.
type Bench struct {
	Dir      string
	DB       *duck.DB
	Run      *pipelines.Run
	Journal  *pipelines.Journal
	Step     pipelines.Step
	Made     []*pipelines.Table
	Accounts []pipelines.Account
	before   map[string]bool
}

// Execute sets up a project with the spec's files and fixture, runs the
// example and returns what it left. Every mistake ends the test.
func Execute(t *testing.T, spec pipelines.Spec, o Options) *Bench {
	t.Helper()
	b := Prepare(t, spec, o)
	var err error
	if b.Accounts, err = b.Step.Run(context.Background(), b.Run); err != nil {
		t.Fatalf("run the example: %v", err)
	}
	b.Run.SetTables(b.Made...)
	return b
}

// Prepare does everything of Execute but the run of the step.
func Prepare(t *testing.T, spec pipelines.Spec, o Options) *Bench {
	t.Helper()
	if o.Threads == 0 {
		o.Threads = 2
	}
	if o.AsOf.IsZero() {
		o.AsOf = time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC)
	}
	b := &Bench{Dir: t.TempDir()}
	project := b.project(t, spec)
	export := filepath.Join(b.Dir, ".kartoteka", "export")
	if err := os.MkdirAll(export, 0o755); err != nil {
		t.Fatal(err)
	}
	db, err := duck.Open(context.Background(), duck.Options{Threads: o.Threads, AllowedDirs: []string{export}, TempDir: filepath.Join(b.Dir, ".kartoteka", "temp")})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	b.DB = db
	b.Run, b.Journal = pipelines.NewRun(db, project, o.AsOf)
	b.Run.Threads, b.Run.Export = o.Threads, export
	b.fixture(t, spec, o.Shuffle)
	b.decode(t, spec, project, o.YAML)
	return b
}

func (b *Bench) project(t *testing.T, spec pipelines.Spec) *config.Project {
	t.Helper()
	files := map[string]string{config.ProjectFile: "project: conformance\ntime_zone: Europe/Warsaw\ncountry: PL\n"}
	for name, text := range spec.Files {
		files[name] = text
	}
	for name, text := range files {
		path := filepath.Join(b.Dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	project, problems := config.Load(b.Dir, os.LookupEnv)
	if len(problems) > 0 {
		t.Fatalf("load the project of the example: %v", problems)
	}
	return project
}

// fixture makes the tables that the example reads and declares them with the
// columns they have.
func (b *Bench) fixture(t *testing.T, spec pipelines.Spec, shuffle bool) {
	t.Helper()
	ctx := context.Background()
	for _, stmt := range strings.Split(spec.Fixture, ";\n") {
		if strings.TrimSpace(stmt) == "" {
			continue
		}
		if err := b.DB.Exec(ctx, stmt); err != nil {
			t.Fatalf("fixture: %v\n%s", err, stmt)
		}
	}
	b.before = map[string]bool{}
	for _, name := range b.tables(t) {
		b.before[name] = true
		if shuffle {
			q := duck.Ident(name)
			for _, stmt := range []string{
				"CREATE TABLE shuffled__ AS SELECT * FROM " + q + " AS t ORDER BY hash(CAST(t AS VARCHAR)), rowid DESC",
				"DROP TABLE " + q, "ALTER TABLE shuffled__ RENAME TO " + q,
			} {
				if err := b.DB.Exec(ctx, stmt); err != nil {
					t.Fatalf("shuffle %s: %v", name, err)
				}
			}
		}
		columns, err := b.DB.Describe(ctx, "SELECT * FROM "+duck.Ident(name))
		if err != nil {
			t.Fatal(err)
		}
		table := &pipelines.Table{Name: name, Maker: "fixture"}
		for _, c := range columns {
			table.Columns = append(table.Columns, pipelines.Column{Name: c.Name, Type: c.Type, Meaning: c.Name})
		}
		b.Run.SetTables(table)
	}
}

func (b *Bench) decode(t *testing.T, spec pipelines.Spec, project *config.Project, yaml string) {
	t.Helper()
	if yaml == "" {
		yaml = spec.Example
	}
	var problems config.Problems
	step, made := b.plan(spec, project, yaml, &problems)
	if len(problems) > 0 {
		t.Fatalf("the example has problems:\n%v", problems.Sorted())
	}
	b.Step, b.Made = step, made
	if reader, ok := step.(pipelines.FileReader); ok {
		for _, p := range reader.Patterns() {
			b.Run.Files[p.Glob.Value] = resolve(t, project, p)
		}
	}
}

// plan decodes the first step of a YAML list and connects it.
func (b *Bench) plan(spec pipelines.Spec, project *config.Project, yaml string, problems *config.Problems) (pipelines.Step, []*pipelines.Table) {
	items := config.Parse("example.yaml", []byte(yaml), problems).Items()
	if len(items) == 0 {
		problems.AddAt(config.Pos{File: "example.yaml"}, "", "the example is not a list of one step", "")
		return nil, nil
	}
	entry, ok := config.EntryOf(items[0], problems)
	if !ok || entry.Type != spec.Type {
		problems.AddAt(entry.TypeAt, "", fmt.Sprintf("the example is of type %q", entry.Type), "")
		return nil, nil
	}
	options := spec.Options()
	config.Decode(entry.Body, options, problems)
	step, more := spec.New(entry, options, pipelines.Setting{Project: project, Job: "test"})
	*problems = append(*problems, more...)
	if step == nil || len(*problems) > 0 {
		return step, nil
	}
	in := map[string]*pipelines.Table{}
	for _, i := range step.Inputs() {
		table, ok := b.Run.Table(i.Table.Value)
		if !ok && !i.Optional {
			problems.Add(i.Table.At, "the fixture does not make the table "+i.Table.Value, "")
		}
		if ok {
			in[table.Name] = table
		}
	}
	made, more := step.Plan(in)
	*problems = append(*problems, more...)
	return step, made
}

// tables lists the tables and views of the database.
func (b *Bench) tables(t *testing.T) []string {
	t.Helper()
	var out []string
	err := b.DB.Rows(context.Background(), "SELECT table_name FROM information_schema.tables ORDER BY 1", func(scan func(...any) error) error {
		var name string
		err := scan(&name)
		out = append(out, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Dump prints a table with its columns, rows in a total order, NULL as ∅.
func (b *Bench) Dump(t *testing.T, table string, columns ...string) string {
	t.Helper()
	ctx := context.Background()
	list := "*"
	if len(columns) > 0 {
		quoted := make([]string, len(columns))
		for i, c := range columns {
			quoted[i] = duck.Ident(c)
		}
		list = strings.Join(quoted, ", ")
	}
	described, err := b.DB.Describe(ctx, "SELECT "+list+" FROM "+duck.Ident(table))
	if err != nil {
		t.Fatal(err)
	}
	var names, casts []string
	for _, c := range described {
		names = append(names, c.Name)
		casts = append(casts, "COALESCE(CAST("+duck.Ident(c.Name)+" AS VARCHAR), '∅')")
	}
	var lines []string
	err = b.DB.Rows(ctx, "SELECT concat_ws('|', "+strings.Join(casts, ", ")+") FROM "+duck.Ident(table), func(scan func(...any) error) error {
		var line string
		err := scan(&line)
		lines = append(lines, line)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	sort.Strings(lines)
	return strings.Join(names, "|") + "\n" + strings.Join(lines, "\n") + "\n"
}

// dumpAll prints every table that the step made and what it reported.
func (b *Bench) dumpAll(t *testing.T) string {
	t.Helper()
	var s strings.Builder
	for _, table := range b.Made {
		fmt.Fprintf(&s, "== %s\n%s", table.Name, b.Dump(t, table.Name))
	}
	for _, a := range b.Accounts {
		fmt.Fprintf(&s, "account %+v\n", a)
	}
	for _, r := range b.Journal.Rejects {
		fmt.Fprintf(&s, "reject %s %d %v\n", r.File, r.Row, r.Reasons)
	}
	return s.String()
}
