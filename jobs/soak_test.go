package jobs

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jonboulle/clockwork"

	"kartoteka/config"
	"kartoteka/jobs/history"
	"kartoteka/jobs/schedule"
)

// TestMain lets the test binary be the scheduler of the soak, which is killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv("KARTOTEKA_SOAK"); dir != "" {
		if err := soak(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// The soak's jobs differ in what becomes of missed occurrences. Together they
// are due 10,080 times.
const soakJobs = 4

func soakJob(i int) string {
	return []string{
		"job: all\npipelines: [contacts]\nschedule: {cron: '*/2 * * * *', missed: all}\noverlap: queue\n",
		"job: latest\npipelines: [contacts]\nschedule: {cron: '*/2 * * * *', missed: latest}\n",
		"job: skip\npipelines: [contacts]\nschedule: {cron: '*/2 * * * *', missed: skip}\n",
		"job: young\npipelines: [contacts]\nschedule: {cron: '*/2 * * * *', missed: all, max_age: 10m}\noverlap: cancel_previous\n",
	}[i]
}

var soakBegin, soakEnd = at("2026-03-27 12:00"), at("2026-03-31 00:00")

// TestSoak kills the scheduler at random moments of three days and a half of its own clock, over
// a night on which clocks change. Every occurrence ends as exactly one row, none
// runs to its end twice, and what is planned is nowhere missing.
func TestSoak(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	dir := t.TempDir()
	for i := range soakJobs {
		write(t, filepath.Join(dir, "jobs", fmt.Sprint(i, ".yaml")), soakJob(i))
	}
	write(t, filepath.Join(dir, "kartoteka.yaml"), "project: firm\ntime_zone: Europe/Warsaw\n")
	write(t, filepath.Join(dir, "pipelines/contacts.yaml"), "pipeline: contacts\nsteps:\n  - extract: crm\n    files: in/*.csv\n")
	binary, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	random, kills := rand.New(rand.NewPCG(20260327, 1)), 0
	for done := false; !done; {
		cmd := exec.Command(binary)
		cmd.Env, cmd.Stderr = append(os.Environ(), "KARTOTEKA_SOAK="+dir), os.Stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		kill := time.AfterFunc(time.Duration(500+random.IntN(4000))*time.Millisecond, func() { _ = cmd.Process.Kill() })
		err := cmd.Wait()
		kill.Stop()
		var exit *exec.ExitError
		switch {
		case err == nil:
			done = true
		case errors.As(err, &exit) && exit.Sys().(syscall.WaitStatus).Signal() == syscall.SIGKILL:
			kills++
		default:
			t.Fatal(err)
		}
	}
	if kills < 3 {
		t.Errorf("only %d kills", kills)
	}
	soakHolds(t, dir, kills)
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// soakHolds compares the ledger and what ran with the plan.
func soakHolds(t *testing.T, dir string, kills int) {
	l, err := history.Open(t.Context(), history.Path(dir))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	text, err := os.ReadFile(filepath.Join(dir, "ended"))
	if err != nil {
		t.Fatal(err)
	}
	ended := map[string]int{}
	for _, id := range strings.Fields(string(text)) {
		if ended[id]++; ended[id] > 1 {
			t.Errorf("%s ran twice", id)
		}
	}
	warsaw, err := time.LoadLocation("Europe/Warsaw")
	if err != nil {
		t.Fatal(err)
	}
	total, ran := 0, 0
	for i := range soakJobs {
		job := project(t, soakJob(i)).Jobs[0]
		cron, err := schedule.ParseCron(job.Schedule.Cron.Value)
		if err != nil {
			t.Fatal(err)
		}
		planned := schedule.New(cron, warsaw, schedule.RunAfter).Between(soakBegin, soakEnd, 1e6)
		runs, err := l.List(t.Context(), history.Filter{Job: job.Job.Value, Limit: 1e6})
		if err != nil {
			t.Fatal(err)
		}
		rows := map[string]history.Run{}
		for _, r := range runs {
			rows[r.ID] = r
		}
		for _, when := range planned {
			id := history.ID(job.Job.Value, when)
			r, known := rows[id]
			switch {
			case !known:
				t.Errorf("%s has no row", id)
			case r.Status == history.OK && ended[id] != 1, r.Status == history.Skipped && (ended[id] != 0 || r.Reason == ""):
				t.Errorf("%s is %s and ran %d times", id, r.Status, ended[id])
			case r.Status != history.OK && r.Status != history.Skipped && (r.Status != history.Interrupted || job.Job.Value == "all"):
				t.Errorf("%s is %s", id, r.Status)
			}
		}
		if len(rows) != len(planned) {
			t.Errorf("%s: %d rows for %d occurrences", job.Job.Value, len(rows), len(planned))
		}
		total, ran = total+len(planned), ran+len(rows)
	}
	if total < 10_000 {
		t.Errorf("only %d occurrences", total)
	}
	t.Logf("%d occurrences, %d runs, %d kills", total, len(ended), kills)
}

// soak is a scheduler on a clock of its own, which goes on where the killed one
// stood, a while later.
func soak(dir string) error {
	p, problems := config.Load(dir, func(string) (string, bool) { return "", false })
	if err := problems.Err(); err != nil {
		return err
	}
	ctx := context.Background()
	l, err := history.Open(ctx, history.Path(dir))
	if err != nil {
		return err
	}
	clockFile, now := filepath.Join(dir, "clock"), soakBegin
	if text, err := os.ReadFile(clockFile); err == nil {
		if now, err = time.Parse(time.RFC3339, string(text)); err != nil {
			return err
		}
		now = now.Add(16 * time.Minute) // nobody was there
	}
	clock := clockwork.NewFakeClockAt(now)
	s := &Scheduler{Projects: func() *config.Project { return p }, Ledger: l, Clock: clock, Log: slog.New(slog.DiscardHandler),
		Recover: l.Recover, wake: make(chan struct{}, 1), since: soakBegin}
	s.Run = func(ctx context.Context, job *config.Job, o Occurrence) error {
		r := Runner{Ledger: l, Now: clock.Now, Keep: 1e6, ExitCode: func(history.Status) int { return 0 }}
		r.Found = func(id string) (Outcome, bool) {
			return Outcome{Status: history.OK, SnapshotID: id}, lastEnded(dir) == id
		}
		r.Execute = func(_ context.Context, id string, _ Try) Outcome { return soakPublish(dir, id) }
		_, _, err := r.Run(ctx, job, o)
		return err
	}
	for ; !clock.Now().After(soakEnd); clock.Advance(2 * time.Minute) {
		if err := replace(clockFile, clock.Now().Format(time.RFC3339)); err != nil {
			return err
		}
		s.tick(ctx)
		for {
			job, run, err := s.next(ctx)
			if err != nil {
				return err
			}
			if job == nil {
				break
			}
			if err := s.execute(ctx, job, run); err != nil {
				return err
			}
		}
	}
	return l.Close()
}

// lastEnded gives the run that ended last.
func lastEnded(dir string) string {
	f, err := os.Open(filepath.Join(dir, "ended"))
	if err != nil {
		return ""
	}
	defer f.Close()
	end := make([]byte, 200)
	at, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return ""
	}
	n, _ := f.ReadAt(end, max(at-int64(len(end)), 0))
	lines := strings.Fields(string(end[:n]))
	return lines[len(lines)-1]
}

// soakPublish is a run: one write that is there or not, as publishing is.
func soakPublish(dir, id string) Outcome {
	f, err := os.OpenFile(filepath.Join(dir, "ended"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err == nil {
		_, err = f.WriteString(id + "\n")
		err = errors.Join(err, f.Close())
	}
	if err != nil {
		return Outcome{Status: history.Failed, Reason: err.Error()}
	}
	return Outcome{Status: history.OK, SnapshotID: id}
}

// replace writes a file in one step.
func replace(path, text string) error {
	if err := os.WriteFile(path+".new", []byte(text), 0o644); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}
