package extract

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// sharedDir finds the shared data beside the repository.
func sharedDir(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("KARTOTEKA_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "data", "world", "truth")); err != nil {
		t.Skip("no shared data: name its directory with KARTOTEKA_SHARED")
	}
	return dir
}

// TestWorld reads every file of the world with the project that is kept for it
// and holds the rejected rows and the counts of each file against the truth.
func TestWorld(t *testing.T) {
	world := filepath.Join(sharedDir(t), "data", "world")
	abs, err := filepath.Abs(world)
	if err != nil {
		t.Fatal(err)
	}
	project, problems := config.Load(filepath.Join("..", "..", "testdata", "world"), os.LookupEnv)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	project.Dir = abs
	var files []string
	for _, f := range worldFiles(t, abs) {
		files = append(files, filepath.Join(abs, f))
	}
	db, err := duck.Open(context.Background(), duck.Options{AllowedPaths: files})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	r, journal := pipelines.NewRun(db, project, time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC))
	for _, pl := range project.Pipelines {
		for _, e := range pl.Steps {
			if e.Type == "extract" {
				runEntry(t, r, project, e)
			}
		}
	}
	compareCounts(t, world, journal)
	compareRejects(t, db, world, journal)
	for _, w := range journal.Warnings {
		t.Log(w.Code, w.Text)
	}
}

func worldFiles(t *testing.T, dir string) []string {
	t.Helper()
	names, err := doublestar.Glob(os.DirFS(dir), "**/*", doublestar.WithFilesOnly())
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func runEntry(t *testing.T, r *pipelines.Run, project *config.Project, e config.StepEntry) {
	t.Helper()
	var problems config.Problems
	o := &Options{}
	config.Decode(e.Body, o, &problems)
	made, more := newStep(e, o, pipelines.Setting{Project: project})
	if problems = append(problems, more...); len(problems) > 0 {
		t.Fatal(problems.Sorted())
	}
	for _, p := range made.(pipelines.FileReader).Patterns() {
		names, err := doublestar.Glob(os.DirFS(project.Dir), p.Glob.Value, doublestar.WithFilesOnly())
		if err != nil {
			t.Fatal(err)
		}
		var files []pipelines.InputFile
		for _, n := range names {
			files = append(files, pipelines.InputFile{Name: n, Path: filepath.Join(project.Dir, n)})
		}
		r.Files[p.Glob.Value] = files
	}
	accounts, err := made.Run(context.Background(), r)
	if err != nil {
		t.Fatalf("%s: %v", e.Name.Value, err)
	}
	for _, a := range accounts {
		if err := a.Balance(); err != nil {
			t.Error(err)
		}
	}
}

func compareCounts(t *testing.T, world string, journal *pipelines.Journal) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(world, "truth", "files.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]struct {
		Rows int64 `json:"rows"`
		Bad  int64 `json:"bad_rows"`
	}
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	exact := 0
	for _, in := range journal.Inputs {
		w, ok := want[in.File]
		if !ok {
			continue
		}
		delete(want, in.File)
		if in.Read != w.Rows || in.Rejected != w.Bad || in.Accepted != w.Rows-w.Bad {
			t.Errorf("%s: read %d, rejected %d; want %d, %d", in.File, in.Read, in.Rejected, w.Rows, w.Bad)
			continue
		}
		exact++
	}
	if len(want) > 0 {
		t.Errorf("%d files were not read", len(want))
	}
	t.Logf("%d files exact", exact)
}

func compareRejects(t *testing.T, db *duck.DB, world string, journal *pipelines.Journal) {
	t.Helper()
	abs, err := filepath.Abs(filepath.Join(world, "truth", "bad_rows.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	err = db.Rows(context.Background(), "SELECT file, row_no, kind FROM read_parquet("+duck.Quote(abs)+")", func(scan func(...any) error) error {
		var file, kind string
		var row int
		err := scan(&file, &row, &kind)
		want[fmt.Sprintf("%s %d", file, row)] = kind
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	all := len(want)
	for _, r := range journal.Rejects {
		id := fmt.Sprintf("%s %d", r.File, r.Row)
		if _, ok := want[id]; !ok {
			t.Errorf("%s is rejected wrongly: %s", id, strings.Join(r.Reasons, "; "))
		}
		delete(want, id)
	}
	for id, kind := range want {
		t.Errorf("%s (%s) is not rejected", id, kind)
	}
	t.Logf("%d rejects of %d", len(journal.Rejects), all)
}
