package jobs

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"time"

	"github.com/go-co-op/gocron/v2"
	"github.com/jonboulle/clockwork"

	"kartoteka/config"
	"kartoteka/jobs/history"
)

// Scheduler runs the jobs of a project when they are due.
type Scheduler struct {
	Projects func() *config.Project // as it stands now, without mistakes
	Ledger   *history.Ledger
	Clock    clockwork.Clock
	Log      *slog.Logger
	Drain    time.Duration // how long a run may go on once the scheduler is told to stop
	// Recover takes up runs that were cut off by a crash; may be nil.
	Recover func(ctx context.Context) error
	// Run executes one occurrence; it takes the project's lock and waits for it.
	Run func(ctx context.Context, job *config.Job, o Occurrence) error

	mu      sync.Mutex
	running string // job that is executed
	cancel  context.CancelCauseFunc
	wake    chan struct{}
	since   time.Time // what was due before is not known
	ticked  time.Time // when the last tick was done
}

// ErrSuperseded is the cause for which a run is cancelled when the next
// occurrence takes its place.
var ErrSuperseded = errors.New("superseded: a later occurrence took its place")

// Serve runs what is due until ctx is done. Then nothing new is started; a run
// that goes on may do so for the time of Drain and is cancelled after that.
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
	s.recover(ctx)
	pauses, err := s.Ledger.Pauses(ctx)
	if err != nil && ctx.Err() == nil {
		s.Log.Error("look for due runs", "error", err)
	}
	p := s.Projects()
	for _, job := range p.Jobs {
		if err := s.admit(ctx, p, job, pauses[job.Job.Value], now); err != nil && ctx.Err() == nil {
			s.Log.Error("look for due runs", "job", job.Job.Value, "error", err)
		}
	}
	s.mu.Lock()
	s.ticked = now
	s.mu.Unlock()
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// recover takes up what was cut off, while no run of this scheduler goes on.
func (s *Scheduler) recover(ctx context.Context) {
	s.mu.Lock()
	idle := s.running == ""
	s.mu.Unlock()
	if !idle || s.Recover == nil {
		return
	}
	if err := s.Recover(ctx); err != nil && ctx.Err() == nil {
		s.Log.Error("take up what was cut off", "error", err)
	}
}

// admit writes a row for every due occurrence of a job.
func (s *Scheduler) admit(ctx context.Context, p *config.Project, job *config.Job, pause history.Pause, now time.Time) error {
	times, err := ScheduleOf(p, job)
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
		if pause.Holds(due.At) {
			run.Reason = strings.TrimSuffix("paused: "+pause.Reason, ": ")
		}
		if run.Reason == "" {
			if run.Reason, err = s.overlap(ctx, job, due.At); err != nil {
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
func (s *Scheduler) overlap(ctx context.Context, job *config.Job, at time.Time) (string, error) {
	waiting, err := s.Ledger.Queued(ctx, job.Job.Value)
	if err != nil {
		return "", err
	}
	if job.Overlap == "cancel_previous" && len(waiting) > 0 {
		if err := s.Ledger.Supersede(ctx, job.Job.Value, at, ErrSuperseded.Error()); err != nil {
			return "", err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	going := s.running == job.Job.Value
	missedToo := job.Schedule.Missed == "all" // these queue behind each other by design
	switch {
	case job.Overlap == "cancel_previous" && going:
		s.cancel(ErrSuperseded)
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
	for _, job := range s.Projects().Jobs {
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
	going, cancel := context.WithCancelCause(context.WithoutCancel(ctx))
	defer cancel(nil)
	defer context.AfterFunc(ctx, func() { s.drain(going, cancel) })()
	s.mu.Lock()
	s.running, s.cancel = job.Job.Value, cancel
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		s.running, s.cancel = "", nil
		s.mu.Unlock()
	}()
	err := s.Run(going, job, Occurrence{Scheduled: run.Scheduled, AsOf: run.AsOf})
	if errors.Is(err, history.ErrKnown) {
		return nil // somebody else ran it
	}
	return err
}

// drain lets a run go on for a while after the scheduler was told to stop.
func (s *Scheduler) drain(going context.Context, cancel context.CancelCauseFunc) {
	if s.Drain > 0 {
		s.Log.Info("stopping: waiting for the run that goes on", "for", s.Drain)
		select {
		case <-going.Done():
		case <-s.Clock.After(s.Drain):
		}
	}
	cancel(nil)
}

// Ticked gives the instant of the last tick; zero before the first. A scheduler
// that is well ticks every minute.
func (s *Scheduler) Ticked() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.ticked
}
