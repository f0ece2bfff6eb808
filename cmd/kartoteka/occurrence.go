package main

import (
	"context"
	"errors"
	"fmt"
	"os/signal"
	"syscall"
	"time"

	"kartoteka/config"
	"kartoteka/jobs"
	"kartoteka/jobs/history"
	"kartoteka/pipelines"
)

// runOccurrence is one run of the schedule, in the process that serve starts for
// it. However it ends, the occurrence gets its row.
func (m *Main) runOccurrence(ctx context.Context, name string, o runOptions) error {
	due, err := time.Parse(time.RFC3339, o.occurrence)
	if err != nil {
		return usage(fmt.Errorf("--occurrence %q is no instant: %w", o.occurrence, err))
	}
	signal.Ignore(syscall.SIGPIPE) // a serve that dies must not take its run along
	dir, err := m.findProject()
	if err != nil {
		return err
	}
	files := dir
	if o.files != "" {
		files = m.path(o.files)
	}
	p, problems := config.LoadCopy(dir, files, m.Env)
	job, ok := p.JobNamed(name)
	if !ok {
		job = &config.Job{Job: config.Text{Value: name}}
		problems.AddAt(config.Pos{File: "jobs"}, "", "the job "+name+" is gone", "write it again, or leave its last occurrence as it is")
	}
	zone, err := jobs.ZoneOf(p, job)
	if err != nil {
		zone = time.UTC // one of the problems
	}
	at := jobs.Occurrence{Scheduled: due, AsOf: jobs.AsOf(due, zone), Attempts: o.attempts}
	ledger, err := history.Open(ctx, history.Path(p.Dir))
	if err != nil {
		return err
	}
	defer ledger.Close()
	release, err := m.lock(ctx, p.Dir, true)
	if err != nil {
		return err
	}
	defer release()
	values := pipelines.Values{AsOf: at.AsOf, Env: m.Env}
	if problems = append(problems, jobs.Check(p)...).Sorted(); len(problems) == 0 {
		if problems, err = planProblems(p, job, values); err != nil {
			return err
		}
	}
	if len(problems) > 0 {
		return m.refuseOccurrence(ctx, ledger, p, job, at, problems)
	}
	run, details, err := m.execute(ctx, ledger, p, job, at, values, o)
	if err != nil {
		return err
	}
	m.printEnd(p, run, details, o)
	m.announcer(p, ledger).Ended(ctx, job, run, details)
	return said(run.ExitCode)
}

// refuseOccurrence records a run that the mistakes of the project keep from
// starting.
func (m *Main) refuseOccurrence(ctx context.Context, ledger *history.Ledger, p *config.Project, job *config.Job, at jobs.Occurrence, problems config.Problems) error {
	runner := jobs.Runner{Ledger: ledger, Now: m.Now, ExitCode: exitCode, Execute: func(context.Context, string, jobs.Try) jobs.Outcome {
		return jobs.Outcome{Status: history.BadProject, Reason: plural(int64(len(problems)), "mistake") + " in the project"}
	}}
	run, details, err := runner.Run(ctx, job, at)
	if err == nil {
		m.announcer(p, ledger).Ended(ctx, job, run, details)
	}
	return errors.Join(m.refuse(p, problems), err)
}
