package pipelines

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kartoteka/pipelines/snapshot"
)

func TestExecuteStatuses(t *testing.T) {
	for name, c := range map[string]struct {
		pipeline  string
		want      Status
		err       string
		published bool
	}{
		"ok":            {"  - make: a\n  - make: b\n    from: a\npublish: [a, b]\n", StatusOK, "", true},
		"warning":       {"  - make: a\n    warn: true\npublish: [a]\n", StatusWarnings, "", true},
		"check warned":  {"  - make: a\n    check: warned\npublish: [a]\n", StatusWarnings, "", true},
		"check failed":  {"  - make: a\n    check: failed\npublish: [a]\n", StatusChecksFailed, "blocking checks failed: a (told)", false},
		"step failed":   {"  - make: a\n    fail: true\npublish: [a]\n", StatusFailed, "make a: broken as told", false},
		"lost a row":    {"  - make: a\n    lose: 1\npublish: [a]\n", StatusFailed, "make a: the account of a does not balance: 3 rows in + 0 added, but 2 out", false},
		"missing input": {"  - make: a\n    files: in/*.xml\npublish: [a]\n", StatusLate, "make a: no file matches \"in/*.xml\"", false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, c.pipeline)
			r := run(t, dir, nil)
			if r.Status != c.want {
				t.Fatalf("got %s (%v), want %s", r.Status, r.Err, c.want)
			}
			if c.err != "" && (r.Err == nil || !strings.HasPrefix(r.Err.Error(), c.err)) {
				t.Errorf("got %v, want %s", r.Err, c.err)
			}
			m, err := snapshot.Current(filepath.Join(dir, "published"))
			if err != nil || (m != nil) != c.published {
				t.Errorf("published: %v, %v", m != nil, err)
			}
			left, err := filepath.Glob(filepath.Join(dir, ".kartoteka", "runs", "*"))
			if err != nil || len(left) > 0 {
				t.Errorf("left behind: %v %v", left, err)
			}
		})
	}
}

// A night repeated arrives at the same snapshot; changed input makes a new one
// and the state is the last snapshot.
func TestExecuteAgain(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "  - make: a\n    files: in/*.csv\npublish: [a]\n")
	first := run(t, dir, nil)
	again := run(t, dir, nil)
	if first.SnapshotID != again.SnapshotID || !again.Unchanged || again.Previous != "" {
		t.Errorf("first %s, again %s (unchanged %v, previous %q)", first.SnapshotID, again.SnapshotID, again.Unchanged, again.Previous)
	}
	if err := os.WriteFile(filepath.Join(dir, "in", "b.csv"), []byte("y\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	next := run(t, dir, nil)
	if next.SnapshotID == first.SnapshotID || next.Previous != first.SnapshotID || next.Unchanged {
		t.Errorf("next %s, previous %s", next.SnapshotID, next.Previous)
	}
}

func TestExecuteDryRunWritesNothing(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "  - make: a\npublish: [a]\n")
	r := run(t, dir, func(q *Request) { q.DryRun = true })
	if r.Status != StatusOK || len(r.Steps) != 1 || r.Steps[0].Rows != 3 {
		t.Fatalf("%+v", r)
	}
	if _, err := os.Stat(filepath.Join(dir, "published")); !os.IsNotExist(err) {
		t.Errorf("published exists: %v", err)
	}
}

func TestExecuteKeepLeavesTables(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "  - make: a\n  - make: b\n    from: a\npublish: [b]\n")
	r := run(t, dir, func(q *Request) { q.Keep = true })
	for _, name := range []string{"a", "b"} {
		if _, err := os.Stat(filepath.Join(r.RunDir, "tables", name+".parquet")); err != nil {
			t.Error(err)
		}
	}
}

func TestExecuteCancelled(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "  - make: a\npublish: [a]\n")
	pl, _ := plan(t, dir, nil)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	r := Execute(ctx, Request{Plan: pl, RunID: "r1", Now: func() time.Time { return night }})
	if r.Status != StatusCancelled {
		t.Errorf("got %s: %v", r.Status, r.Err)
	}
}

func TestContract(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "  - make: a\n  - make: b\npublish: [a, b]\n")
	run(t, dir, nil)
	write(t, dir, "  - make: a\n    change: true\npublish: [a]\n")
	pl, _ := plan(t, dir, nil)
	problems, err := pl.Breaks()
	if err != nil {
		t.Fatal(err)
	}
	want := "jobs/nightly.yaml: the table b is published today and would go; readers may rely on it: put it back, or raise contract: to 2 in kartoteka.yaml\n" +
		"pipelines/a.yaml:5:11: the column a.n is published today and would go; readers may rely on it: put it back, or raise contract: to 2 in kartoteka.yaml"
	if problems.Error() != want {
		t.Errorf("got\n%s\nwant\n%s", problems, want)
	}
}

func TestLock(t *testing.T) {
	dir := t.TempDir()
	release, err := Lock(context.Background(), dir, false)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Lock(context.Background(), dir, false); err != ErrLocked {
		t.Errorf("a second lock: %v", err)
	}
	if err := release(); err != nil {
		t.Fatal(err)
	}
	again, err := Lock(context.Background(), dir, true)
	if err != nil {
		t.Fatal(err)
	}
	if err := again(); err != nil {
		t.Fatal(err)
	}
}
