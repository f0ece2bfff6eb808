package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/gofrs/flock"
	"github.com/jonboulle/clockwork"
	"github.com/spf13/cobra"

	"kartoteka/config"
	"kartoteka/jobs"
	"kartoteka/jobs/history"
	"kartoteka/pipelines"
)

// serveOptions are the flags of serve.
type serveOptions struct {
	drain  time.Duration
	wait   bool
	listen string
}

func (m *Main) serveCommand() *cobra.Command {
	var o serveOptions
	c := &cobra.Command{
		Use:   "serve",
		Short: "Run the jobs of the project when they are due",
		Long: `Run the jobs of the project when they are due, until stopped. Each run is a
process of its own. What fell due while serve was not running is made up for as
each job's missed: and max_age: say.

The project's files are read again when they change; while they hold a mistake,
the last good ones stay in force and everybody who asked for failed hears of it.

A first signal to stop (SIGTERM, Ctrl-C) lets the run that goes on finish within
--drain; after that it is cancelled. Nothing half-done is published.`,
		Example: "  kartoteka serve --project /srv/shop\n  kartoteka serve --drain 30m",
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return m.serve(c.Context(), o) },
	}
	c.Flags().DurationVar(&o.drain, "drain", 10*time.Minute, "how long a run may go on after the signal to stop")
	c.Flags().BoolVar(&o.wait, "wait", false, "wait while another serve works on the project")
	c.Flags().StringVar(&o.listen, "listen", "", "answer /healthz, /readyz and /metrics at this `ADDRESS`, such as 127.0.0.1:9464 (default: do not listen)")
	return c
}

// errServed says that the project has a scheduler already.
var errServed = &codeError{code: exitLocked, err: errors.New("another kartoteka serve works on this project; stop it first, or start with --wait to take over when it ends")}

// grace is how long a run that was asked to stop may take to do so.
const grace = 30 * time.Second

func (m *Main) serve(ctx context.Context, o serveOptions) error {
	p, problems, err := m.load()
	if err != nil {
		return err
	}
	if problems = append(problems, jobs.Check(p)...).Sorted(); len(problems) > 0 {
		return m.refuse(p, problems)
	}
	release, err := m.serveLock(ctx, p.Dir, o.wait)
	if err != nil {
		return err
	}
	defer release()
	ledger, err := m.workLedger(ctx, p)
	if err != nil {
		return err
	}
	defer ledger.Close()
	if err := m.sayNext(p); err != nil {
		return err
	}
	log := slog.New(slog.NewTextHandler(m.Stderr, nil))
	current := &project{m: m, log: log, ledger: ledger}
	if err := current.take(p); err != nil {
		return err
	}
	clock := clockwork.NewRealClock()
	s := &jobs.Scheduler{Projects: current.load, Ledger: ledger, Clock: clock, Log: log, Drain: o.drain,
		Recover: func(ctx context.Context) error { return m.recover(ctx, ledger, p.Dir) }}
	sup := jobs.Supervisor{Ledger: ledger, Clock: clock, Log: log, ExitCode: exitCode,
		Ended: func(ctx context.Context, job *config.Job, run history.Run) {
			_, details, err := ledger.Show(ctx, run.ID)
			if err != nil {
				log.Error("announce the run", "error", err)
			}
			m.announcer(current.load(), ledger).Ended(ctx, job, run, details)
		}}
	if sup.Launch, err = m.launcher(log, current); err != nil {
		return err
	}
	s.Run = sup.Run
	quiet, err := m.listen(o.listen, jobs.Health{Scheduler: s, Clock: clock, Project: p.Dir, Ready: current.ready})
	if err != nil {
		return err
	}
	return errors.Join(s.Serve(ctx), quiet())
}

// listen answers a monitoring system until quiet is called.
func (m *Main) listen(address string, h jobs.Health) (quiet func() error, err error) {
	if address == "" {
		return func() error { return nil }, nil
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, usage(fmt.Errorf("--listen %s: %w", address, err))
	}
	fmt.Fprintf(m.Stderr, "listening at http://%s\n", listener.Addr())
	server := &http.Server{Handler: h.Handler(), ReadHeaderTimeout: 10 * time.Second}
	go func() { _ = server.Serve(listener) }()
	return server.Close, nil
}

// serveLock makes sure that a project has one scheduler.
func (m *Main) serveLock(ctx context.Context, dir string, wait bool) (func() error, error) {
	dir = filepath.Join(dir, pipelines.WorkDir)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("make %s: %w", pipelines.WorkDir, err)
	}
	l := flock.New(filepath.Join(dir, "serve.lock"))
	ok, err := l.TryLock()
	if err == nil && !ok && wait {
		fmt.Fprintln(m.Stderr, "waiting for the serve that goes on")
		ok, err = l.TryLockContext(ctx, time.Second)
	}
	if err != nil {
		return nil, fmt.Errorf("take the lock of serve: %w", err)
	}
	if !ok {
		return nil, errServed
	}
	return l.Unlock, nil
}

// sayNext prints when each job runs next.
func (m *Main) sayNext(p *config.Project) error {
	due := 0
	for _, job := range p.Jobs {
		times, err := jobs.ScheduleOf(p, job)
		if err != nil {
			return err
		}
		if times != nil {
			due++
			fmt.Fprintf(m.Stderr, "job %s: next %s\n", job.Job.Value, times.Next(m.Now()).Format("2006-01-02 15:04 MST"))
		}
	}
	if due == 0 {
		return usage(errors.New("no job has a schedule; write schedule: {cron: \"30 2 * * *\"} in a file of jobs/"))
	}
	return nil
}

// recover takes up what a crash left behind, unless a run goes on: that one
// writes its own end.
func (m *Main) recover(ctx context.Context, ledger *history.Ledger, dir string) error {
	release, err := pipelines.Lock(ctx, dir, false)
	if errors.Is(err, pipelines.ErrLocked) {
		return nil
	}
	if err != nil {
		return err
	}
	return errors.Join(ledger.Recover(ctx), release())
}

// launcher starts runs as processes of this program.
func (m *Main) launcher(log *slog.Logger, current *project) (func(context.Context, *config.Job, jobs.Occurrence) (jobs.Ended, error), error) {
	path, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("find the program to start: %w", err)
	}
	return func(ctx context.Context, job *config.Job, o jobs.Occurrence) (jobs.Ended, error) {
		l := jobs.Launcher{Path: path, Name: "kartoteka", Grace: grace, Line: func(text string) { log.Info(text, "job", job.Job.Value) }}
		return l.Run(ctx, "run", job.Job.Value, "--wait", "--project", current.dir(), "--files", current.copy(),
			"--occurrence", o.Scheduled.UTC().Format(time.RFC3339), "--attempts", strconv.Itoa(o.Attempts))
	}, nil
}
