package jobs

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"kartoteka/jobs/history"
)

// waiting runs a Waiter on a clock of its own; missing is asked once for each look.
func waiting(t *testing.T, now, until string, missing func(now time.Time) []string, stopAt string) (o Outcome, ended string, said []string) {
	t.Helper()
	clock := at(now)
	w := Waiter{
		Now: func() time.Time { return clock },
		Sleep: func(_ context.Context, d time.Duration) error {
			if d <= 0 || d > pollTime {
				t.Fatalf("sleeps %s", d)
			}
			clock = clock.Add(d)
			if stopAt != "" && !clock.Before(at(stopAt)) {
				return context.Canceled
			}
			return nil
		},
		Missing: func(now time.Time) ([]string, error) {
			m := missing(now)
			if len(m) == 1 && m[0] == "broken" {
				return nil, errors.New("the pattern cannot be read")
			}
			return m, nil
		},
		Say: func(text string) { said = append(said, text) },
	}
	o = w.Wait(t.Context(), at(until))
	return o, clock.Format("15:04:05"), said
}

func TestWaitingEndsWhenTheInputsAreThere(t *testing.T) {
	o, ended, said := waiting(t, "2026-03-10 02:30", "2026-03-10 04:00", func(now time.Time) []string {
		switch {
		case now.Before(at("2026-03-10 03:00")):
			return []string{"crm", "orders"}
		case now.Before(at("2026-03-10 03:10")):
			return []string{"orders"}
		}
		return nil
	}, "")
	if o.Status != "" || ended != "03:10:00" {
		t.Errorf("%+v at %s", o, ended)
	}
	want := "waiting until 04:00 for the inputs:\n  crm\n  orders|waiting until 04:00 for the inputs:\n  orders|the inputs are there"
	if got := strings.Join(said, "|"); got != want {
		t.Errorf("said %q", got)
	}
}

func TestNothingIsSaidWhenAllIsThere(t *testing.T) {
	o, ended, said := waiting(t, "2026-03-10 02:30", "2026-03-10 04:00", func(time.Time) []string { return nil }, "")
	if o.Status != "" || ended != "02:30:00" || len(said) != 0 {
		t.Errorf("%+v at %s: %q", o, ended, said)
	}
}

func TestWaitingEndsAtTheDeadline(t *testing.T) {
	o, ended, _ := waiting(t, "2026-03-10 03:58", "2026-03-10 04:00", func(time.Time) []string { return []string{"extract crm: no file"} }, "")
	if o.Status != history.Late || o.Reason != "extract crm: no file\nwaited until 2026-03-10 04:00 UTC" || ended != "04:00:00" {
		t.Errorf("%+v at %s", o, ended)
	}
}

func TestWaitingCanBeStopped(t *testing.T) {
	o, _, _ := waiting(t, "2026-03-10 02:30", "2026-03-10 04:00", func(time.Time) []string { return []string{"crm"} }, "2026-03-10 02:40")
	if o.Status != history.Cancelled {
		t.Errorf("%+v", o)
	}
}

func TestInputsThatCannotBeLookedFor(t *testing.T) {
	o, _, _ := waiting(t, "2026-03-10 02:30", "2026-03-10 04:00", func(time.Time) []string { return []string{"broken"} }, "")
	if o.Status != history.Failed || !strings.Contains(o.Reason, "the pattern cannot be read") {
		t.Errorf("%+v", o)
	}
}

// Times are UTC; Warsaw is an hour ahead, two from 29 March on.
func TestDeadline(t *testing.T) {
	for _, c := range []struct{ what, until, scheduled, now, want string }{
		{"later the same night", "04:00", "2026-03-10 01:30", "2026-03-10 01:30", "2026-03-10 03:00"},
		{"the next day", "02:00", "2026-03-10 22:30", "2026-03-10 22:30", "2026-03-11 01:00"},
		{"a night that is made up for", "04:00", "2026-03-10 01:30", "2026-03-10 09:00", ""},
		{"by hand, in time", "04:00", "", "2026-03-10 02:59", "2026-03-10 03:00"},
		{"by hand, after it", "04:00", "", "2026-03-10 03:00", ""},
		{"by hand, the evening before", "04:00", "", "2026-03-10 22:00", ""},
		{"over the change of the clock", "04:00", "2026-03-29 00:30", "2026-03-29 00:30", "2026-03-29 02:00"},
		{"none", "", "2026-03-10 01:30", "2026-03-10 01:30", ""},
	} {
		wait := "wait_for: {sources: [crm]}\n"
		if c.until != "" {
			wait = "wait_for: {sources: [crm], until: \"" + c.until + "\"}\n"
		}
		p := project(t, "job: nightly\npipelines: [contacts]\n"+wait)
		o := Occurrence{}
		if c.scheduled != "" {
			o.Scheduled = at(c.scheduled)
		}
		until, ok, err := Deadline(p, p.Jobs[0], o, at(c.now))
		if err != nil || ok != (c.want != "") || ok && !until.Equal(at(c.want)) {
			t.Errorf("%s: %s %v %v, want %q", c.what, until.UTC(), ok, err, c.want)
		}
	}
}

func TestARunThatIsNotReadyEndsSo(t *testing.T) {
	p := project(t, "job: nightly\npipelines: [contacts]\n"+threeTries)
	l := ledger(t)
	r := Runner{Ledger: l, Now: time.Now, ExitCode: func(history.Status) int { return 5 },
		Ready:   func(context.Context) Outcome { return Outcome{Status: history.Late, Reason: "crm"} },
		Execute: func(context.Context, string, Try) Outcome { t.Error("it ran"); return Outcome{} }}
	run, _, err := r.Run(t.Context(), p.Jobs[0], Occurrence{AsOf: at("2026-03-10 00:00")})
	if err != nil || run.Status != history.Late || run.ExitCode != 5 || run.Attempts != 0 {
		t.Errorf("%+v %v", run, err)
	}
}
