package jobs

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"kartoteka/jobs/history"
	"kartoteka/pipelines"
)

// each attempt in turn; time is the bubble's.
func runIn(t *testing.T, job string, cancelAfter time.Duration, attempts ...func(ctx context.Context) Outcome) history.Run {
	t.Helper()
	p := project(t, "job: nightly\npipelines: [contacts]\n"+job)
	path := history.Path(t.TempDir())
	var run, stored history.Run
	synctest.Test(t, func(t *testing.T) {
		l, err := history.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		if cancelAfter > 0 {
			time.AfterFunc(cancelAfter, cancel)
		}
		n := 0
		r := Runner{Ledger: l, Now: time.Now, ExitCode: func(s history.Status) int { return len(s) },
			Execute: func(ctx context.Context, id string, try Try) Outcome {
				if n++; try.Number != n {
					t.Errorf("attempt %d calls itself %d", n, try.Number)
				}
				return attempts[n-1](ctx)
			}}
		if run, _, err = r.Run(ctx, p.Jobs[0], Occurrence{AsOf: at("2026-03-10 00:00")}); err != nil {
			t.Fatal(err)
		}
		if stored, _, err = l.Show(t.Context(), run.ID); err != nil {
			t.Fatal(err)
		}
		if n != len(attempts) || run.Attempts != n {
			t.Errorf("%d attempts, want %d", n, len(attempts))
		}
	})
	if stored.Status != run.Status || stored.ExitCode != len(run.Status) || stored.Duration() != run.Duration().Truncate(time.Millisecond) {
		t.Errorf("the ledger says %+v, the run %+v", stored, run)
	}
	return run
}

// ends is an attempt that ends so; a failure is one of the disk.
func ends(s history.Status, reason string) func(context.Context) Outcome {
	o := Outcome{Status: s, Reason: reason}
	if s == history.Failed {
		o.Cause = pipelines.CauseIO
	}
	return func(context.Context) Outcome { return o }
}

func endsBy(s history.Status, cause pipelines.Cause) func(context.Context) Outcome {
	return func(context.Context) Outcome { return Outcome{Status: s, Cause: cause} }
}

func waits(ctx context.Context) Outcome {
	<-ctx.Done()
	return Outcome{Status: history.Failed, Reason: ctx.Err().Error()}
}

const threeTries = "retries: {attempts: 3, backoff: 1m}\n"

func TestAFailureIsTriedAgainAfterADoublingPause(t *testing.T) {
	run := runIn(t, threeTries, 0, ends(history.Failed, "disk"), ends(history.Failed, "disk"), ends(history.OK, ""))
	if run.Status != history.OK || run.Duration() != 3*time.Minute {
		t.Errorf("%+v after %s", run, run.Duration())
	}
}

func TestTheLastFailureStands(t *testing.T) {
	run := runIn(t, threeTries, 0, ends(history.Failed, "1"), ends(history.Failed, "2"), ends(history.Failed, "3"))
	if run.Status != history.Failed || run.Reason != "3" {
		t.Errorf("%+v", run)
	}
}

func TestSomeEndsAreFinal(t *testing.T) {
	for _, s := range []history.Status{history.ChecksFailed, history.BadProject, history.Late, history.Warnings} {
		if run := runIn(t, threeTries, 0, ends(s, "")); run.Status != s {
			t.Errorf("%+v", run)
		}
	}
}

func TestOnlyCausesThatCanPassAreTriedAgain(t *testing.T) {
	ok := ends(history.OK, "")
	if run := runIn(t, threeTries, 0, endsBy(history.Failed, pipelines.CauseNone)); run.Status != history.Failed {
		t.Errorf("a lasting failure: %+v", run)
	}
	if run := runIn(t, threeTries, 0, endsBy(history.Late, pipelines.CauseInput), ok); run.Status != history.OK {
		t.Errorf("a missing input: %+v", run)
	}
	if run := runIn(t, threeTries, 0, endsBy(history.Failed, pipelines.CauseMemory), ok); run.Status != history.OK {
		t.Errorf("out of memory: %+v", run)
	}
	memory := endsBy(history.Failed, pipelines.CauseMemory)
	if run := runIn(t, threeTries, 0, memory, memory); run.Status != history.Failed {
		t.Errorf("out of memory with one thread, too: %+v", run)
	}
}

func TestATimeoutCoversAllAttempts(t *testing.T) {
	run := runIn(t, "timeout: 90s\n"+threeTries, 0, ends(history.Failed, "disk"), waits)
	if run.Status != history.Failed || !strings.Contains(run.Reason, "timeout of 1m30s") || run.Duration() != 90*time.Second {
		t.Errorf("%+v after %s", run, run.Duration())
	}
}

func TestACancelledRunIsRecorded(t *testing.T) {
	if run := runIn(t, threeTries, time.Second, waits); run.Status != history.Cancelled || run.Duration() != time.Second {
		t.Errorf("%+v after %s", run, run.Duration())
	}
	if run := runIn(t, threeTries, 10*time.Second, ends(history.Failed, "disk")); run.Status != history.Cancelled {
		t.Errorf("cancelled in a pause: %+v", run)
	}
}

func TestAPanicIsAFailureWithoutItsText(t *testing.T) {
	run := runIn(t, "", 0, func(context.Context) Outcome { panic("Jan Kowalski") })
	if run.Status != history.Failed || strings.Contains(run.Reason, "Kowalski") {
		t.Errorf("%+v", run)
	}
	run = runIn(t, "", 0, func(context.Context) Outcome { var s []int; _ = s[len(run.ID)]; return Outcome{} })
	if !strings.Contains(run.Reason, "index out of range") {
		t.Errorf("%+v", run)
	}
}
