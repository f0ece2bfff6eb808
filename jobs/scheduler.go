package jobs

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/go-co-op/gocron/v2"
	"github.com/jonboulle/clockwork"

	"kartoteka/config"
	"kartoteka/jobs/history"
)

// Scheduler runs the jobs of a project when they are due.
type Scheduler struct {
	Project *config.Project
	Ledger  *history.Ledger
	Clock   clockwork.Clock
	Log     *slog.Logger
	// Run executes one occurrence; it takes the project's lock and waits for it.
	Run func(ctx context.Context, job *config.Job, o Occurrence) error

	mu      sync.Mutex
	running string // job that is executed
	cancel  context.CancelFunc
	wake    chan struct{}
	since   time.Time // what was due before is not known
}

// Serve runs what is due until ctx is done; a run that goes on is then cancelled
// and waited for.
func (s *Scheduler) Serve(ctx context.Context) error {
	s.wake, s.since = make(chan struct{}, 1), s.Clock.Now()
	tick, err := gocron.NewScheduler(gocron.WithLocation(time.UTC), gocron.WithClock(s.Clock), gocron.WithStopTimeout(time.Second))
	if err != nil {
		return fmt.Errorf("start the scheduler: %w", err)
	}
	_, err = tick.NewJob(gocron.CronJob("* * * * *", false), gocron.NewTask(func() { s.tick(ctx) }),
		gocron.WithCronImplementation(everyMinute{s.Clock}))
	if err != nil {
		return fmt.Errorf("start the scheduler: %w", err)
	}
	var worker sync.WaitGroup
	worker.Go(func() { s.work(ctx) })
	s.tick(ctx)
	tick.Start()
	<-ctx.Done()
	worker.Wait()
	if err := tick.Shutdown(); err != nil {
		return fmt.Errorf("stop the scheduler: %w", err)
	}
	return nil
}

// tick records what is due and wakes the worker. A job that cannot be looked at
// does not keep the others from running.
func (s *Scheduler) tick(ctx context.Context) {
	now := s.Clock.Now()
	for _, job := range s.Project.Jobs {
		if err := s.admit(ctx, job, now); err != nil && ctx.Err() == nil {
			s.Log.Error("look for due runs", "job", job.Job.Value, "error", err)
		}
	}
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// admit writes a row for every due occurrence of a job.
func (s *Scheduler) admit(ctx context.Context, job *config.Job, now time.Time) error {
	times, err := ScheduleOf(s.Project, job)
	if err != nil || times == nil {
		return err
	}
	last, err := s.Ledger.LastScheduled(ctx, job.Job.Value)
	if err != nil {
		return err
	}
	if last.IsZero() {
		last = s.since
	}
	for _, due := range DueBetween(times, job.Schedule, last, now) {
		run := history.Run{Job: job.Job.Value, Scheduled: due.At, AsOf: AsOf(due.At, times.Zone()),
			Status: history.Queued, Reason: due.Skip}
		if due.Skip == "" {
			if run.Reason, err = s.overlap(ctx, job); err != nil {
				return err
			}
		}
		if run.Reason != "" {
			run.Status = history.Skipped
			s.Log.Info("run skipped", "job", run.Job, "scheduled", due.At, "reason", run.Reason)
		}
		if _, err := s.Ledger.Note(ctx, run); err != nil && !errors.Is(err, history.ErrKnown) {
			return err
		}
	}
	return nil
}

// overlap applies a job's overlap policy and gives a reason to skip, if any.
func (s *Scheduler) overlap(ctx context.Context, job *config.Job) (string, error) {
	waiting, err := s.Ledger.Queued(ctx, job.Job.Value)
	if err != nil {
		return "", err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	going := s.running == job.Job.Value
	missedToo := job.Schedule.Missed == "all" // these queue behind each other by design
	switch {
	case job.Overlap == "cancel_previous" && going:
		s.cancel()
	case job.Overlap == "skip" && (going || len(waiting) > 0 && !missedToo):
		return "the previous run of this job was still going on", nil
	}
	return "", nil
}

// work executes what is queued, one run at a time.
func (s *Scheduler) work(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.wake:
		}
		for ctx.Err() == nil {
			job, run, err := s.next(ctx)
			if err != nil {
				s.Log.Error("look for queued runs", "error", err)
			}
			if err != nil || job == nil {
				break
			}
			if err := s.execute(ctx, job, run); err != nil && ctx.Err() == nil {
				s.Log.Error("run", "job", run.Job, "error", err)
				break // the row is still queued; the next tick tries again
			}
		}
	}
}

// next gives the oldest queued occurrence; nil when there is none.
func (s *Scheduler) next(ctx context.Context) (*config.Job, history.Run, error) {
	var first *config.Job
	var oldest history.Run
	for _, job := range s.Project.Jobs {
		queued, err := s.Ledger.Queued(ctx, job.Job.Value)
		if err != nil {
			return nil, oldest, err
		}
		if len(queued) > 0 && (first == nil || queued[0].Scheduled.Before(oldest.Scheduled)) {
			first, oldest = job, queued[0]
		}
	}
	return first, oldest, nil
}

func (s *Scheduler) execute(ctx context.Context, job *config.Job, run history.Run) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s.mu.Lock()
	s.running, s.cancel = job.Job.Value, cancel
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		s.running, s.cancel = "", nil
		s.mu.Unlock()
	}()
	return s.Run(ctx, job, Occurrence{Scheduled: run.Scheduled, AsOf: run.AsOf})
}
