package extract

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/xuri/excelize/v2"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// night is one run of one step over files in a directory of its own.
type night struct {
	db       *duck.DB
	made     *step
	journal  *pipelines.Journal
	accounts []pipelines.Account
}

// snapshot is a previous night kept in files.
type snapshot map[string]string

func (s snapshot) Path(table string) (string, bool) {
	path, ok := s[table]
	return path, ok
}
func (s snapshot) ID() string { return "earlier" }

// runNight runs the step; an error of the run is returned.
func runNight(t *testing.T, yaml string, files map[string]string, before snapshot) (*night, error) {
	t.Helper()
	return runNightIn(context.Background(), t, yaml, files, before)
}

func runNightIn(ctx context.Context, t *testing.T, yaml string, files map[string]string, before snapshot) (*night, error) {
	t.Helper()
	dir := t.TempDir()
	var allowed []string
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		allowed = append(allowed, path)
	}
	for _, path := range before {
		allowed = append(allowed, path)
	}
	project := &config.Project{Dir: dir}
	project.Settings.TimeZone.Value = "Europe/Warsaw"
	out := t.TempDir()
	db, err := duck.Open(context.Background(), duck.Options{AllowedPaths: allowed, AllowedDirs: []string{out}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	n := &night{db: db, made: compile(t, project, yaml)}
	var r *pipelines.Run
	r, n.journal = pipelines.NewRun(db, project, time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC))
	if before != nil {
		r.Previous = before
	}
	for _, p := range n.made.Patterns() {
		names, err := doublestar.Glob(os.DirFS(dir), p.Glob.Value, doublestar.WithFilesOnly())
		if err != nil {
			t.Fatal(err)
		}
		sort.Strings(names)
		for _, name := range names {
			r.Files[p.Glob.Value] = append(r.Files[p.Glob.Value], pipelines.InputFile{Name: name, Path: filepath.Join(dir, name)})
		}
	}
	n.accounts, err = n.made.Run(ctx, r)
	for _, a := range n.accounts {
		if berr := a.Balance(); berr != nil {
			t.Error(berr)
		}
	}
	return n, err
}

func mustRun(t *testing.T, yaml string, files map[string]string, before snapshot) *night {
	t.Helper()
	n, err := runNight(t, yaml, files, before)
	if err != nil {
		t.Fatal(err)
	}
	n.promised(t)
	return n
}

// promised compares the tables made with Plan.
func (n *night) promised(t *testing.T) {
	t.Helper()
	tables, _ := n.made.Plan(nil)
	for _, table := range tables {
		got, err := n.db.Describe(context.Background(), "SELECT * FROM "+duck.Ident(table.Name))
		if err != nil {
			t.Fatal(err)
		}
		var have, want []string
		for _, c := range got {
			have = append(have, c.Name+" "+c.Type)
		}
		for _, c := range table.Columns {
			want = append(want, c.Name+" "+c.Type)
		}
		if strings.Join(have, ", ") != strings.Join(want, ", ") {
			t.Errorf("%s has\n%s, promised\n%s", table.Name, have, want)
		}
	}
}

// rows prints columns of the step's table, one row a line, sorted.
func (n *night) rows(t *testing.T, columns string) string {
	t.Helper()
	var cast []string
	for _, c := range strings.Fields(columns) {
		cast = append(cast, "COALESCE(REPLACE(CAST("+duck.Ident(c)+" AS VARCHAR), chr(10), '/'), '∅')")
	}
	var lines []string
	err := n.db.Rows(context.Background(), "SELECT concat_ws('|', "+strings.Join(cast, ", ")+") FROM "+duck.Ident(n.made.name)+" ORDER BY source_file, source_row", func(scan func(...any) error) error {
		var line string
		err := scan(&line)
		lines = append(lines, line)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(lines, "\n")
}

// reports prints rejects, accounts and warnings.
func (n *night) reports() string {
	var b strings.Builder
	for _, r := range n.journal.Rejects {
		fmt.Fprintf(&b, "reject %s:%d %s\n", r.File, r.Row, strings.Join(r.Reasons, "; "))
	}
	for _, a := range n.accounts {
		fmt.Fprintf(&b, "%s: %d+%d = %d out %d rejected %d merged\n", a.Subject, a.In, a.Added, a.Out, a.Rejected, a.Merged)
	}
	for _, w := range n.journal.Warnings {
		fmt.Fprintf(&b, "warning %s %s\n", w.Code, w.Text)
	}
	return strings.TrimRight(b.String(), "\n")
}

// keep writes a night's tables as the snapshot that the next one starts from.
func (n *night) keep(t *testing.T, inputs string) snapshot {
	t.Helper()
	dir := t.TempDir()
	out, err := duck.Open(context.Background(), duck.Options{AllowedDirs: []string{dir}})
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	s := snapshot{}
	tables, _ := n.made.Plan(nil)
	for _, table := range tables {
		path := filepath.Join(dir, table.Name+".parquet")
		if err := out.Load(context.Background(), table.Name, n.schemaOf(t, table.Name), n.produce(table.Name)); err != nil {
			t.Fatal(err)
		}
		if err := out.CopyParquet(context.Background(), "SELECT * FROM "+duck.Ident(table.Name), path); err != nil {
			t.Fatal(err)
		}
		s[table.Name] = path
	}
	if inputs != "" {
		s["run_inputs"] = filepath.Join(dir, "run_inputs.parquet")
		if err := out.CopyParquet(context.Background(), inputs, s["run_inputs"]); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func check(t *testing.T, what, got, want string) {
	t.Helper()
	if want = strings.Trim(want, "\n"); got != want {
		t.Errorf("%s: got\n%s\nwant\n%s", what, got, want)
	}
}

// sheet writes a workbook of one sheet.
func sheet(t *testing.T, rows ...[]any) string {
	t.Helper()
	f := excelize.NewFile()
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
