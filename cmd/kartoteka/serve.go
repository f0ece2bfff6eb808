package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/jonboulle/clockwork"
	"github.com/spf13/cobra"

	"kartoteka/config"
	"kartoteka/jobs"
	"kartoteka/jobs/history"
	"kartoteka/pipelines"
)

func (m *Main) serveCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "serve",
		Short: "Run the jobs of the project when they are due",
		Long: `Run the jobs of the project when they are due, until stopped. What fell due
while it was not running is made up for as each job's missed: and max_age: say.
Stopping cancels the run that goes on; nothing half-done is published.`,
		Example: "  kartoteka serve --project /srv/shop",
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return m.serve(c.Context()) },
	}
}

func (m *Main) serve(ctx context.Context) error {
	p, problems, err := m.load()
	if err != nil {
		return err
	}
	if problems = append(problems, jobs.Check(p)...).Sorted(); len(problems) > 0 {
		return m.refuse(p, problems)
	}
	ledger, err := history.Open(ctx, history.Path(p.Dir))
	if err != nil {
		return err
	}
	defer ledger.Close()
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
	log := slog.New(slog.NewTextHandler(m.Stderr, nil))
	s := &jobs.Scheduler{Project: p, Ledger: ledger, Clock: clockwork.NewRealClock(), Log: log}
	s.Run = func(ctx context.Context, job *config.Job, at jobs.Occurrence) error {
		return m.runDue(ctx, ledger, job.Job.Value, at)
	}
	return s.Serve(ctx)
}

// runDue runs an occurrence with the project as it stands now.
func (m *Main) runDue(ctx context.Context, ledger *history.Ledger, name string, at jobs.Occurrence) error {
	p, problems, err := m.load()
	if err != nil {
		return err
	}
	release, err := m.lock(ctx, p.Dir, true)
	if err != nil {
		return err
	}
	defer release()
	job, ok := p.JobNamed(name)
	if !ok {
		job = &config.Job{Job: config.Text{Value: name}} // the run says that the job is gone
		problems.AddAt(config.Pos{File: "jobs"}, "", "the job "+name+" is gone", "start kartoteka serve again")
	}
	if problems = append(problems, jobs.Check(p)...).Sorted(); len(problems) > 0 {
		m.printProblems(m.Stderr, p, problems)
		runner := jobs.Runner{Ledger: ledger, Now: m.Now, ExitCode: exitCode, Execute: func(context.Context, string) jobs.Outcome {
			return jobs.Outcome{Status: history.BadProject, Reason: plural(int64(len(problems)), "mistake") + " in the project"}
		}}
		run, details, err := runner.Run(ctx, job, at)
		if err == nil {
			m.announcer(p, ledger).Ended(ctx, job, run, details)
		}
		return err
	}
	run, details, err := m.execute(ctx, ledger, p, job, at, pipelines.Values{AsOf: at.AsOf, Env: m.Env}, runOptions{})
	if err == nil {
		m.printEnd(p, run, details, runOptions{})
		m.announcer(p, ledger).Ended(ctx, job, run, details)
	}
	return err
}
