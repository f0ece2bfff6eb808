package jobs

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/jonboulle/clockwork"

	"kartoteka/config"
	"kartoteka/jobs/history"
)

// Supervisor sees an occurrence through: it starts a process for it, and another
// one when that dies and the job allows more attempts. The processes write the
// ledger; only what they can no longer write is written here.
type Supervisor struct {
	Ledger   *history.Ledger
	Clock    clockwork.Clock
	Log      *slog.Logger
	Launch   func(ctx context.Context, job *config.Job, o Occurrence) (Ended, error)
	Ended    func(ctx context.Context, job *config.Job, run history.Run) // told of a run whose processes all died
	ExitCode func(history.Status) int
}

// Run sees one occurrence through. The error is one that leaves the occurrence
// waiting.
func (s Supervisor) Run(ctx context.Context, job *config.Job, o Occurrence) error {
	id := history.ID(job.Job.Value, o.Scheduled)
	pause := job.Retries.Backoff.Duration
	keep := context.WithoutCancel(ctx)
	for {
		ended, err := s.Launch(ctx, job, o)
		if err != nil {
			return err
		}
		run, _, err := s.Ledger.Show(keep, id)
		if err != nil {
			return err
		}
		if over(run.Status) {
			if run.Status == history.Cancelled && context.Cause(ctx) == ErrSuperseded {
				run.Reason = ErrSuperseded.Error()
				return s.Ledger.Reword(keep, run)
			}
			return nil
		}
		o.Attempts++
		run.Attempts, run.Finished = o.Attempts, s.Clock.Now()
		again := false
		switch {
		case ctx.Err() != nil:
			run.Status, run.Reason = history.Cancelled, "stopped before it was done"
			if context.Cause(ctx) == ErrSuperseded {
				run.Reason = ErrSuperseded.Error()
			}
		case o.Attempts < job.Retries.Attempts:
			again = true
			run.Status, run.Reason = history.Queued, fmt.Sprintf("attempt %d: %s", o.Attempts, ended.Words())
		default:
			run.Status, run.Reason = history.Failed, ended.Words()
		}
		run.ExitCode = s.ExitCode(run.Status)
		if err := s.Ledger.Lose(keep, run); err != nil {
			return err
		}
		s.Log.Error("the run's process died", "run", id, "attempt", o.Attempts, "reason", run.Reason)
		if !again {
			s.Ended(keep, job, run)
			return nil
		}
		select {
		case <-ctx.Done():
			return nil // it waits in the ledger
		case <-s.Clock.After(pause):
			pause *= 2
		}
	}
}

// over reports whether a status is an end that the run wrote itself.
func over(s history.Status) bool {
	switch s {
	case history.Queued, history.Running, history.Interrupted:
		return false
	}
	return true
}
