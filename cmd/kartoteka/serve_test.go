package main

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"kartoteka/jobs/announce/relay"
	"kartoteka/jobs/history"
)

// served is a shop with a kartoteka serve of its own.
type served struct {
	shop
	ledger *history.Ledger
	mail   *relay.Server
	serve  *child
	said   <-chan string // lines of serve and its runs
}

// serveShop makes a shop whose job nightly waits for a file; more is YAML of the
// job.
func serveShop(t *testing.T, more string) served {
	t.Helper()
	mail, server := relay.Start(t, &relay.Server{})
	s := newShop(t, map[string]string{
		"kartoteka.yaml": fmt.Sprintf("project: firm\nsmtp: {host: 127.0.0.1, port: %d, from: nightly@firm.example}\n", server.Port),
		"jobs/nightly.yaml": "job: nightly\nschedule: {cron: \"0 0 1 1 *\", missed: all}\npipelines: [p]\n" +
			"wait_for: {sources: [crm], until: \"" + time.Now().UTC().Add(-time.Hour).Format("15:04") + "\"}\n" +
			"notify:\n  - {on: [failed, recovered, ok], email: team@firm.example}\n" + more,
		"pipelines/p.yaml": "pipeline: p\nsteps:\n  - extract: crm\n    files: in/*.csv\n    key: id\n    fields: {email: mail}\npublish: [crm]\n",
	})
	ledger, err := history.Open(t.Context(), history.Path(s.dir))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ledger.Close() })
	return served{shop: s, ledger: ledger, mail: mail}
}

// due puts an occurrence into the ledger as the tick does.
func (s served) due(ago time.Duration) string {
	s.t.Helper()
	at := time.Now().UTC().Truncate(time.Minute).Add(-ago)
	id, err := s.ledger.Note(s.t.Context(), history.Run{Job: "nightly", Scheduled: at, AsOf: at.Truncate(24 * time.Hour), Status: history.Queued})
	if err != nil {
		s.t.Fatal(err)
	}
	return id
}

func (s *served) begin(args ...string) {
	s.serve = s.start(append([]string{"serve"}, args...)...)
	lines, said := s.serve.lines, make(chan string, 10_000)
	s.said = said
	go func() {
		defer close(said)
		for lines.Scan() { // an unread pipe would hold serve up
			said <- lines.Text()
		}
	}()
}

// says waits for serve, or a run of it, to say something.
func (s served) says(text string) {
	s.t.Helper()
	patience := time.After(60 * time.Second)
	for {
		select {
		case line, more := <-s.said:
			if !more {
				s.t.Fatalf("serve ended without saying %q", text)
			}
			if strings.Contains(line, text) {
				return
			}
		case <-patience:
			s.t.Fatalf("serve does not say %q", text)
		}
	}
}

// run gives the row of a run.
func (s served) run(id string) history.Run {
	s.t.Helper()
	run, _, err := s.ledger.Show(s.t.Context(), id)
	if err != nil {
		s.t.Fatal(err)
	}
	return run
}

// runs gives the processes that serve started.
func (s served) runs() []int {
	s.t.Helper()
	serve := s.serve.cmd.Process.Pid
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", serve))
	if err != nil || len(threads) == 0 {
		s.t.Skip("SKIPPED: this kernel does not tell the children of a process")
	}
	var all []int
	for _, thread := range threads {
		text, err := os.ReadFile(thread)
		if err != nil {
			continue // the thread is gone
		}
		for _, field := range strings.Fields(string(text)) {
			pid, err := strconv.Atoi(field)
			if err != nil {
				s.t.Fatal(err)
			}
			all = append(all, pid)
		}
	}
	return all
}

func (s served) kill(runs []int) {
	s.t.Helper()
	for _, pid := range runs {
		if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
			s.t.Fatal(err)
		}
	}
}

