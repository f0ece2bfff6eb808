package jobs

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"

	"kartoteka/config"
	"kartoteka/jobs/history"
	"kartoteka/pipelines"
)

// Occurrence is what a run is for.
type Occurrence struct {
	Scheduled time.Time // the schedule's instant; zero when started by hand
	AsOf      time.Time // date at UTC midnight
	Attempts  int       // made before, in processes that died
}

// Try is one attempt.
type Try struct {
	Number int  // from 1
	Lean   bool // an earlier one ran out of memory: use one thread
}

// Outcome is how one attempt ended.
type Outcome struct {
	Status     history.Status
	Reason     string          // empty when it went well
	Cause      pipelines.Cause // why trying again may help
	SnapshotID string
	Details    history.Details
}

// Runner executes a job and keeps the record. Whoever calls Run holds the
// project's lock.
type Runner struct {
	Ledger   *history.Ledger
	Now      func() time.Time
	Begun    func(history.Run)                 // told of every start; may be nil
	Ready    func(ctx context.Context) Outcome // waits for what the run needs; a status is the end of the run; may be nil
	Execute  func(ctx context.Context, id string, try Try) Outcome
	Found    func(id string) (Outcome, bool) // whether this run published before it was killed; may be nil
	ExitCode func(history.Status) int
	Keep     int // runs of each job that the ledger keeps; 0 is 1,000
}

const keepRuns = 1000

// Run executes a job once, with its retries. An occurrence that was cut off after
// it had published is not executed again. The error is that of the ledger
// alone; how the run went is in the record.
func (r Runner) Run(ctx context.Context, job *config.Job, o Occurrence) (history.Run, history.Details, error) {
	run := history.Run{Job: job.Job.Value, Scheduled: o.Scheduled, AsOf: o.AsOf, Attempts: o.Attempts, Started: r.Now(), Status: history.Running}
	id, err := r.Ledger.Begin(ctx, run)
	if err != nil {
		return run, history.Details{}, err
	}
	run.ID = id
	if r.Begun != nil {
		r.Begun(run)
	}
	var outcome Outcome
	if r.Found != nil && !o.Scheduled.IsZero() {
		if found, ok := r.Found(id); ok {
			outcome = found
		}
	}
	if outcome.Status == "" && r.Ready != nil {
		outcome = r.Ready(ctx)
	}
	if outcome.Status == "" {
		outcome = r.attempts(ctx, job, &run)
	}
	run.Status, run.Reason, run.SnapshotID = outcome.Status, outcome.Reason, outcome.SnapshotID
	run.ExitCode, run.Finished = r.ExitCode(outcome.Status), r.Now()

	ctx = context.WithoutCancel(ctx) // the end is recorded even when the run was cancelled
	if err := r.Ledger.Finish(ctx, run, outcome.Details); err != nil {
		return run, outcome.Details, err
	}
	keep := r.Keep
	if keep == 0 {
		keep = keepRuns
	}
	_, err = r.Ledger.Prune(ctx, run.Job, keep)
	return run, outcome.Details, err
}

// attempts executes until an attempt is final, and tells earlier failures as
// warnings.
func (r Runner) attempts(parent context.Context, job *config.Job, run *history.Run) Outcome {
	ctx, timeout := parent, time.Duration(0)
	if job.Timeout != nil {
		var stop context.CancelFunc
		timeout = job.Timeout.Duration
		ctx, stop = context.WithTimeout(parent, timeout)
		defer stop()
	}
	pause := job.Retries.Backoff.Duration
	var earlier []history.Warning
	lean := run.Attempts > 0 // a process that died may have been too big
	for {
		run.Attempts++
		outcome := r.once(ctx, run.ID, Try{Number: run.Attempts, Lean: lean})
		if ctx.Err() != nil && !outcome.Status.Published() {
			outcome = endedBy(parent, outcome, timeout)
		}
		hopeful := outcome.Cause != pipelines.CauseNone && (outcome.Cause != pipelines.CauseMemory || !lean)
		if hopeful && ctx.Err() == nil && run.Attempts < job.Retries.Attempts {
			lean = lean || outcome.Cause == pipelines.CauseMemory
			earlier = append(earlier, history.Warning{Code: "attempt_failed",
				Text: fmt.Sprintf("attempt %d: %s", run.Attempts, outcome.Reason)})
			if sleep(ctx, pause) == nil {
				pause *= 2
				continue
			}
			outcome = endedBy(parent, outcome, timeout)
		}
		outcome.Details.Warnings = append(earlier, outcome.Details.Warnings...)
		return outcome
	}
}

// endedBy tells a cancellation from a timeout.
func endedBy(parent context.Context, outcome Outcome, timeout time.Duration) Outcome {
	if parent.Err() != nil {
		outcome.Status, outcome.Reason = history.Cancelled, "stopped before it was done"
		return outcome
	}
	outcome.Status = history.Failed
	outcome.Reason = fmt.Sprintf("it took longer than its timeout of %s", timeout)
	return outcome
}

// once executes one attempt; a panic becomes a failure.
func (r Runner) once(ctx context.Context, id string, try Try) (outcome Outcome) {
	defer func() {
		if p := recover(); p != nil {
			outcome = Outcome{Status: history.Failed, Reason: "a mistake in kartoteka itself: " + kind(p)}
		}
	}()
	return r.Execute(ctx, id, try)
}

// kind describes a panic without its text, which may hold a record's values;
// the runtime's own errors hold none.
func kind(p any) string {
	if err, ok := p.(error); ok {
		var known runtime.Error
		if errors.As(err, &known) {
			return known.Error()
		}
	}
	return fmt.Sprintf("panic with a %T", p)
}

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
