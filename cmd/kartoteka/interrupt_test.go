package main

import (
	"bufio"
	"bytes"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"kartoteka/pipelines"
)

// child is the program in a process of its own.
type child struct {
	cmd    *exec.Cmd
	lines  *bufio.Scanner // of its stderr
	stdout bytes.Buffer
}

func (s shop) start(args ...string) *child {
	s.t.Helper()
	binary, err := os.Executable()
	if err != nil {
		s.t.Fatal(err)
	}
	c := &child{cmd: exec.Command(binary, append(args, "--project", s.dir)...)}
	c.cmd.Env = append(os.Environ(), "KARTOTEKA_CHILD=1")
	c.cmd.Stdout = &c.stdout
	stderr, err := c.cmd.StderrPipe()
	if err == nil {
		err = c.cmd.Start()
	}
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = c.cmd.Process.Kill() })
	c.lines = bufio.NewScanner(stderr)
	return c
}

// reaches reads on until a line of progress begins so.
func (c *child) reaches(t *testing.T, begin string) {
	t.Helper()
	for c.lines.Scan() {
		if strings.Contains(c.lines.Text(), begin) {
			return
		}
	}
	t.Fatalf("the run ended before %q", begin)
}

// ends waits for the end and gives the exit code, -1 for a death by signal.
func (c *child) ends(t *testing.T) int {
	t.Helper()
	for c.lines.Scan() {
	}
	var exit *exec.ExitError
	if err := c.cmd.Wait(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return c.cmd.ProcessState.ExitCode()
}

// TestKilled: kill -9 while files are read, while a step works, and while the
// set is published. BI sees a whole set each time, the next run is right, and
// the customers keep their ids.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the example many times")
	}
	s := exampleShop(t)
	s.mustNight("2026-03-30")
	ids := s.rows(idsQuery)
	// What the night of the 31st has to be, in a shop where nothing happens.
	calm := shop{t, t.TempDir()}
	if err := os.CopyFS(calm.dir, os.DirFS(s.dir)); err != nil {
		t.Fatal(err)
	}
	want := filesOf(calm.mustNight("2026-03-31"))
	for _, c := range []struct {
		stage string
		wait  time.Duration
	}{
		{"extract crm", 0}, {"cleanse people", 10 * time.Millisecond},
		{"publishing", 0}, {"publishing", 100 * time.Millisecond},
	} {
		before := s.whole()
		victim := s.start("run", "nightly", "--as-of", "2026-03-31")
		victim.reaches(t, c.stage)
		time.Sleep(c.wait)
		_ = victim.cmd.Process.Kill()
		code := victim.ends(t)
		after := s.whole()
		t.Logf("killed %s after %q: exit code %d", c.wait, c.stage, code)
		if after.SnapshotID != before.SnapshotID && after.AsOf != "2026-03-31" {
			t.Errorf("%s: a set that nobody asked for: %s", c.stage, after.SnapshotID)
		}
		s.whole()
	}
	after := s.mustNight("2026-03-31")
	s.whole()
	s.clean()
	if got := filesOf(after); got != want {
		t.Errorf("after the kills the night differs:\n%s", firstDifferences(want, got))
	}
	if got := s.rows(idsQuery); got != ids {
		t.Error("customers changed their ids")
	}
	if e := s.command(t.Context(), "history"); strings.Count(e.stdout, "interrupted") < 3 {
		t.Errorf("the ledger does not tell of interrupted runs:\n%s", e.stdout)
	}
}

const idsQuery = "SELECT source, source_key, contact_id FROM {contact_sources} ORDER BY ALL"

// longNight is a project whose night would take hours.
var longNight = map[string]string{
	"kartoteka.yaml":    "project: long\n",
	"jobs/nightly.yaml": "job: nightly\npipelines: [long]\n",
	"pipelines/long.yaml": `pipeline: long
steps:
  - extract: crm
    files: crm.csv
    key: id
    fields: {family_name: name}
  - sql: pairs
    query: SELECT CAST(count(*) AS BIGINT) AS pairs FROM crm AS a, crm AS b, crm AS c, crm AS d, crm AS e WHERE a.source_row + b.source_row * c.source_row <> d.source_row + e.source_row
publish: [pairs]
`,
	"crm.csv": "id,name\n1,Nowak\n",
}