// A run whose process is killed is tried again; when that one is killed, too, it
// failed, and a letter says why. The next occurrence waits for its file and runs
// once that is there.
func TestServeSurvivesTheDeathOfItsRuns(t *testing.T) {
	s := serveShop(t, "retries: {attempts: 2, backoff: 1s}\n")
	first, second := s.due(2*time.Minute), s.due(time.Minute)
	s.begin()
	for range 2 {
		s.says("waiting until")
		s.kill(s.runs())
		s.says("the run's process died")
	}
	failed := s.run(first)
	if failed.Status != history.Failed || failed.Attempts != 2 || !strings.Contains(failed.Reason, "signal 9") || failed.ExitCode != exitFailure {
		t.Errorf("%+v", failed)
	}
	s.says("waiting until")
	s.write("in/crm.csv", "id,mail\n1,a@shop.example\n")
	s.says("in published/tables")
	if run := s.run(second); !run.Status.Published() || run.Attempts != 1 || run.SnapshotID == "" {
		t.Errorf("%+v", run)
	}
	s.stop(syscall.SIGTERM)
	var subjects []string
	for _, m := range s.mail.Messages() {
		_, rest, _ := strings.Cut(m.Data, "Subject: ")
		subject, _, _ := strings.Cut(rest, "\r\n")
		subjects = append(subjects, subject)
	}
	if len(subjects) != 2 || !strings.Contains(subjects[0], "failed") || !strings.Contains(subjects[1], "well again") {
		t.Errorf("letters: %q", subjects)
	}
}

func (s served) stop(signal os.Signal) {
	s.t.Helper()
	if err := s.serve.cmd.Process.Signal(signal); err != nil {
		s.t.Fatal(err)
	}
	if err := s.serve.cmd.Wait(); err != nil {
		s.t.Errorf("serve ended with %v", err)
	}
}

// What a serve that was killed left behind is taken up by the next one, once.
func TestServeTakesUpWhatACrashLeftBehind(t *testing.T) {
	s := serveShop(t, "")
	id := s.due(time.Minute)
	s.begin()
	s.says("waiting until")
	runs := s.runs()
	_ = s.serve.cmd.Process.Kill()
	_ = s.serve.cmd.Wait()
	s.kill(runs)
	s.write("in/crm.csv", "id,mail\n1,a@shop.example\n")
	s.begin()
	s.says("in published/tables")
	if run := s.run(id); !run.Status.Published() {
		t.Errorf("%+v", run)
	}
	if second := s.command(t.Context(), "serve"); second.code != exitLocked || !strings.Contains(second.stderr, "another kartoteka serve") {
		t.Errorf("%+v", second)
	}
	s.stop(syscall.SIGTERM)
	if runs, err := s.ledger.List(t.Context(), history.Filter{}); err != nil || len(runs) != 1 {
		t.Errorf("%d rows, %v", len(runs), err)
	}
}

// A run that goes on when serve is told to stop is cancelled once the time to
// drain is over, and its row says so.
func TestServeDrains(t *testing.T) {
	s := serveShop(t, "")
	id := s.due(time.Minute)
	s.begin("--drain", "200ms", "--listen", "127.0.0.1:0")
	s.says("waiting until")
	s.stop(os.Interrupt)
	if run := s.run(id); run.Status != history.Cancelled || run.Finished.IsZero() {
		t.Errorf("%+v", run)
	}
}

// A bad edit does not count, is told once, and a good one does.
func TestABadEditKeepsTheLastGoodProject(t *testing.T) {
	s := serveShop(t, "")
	var out screen
	m := &Main{Stdout: &out, Stderr: &out, Env: func(string) (string, bool) { return "", false }, Dir: s.dir, Now: time.Now,
		IsTerminal: func(io.Writer) bool { return false }}
	p, problems, err := m.load()
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	c := &project{m: m, log: slog.New(slog.NewTextHandler(&out, nil)), ledger: s.ledger}
	if err := c.take(p); err != nil {
		t.Fatal(err)
	}
	s.replace("jobs/nightly.yaml", "pipelines:", "pipeline:")
	for range 3 {
		if got := c.load(); got != p {
			t.Fatal("the project with mistakes is in force")
		}
	}
	if text := out.String(); strings.Count(text, "the last good files stay in force") != 3 || !strings.Contains(text, "jobs/nightly.yaml:3:1") {
		t.Errorf("said %s", text)
	}
	if n := len(s.mail.Messages()); n != 1 {
		t.Errorf("%d letters", n)
	}
	s.replace("jobs/nightly.yaml", "pipeline:", "pipelines:")
	s.replace("jobs/nightly.yaml", "0 0 1 1", "5 0 1 1")
	if got := c.load(); got == p || got.Jobs[0].Schedule.Cron.Value != "5 0 1 1 *" {
		t.Error("the mended project is not in force")
	}
	if copied, err := os.ReadFile(c.copy() + "/jobs/nightly.yaml"); err != nil || !strings.Contains(string(copied), "5 0 1 1") {
		t.Error(err)
	}
}
