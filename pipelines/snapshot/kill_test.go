package snapshot

import (
	"context"
	"errors"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// TestMain lets the test binary be the victim: it publishes, and kills itself at a stage.
func TestMain(m *testing.M) {
	if dir := os.Getenv("SNAPSHOT_VICTIM"); dir != "" {
		if err := victim(dir, os.Getenv("SNAPSHOT_STAGE")); err != nil {
			os.Stderr.WriteString(err.Error() + "\n")
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// small is a set of an open, a restricted and a carried table.
func small(id string) Set {
	s := set(id)
	s.Tables = []Table{s.Tables[1], s.Tables[4]}
	return s
}

type silent struct{ testing.TB }

func (silent) Helper()           {}
func (silent) Fatal(args ...any) { panic(args) }
func (silent) Cleanup(func())    {}

func victim(dir, stage string) error {
	db := open(silent{}, 2, dir)
	p := New(dir, 2, 2)
	p.At = func(s string) {
		if s == stage {
			syscall.Kill(os.Getpid(), syscall.SIGKILL)
		}
	}
	if os.Getenv("SNAPSHOT_ERASE") != "" {
		_, err := p.Rewrite(context.Background(), db, gone())
		return err
	}
	night(silent{}, db, 200, 1)
	_, err := p.Publish(context.Background(), db, small("new"))
	return err
}

// kill runs the victim, which must die at the stage.
func kill(t *testing.T, dir, stage string, env ...string) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(append(os.Environ(), "SNAPSHOT_VICTIM="+dir, "SNAPSHOT_STAGE="+stage), env...)
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
		t.Fatalf("%s: %v %s", stage, err, out)
	}
}

// TestKilledAtEveryStage kills a publishing process at every stage it reaches. What readers see is one whole set, and
// the next publication brings exactly the files of an undisturbed one.
func TestKilledAtEveryStage(t *testing.T) {
	prepare := func() (string, *Publisher) {
		dir := t.TempDir()
		db := open(t, 2, dir)
		for i, id := range []string{"older", "old"} {
			night(t, db, 200, -i)
			publish(t, New(dir, 2, 2), db, small(id))
		}
		return dir, New(dir, 2, 2)
	}
	dir, p := prepare()
	db := open(t, 2, dir)
	night(t, db, 200, 1)
	var stages []string
	p.At = func(s string) { stages = append(stages, s) }
	want := hashes(publish(t, p, db, small("new")))
	if len(stages) < 15 {
		t.Fatalf("stages: %v", stages)
	}
	for _, stage := range stages {
		dir, p := prepare()
		kill(t, dir, stage)
		m, err := Current(dir)
		if err != nil || !whole(dir, m) || (m.SnapshotID != "old" && m.SnapshotID != "new") {
			t.Fatalf("killed at %s: the pointer names no whole set", stage)
		}
		late := slices.Index(stages, stage) >= slices.Index(stages, "pointed")
		if late != (m.SnapshotID == "new") {
			t.Errorf("killed at %s: the pointer names %s", stage, m.SnapshotID)
		}
		if err := p.Recover(); err != nil {
			t.Fatal(err)
		}
		for _, f := range m.Tables {
			if f.Place == placeTables && !same(dir+"/"+f.Path, dir+"/tables/"+f.Table+".parquet") {
				t.Errorf("killed at %s: recovery left the stable path of %s elsewhere", stage, f.Table)
			}
		}
		db := open(t, 2, dir)
		night(t, db, 200, 1)
		if got := hashes(publish(t, p, db, small("new"))); !maps.Equal(got, want) {
			t.Errorf("killed at %s: the next publication differs", stage)
		}
		if all := list(t, dir); strings.Contains(all, ".staging") || strings.Contains(all, ".trash") || strings.Contains(all, ".link") || strings.Contains(all, "older") {
			t.Errorf("killed at %s: left behind: %s", stage, all)
		}
	}
	t.Logf("%d stages", len(stages))
}

// TestKilledDuringErasure kills a process that takes persons out of the kept sets, at every stage. The pointer always
// names a whole set, and the next erasure finishes the work.
func TestKilledDuringErasure(t *testing.T) {
	prepare := func() string {
		dir := t.TempDir()
		db := open(t, 2, dir)
		for i, id := range []string{"older", "old"} {
			night(t, db, 20, i)
			publish(t, New(dir, 2, 2), db, small(id))
		}
		return dir
	}
	dir := prepare()
	p := New(dir, 2, 2)
	var stages []string
	p.At = func(s string) {
		if !slices.Contains(stages, s) {
			stages = append(stages, s)
		}
	}
	if _, err := p.Rewrite(context.Background(), open(t, 2, dir), gone()); err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(stages, "superseded") || !slices.Contains(stages, "renamed") {
		t.Fatalf("stages: %v", stages)
	}
	for _, stage := range stages {
		dir := prepare()
		kill(t, dir, stage, "SNAPSHOT_ERASE=1")
		m, err := Current(dir)
		if err != nil || !whole(dir, m) || m.SnapshotID != "old" {
			t.Fatalf("killed at %s: the pointer names no whole set", stage)
		}
		db := open(t, 2, dir)
		if _, err := New(dir, 2, 2).Rewrite(context.Background(), db, gone()); err != nil {
			t.Fatalf("killed at %s: %v", stage, err)
		}
		all, err := Snapshots(dir)
		if err != nil || len(all) != 2 {
			t.Fatalf("killed at %s: %d sets, %v", stage, len(all), err)
		}
		for _, m := range all {
			if left := holds(t, db, dir, m); len(left) > 0 || !whole(dir, m) {
				t.Errorf("killed at %s: set %s still holds %v", stage, m.Directory, left)
			}
		}
		if files := list(t, dir); strings.Contains(files, ".staging") || strings.Contains(files, ".trash") {
			t.Errorf("killed at %s: left behind %s", stage, files)
		}
	}
	t.Logf("%d stages", len(stages))
}
