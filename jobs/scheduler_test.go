package jobs

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/jonboulle/clockwork"

	"kartoteka/config"
	"kartoteka/jobs/history"
)

// What becomes of the nights that were missed, by policy; now is four days after
// the last known occurrence (01:00 UTC is 02:00 in Warsaw).
func TestMissedOccurrences(t *testing.T) {
	for _, c := range []struct{ what, schedule, now, want string }{
		{"in time", "", "2026-03-03 01:30", "03 runs"},
		{"the latest of three", "", "2026-03-05 09:00", "03 skipped, 04 skipped, 05 runs"},
		{"all of three", "missed: all, ", "2026-03-05 09:00", "03 runs, 04 runs, 05 runs"},
		{"none of three", "missed: skip, ", "2026-03-05 09:00", "03 skipped, 04 skipped, 05 skipped"},
		{"skip, but one is in time", "missed: skip, ", "2026-03-05 01:31", "03 skipped, 04 skipped, 05 runs"},
		{"all that are young enough", "missed: all, max_age: 36h, ", "2026-03-05 09:00", "03 skipped, 04 runs, 05 runs"},
		{"the latest is too old", "max_age: 2h, ", "2026-03-05 09:00", "03 skipped, 04 skipped, 05 skipped"},
		{"nothing is due", "", "2026-03-03 01:29", ""},
	} {
		p := project(t, "job: nightly\npipelines: [contacts]\nschedule: {"+c.schedule+"cron: '30 2 * * *'}\n")
		s, err := ScheduleOf(p, p.Jobs[0])
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, due := range DueBetween(s, p.Jobs[0].Schedule, at("2026-03-02 01:30"), at(c.now)) {
			fate := "runs"
			if due.Skip != "" {
				fate = "skipped"
			}
			got = append(got, fmt.Sprintf("%02d %s", due.At.Day(), fate))
		}
		if text := strings.Join(got, ", "); text != c.want {
			t.Errorf("%s: %q, want %q", c.what, text, c.want)
		}
	}
}

type night struct {
	*Scheduler
	clock   *clockwork.FakeClock
	started chan string
	finish  chan struct{} // closed: every run ends at once
}

func newNight(t *testing.T, now, schedule, more string) night {
	t.Helper()
	p := project(t, "job: nightly\npipelines: [contacts]\nschedule: {"+schedule+"cron: '0 * * * *'}\n"+more)
	n := night{clock: clockwork.NewFakeClockAt(at(now)), started: make(chan string, 100), finish: make(chan struct{})}
	n.Scheduler = &Scheduler{Projects: func() *config.Project { return p }, Ledger: ledger(t), Clock: n.clock, Log: slog.New(slog.DiscardHandler)}
	n.Run = func(ctx context.Context, job *config.Job, o Occurrence) error {
		r := Runner{Ledger: n.Ledger, Now: n.clock.Now, ExitCode: func(history.Status) int { return 0 },
			Execute: func(ctx context.Context, id string, _ Try) Outcome {
				n.started <- o.Scheduled.UTC().Format("15:04")
				select {
				case <-ctx.Done():
					return Outcome{Status: history.Cancelled}
				case <-n.finish:
					return Outcome{Status: history.OK}
				}
			}}
		_, _, err := r.Run(ctx, job, o)
		return err
	}
	return n
}

func (n night) serve(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() { done <- n.Serve(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	n.minutes(t, 0)
}

// minutes lets the fake clock go on, a tick at a time.
func (n night) minutes(t *testing.T, count int) {
	t.Helper()
	for range count {
		if err := n.clock.BlockUntilContext(t.Context(), 1); err != nil {
			t.Fatal(err)
		}
		n.clock.Advance(time.Minute)
	}
	if err := n.clock.BlockUntilContext(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
}

func (n night) expect(t *testing.T, occurrence string) {
	t.Helper()
	select {
	case got := <-n.started:
		if got != occurrence {
			t.Fatalf("ran %s, want %s", got, occurrence)
		}
	case <-time.After(5 * time.Second):
		t.Fatalf("%s did not run", occurrence)
	}
}

// idle waits until nothing runs.
func (n night) idle(t *testing.T) {
	t.Helper()
	for deadline := time.Now().Add(5 * time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		n.mu.Lock()
		running := n.running
		n.mu.Unlock()
		if running == "" {
			return
		}
	}
	t.Fatal("a run goes on")
}

// ledgerSays waits for the rows of the ledger, oldest first, to read as wanted.
func (n night) ledgerSays(t *testing.T, want string) {
	t.Helper()
	var got string
	for deadline := time.Now().Add(5 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		runs, err := n.Ledger.List(t.Context(), history.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		got = ""
		for _, r := range runs {
			got = r.Scheduled.Format("15:04") + " " + string(r.Status) + ", " + got
		}
		if got = strings.TrimSuffix(got, ", "); got == want {
			return
		}
	}
	t.Fatalf("the ledger says %q, want %q", got, want)
}

func TestTheTickRunsWhatIsDue(t *testing.T) {
	n := newNight(t, "2026-03-10 00:58", "", "")
	close(n.finish)
	n.serve(t)
	n.minutes(t, 3)
	n.expect(t, "01:00")
	n.idle(t)
	n.minutes(t, 60)
	n.expect(t, "02:00")
}

func TestOverlap(t *testing.T) {
	for policy, want := range map[string]string{
		"skip":            "01:00 ok, 02:00 skipped",
		"queue":           "01:00 ok, 02:00 ok",
		"cancel_previous": "01:00 cancelled, 02:00 ok",
	} {
		t.Run(policy, func(t *testing.T) {
			n := newNight(t, "2026-03-10 00:59", "", "overlap: "+policy+"\n")
			n.serve(t)
			n.minutes(t, 2)
			n.expect(t, "01:00")
			n.clock.Advance(58 * time.Minute)
			n.minutes(t, 2)
			switch policy {
			case "skip":
				n.ledgerSays(t, "01:00 running, 02:00 skipped")
			case "queue":
				n.ledgerSays(t, "01:00 running, 02:00 queued")
			case "cancel_previous":
				n.expect(t, "02:00")
			}
			close(n.finish)
			n.ledgerSays(t, want)
		})
	}
}

func TestARestartFindsWhatWasMissedAndWhatWaits(t *testing.T) {
	n := newNight(t, "2026-03-10 05:30", "missed: all, ", "")
	for _, r := range []history.Run{
		{Job: "nightly", Scheduled: at("2026-03-10 01:00"), Status: history.Skipped, Reason: "missed"},
		{Job: "nightly", Scheduled: at("2026-03-10 02:00"), Status: history.Queued},
	} {
		if _, err := n.Ledger.Note(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	n.serve(t)
	for _, want := range []string{"02:00", "03:00", "04:00", "05:00"} {
		n.expect(t, want)
		n.finish <- struct{}{}
	}
	n.ledgerSays(t, "01:00 skipped, 02:00 ok, 03:00 ok, 04:00 ok, 05:00 ok")
}

func TestStoppingCancelsTheRunThatGoesOn(t *testing.T) {
	n := newNight(t, "2026-03-10 00:59", "", "")
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error)
	go func() { done <- n.Serve(ctx) }()
	n.minutes(t, 2)
	n.expect(t, "01:00")
	cancel()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	n.ledgerSays(t, "01:00 cancelled")
}