// TestSignalled: Ctrl-C and SIGTERM end a long run within seconds, with 130,
// and leave nothing behind.
func TestSignalled(t *testing.T) {
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		s := newShop(t, longNight)
		before := s.mustNight("2026-03-30")
		s.write("crm.csv", "id,name\n"+manyRows(3000))
		run := s.start("run", "nightly", "--as-of", "2026-03-31")
		run.reaches(t, "extract crm")
		time.Sleep(300 * time.Millisecond)
		told := time.Now()
		if err := run.cmd.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		code := run.ends(t)
		if took := time.Since(told); code != exitCancelled || took > 4*time.Second {
			t.Errorf("%v: exit code %d after %s\n%s", signal, code, took, run.stdout.String())
		}
		if got := (ended{stdout: run.stdout.String()}).said(); !strings.HasSuffix(got, untouched) {
			t.Errorf("%v: said %s", signal, got)
		}
		if s.whole().SnapshotID != before.SnapshotID {
			t.Error("something was published")
		}
		s.clean()
		if e := s.command(t.Context(), "history"); !strings.Contains(e.stdout, "cancelled") {
			t.Errorf("the ledger does not know it:\n%s", e.stdout)
		}
	}
}

func manyRows(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strconv.Itoa(i) + ",Nowak\n")
	}
	return b.String()
}

// TestTwoRunsAtOnce: the second is refused with 6 at once, or waits with --wait.
func TestTwoRunsAtOnce(t *testing.T) {
	s := newShop(t, badShop)
	before := s.mustNight("2026-03-30")
	release, err := pipelines.Lock(t.Context(), s.dir, false)
	if err != nil {
		t.Fatal(err)
	}
	e := s.night("2026-03-31")
	if e.code != exitLocked || !strings.Contains(e.stderr, "another run of this project is going on") {
		t.Errorf("exit code %d\n%s", e.code, e.stderr)
	}
	if s.whole().SnapshotID != before.SnapshotID {
		t.Error("something was published")
	}
	second := s.start("run", "nightly", "--as-of", "2026-03-31", "--wait")
	second.reaches(t, "waiting for the run that goes on")
	if err := release(); err != nil {
		t.Fatal(err)
	}
	if code := second.ends(t); code != exitOK || s.whole().AsOf != "2026-03-31" {
		t.Errorf("after waiting: exit code %d", code)
	}
}

// TestFullDisk runs a night on a file system that fills up on the way.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=6m", "none", dir).CombinedOutput(); err != nil {
		t.Skipf("no file system can be mounted here: %s", strings.TrimSpace(string(out)))
	}
	defer func() { _ = exec.Command("umount", dir).Run() }()
	s := shop{t, dir}
	for name, content := range badShop {
		s.write(name, content)
	}
	s.write("crm.csv", goodCSV(3000))
	before := s.mustNight("2026-03-30")
	for _, free := range []int64{200 << 10, 60 << 10, 0} {
		s.fill(free)
		e := s.night("2026-03-31")
		if err := os.Remove(s.path("ballast")); err != nil {
			t.Fatal(err)
		}
		if e.code != exitFailure || !strings.Contains(e.stdout+e.stderr, "disk is full") {
			t.Errorf("%d KB free: exit code %d\n%s\n%s", free>>10, e.code, e.said(), e.stderr)
		}
		if s.whole().SnapshotID != before.SnapshotID {
			t.Errorf("%d KB free: something was published", free>>10)
		}
		s.clean()
	}
	if s.mustNight("2026-03-31"); s.whole().AsOf != "2026-03-31" {
		t.Error("the night after does not publish")
	}
}

// fill leaves so many bytes on the file system of a shop.
func (s shop) fill(free int64) {
	s.t.Helper()
	var fs syscall.Statfs_t
	if err := syscall.Statfs(s.dir, &fs); err != nil {
		s.t.Fatal(err)
	}
	s.write("ballast", strings.Repeat("x", max(0, int(int64(fs.Bavail)*fs.Bsize-free))))
}
