package jobs

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"kartoteka/config"
	"kartoteka/jobs/history"
)

// Waiter waits until the inputs of a run are there.
type Waiter struct {
	Now     func() time.Time
	Sleep   func(context.Context, time.Duration) error // nil: by the machine's clock
	Missing func(now time.Time) ([]string, error)      // why the inputs cannot be read yet
	Say     func(text string)
}

// pollTime is how often the inputs are looked for.
const pollTime = 5 * time.Second

// Wait looks for the inputs until they are there or the deadline is past. It says
// what it waits for, again whenever that changes. An outcome without a status
// means: go on; else the run ends so, late or cancelled.
func (w Waiter) Wait(ctx context.Context, until time.Time) Outcome {
	pause := w.Sleep
	if pause == nil {
		pause = sleep
	}
	var said []string
	for {
		now := w.Now()
		missing, err := w.Missing(now)
		switch {
		case err != nil:
			return Outcome{Status: history.Failed, Reason: fmt.Sprintf("wait for the inputs: %v", err)}
		case len(missing) == 0:
			if said != nil {
				w.Say("the inputs are there")
			}
			return Outcome{}
		case !now.Before(until):
			return Outcome{Status: history.Late, Reason: strings.Join(missing, "\n") + "\nwaited until " + until.Format("2006-01-02 15:04 MST")}
		case !slices.Equal(missing, said):
			w.Say("waiting until " + until.Format("15:04") + " for the inputs:\n  " + strings.Join(missing, "\n  "))
			said = missing
		}
		if pause(ctx, min(pollTime, until.Sub(now))) != nil {
			return Outcome{Status: history.Cancelled, Reason: "stopped while it waited for its inputs"}
		}
	}
}

// Awaited are the sources that a job waits for.
func Awaited(job *config.Job) []string {
	var names []string
	if job.WaitFor != nil {
		for _, s := range job.WaitFor.Sources {
			names = append(names, s.Value)
		}
	}
	return names
}

// Deadline gives the instant until which a run waits for its inputs; none when
// its job names no time of day or that time is past. For an occurrence of the
// schedule it is the first such time after it, which may be on the next day; for
// a run by hand that of today.
func Deadline(p *config.Project, job *config.Job, o Occurrence, now time.Time) (until time.Time, ok bool, err error) {
	if job.WaitFor == nil || job.WaitFor.Until.Value == "" {
		return until, false, nil
	}
	clock, err := time.Parse("15:04", job.WaitFor.Until.Value)
	if err != nil {
		return until, false, fmt.Errorf("job %s: wait_for: until: %w", job.Job.Value, err)
	}
	zone, err := ZoneOf(p, job)
	if err != nil {
		return until, false, fmt.Errorf("job %s: %w", job.Job.Value, err)
	}
	from := o.Scheduled
	if from.IsZero() {
		from = now
	}
	from = from.In(zone)
	on := func(day int) time.Time {
		return time.Date(from.Year(), from.Month(), day, clock.Hour(), clock.Minute(), 0, 0, zone)
	}
	until = on(from.Day())
	if !o.Scheduled.IsZero() && !until.After(from) {
		until = on(from.Day() + 1)
	}
	return until, until.After(now), nil
}
