package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kartoteka/config"
	"kartoteka/jobs"
	"kartoteka/jobs/history"
	"kartoteka/pipelines"
	"kartoteka/pipelines/catalog"
)

// runOptions are the flags of run.
type runOptions struct {
	asOf               string
	set                []string
	dryRun, keep, wait bool
	occurrence, files  string // how serve starts a run
	attempts           int
}

func (m *Main) runCommand() *cobra.Command {
	var o runOptions
	c := &cobra.Command{
		Use:   "run [JOB]",
		Short: "Run a job now",
		Long: `Run a job now: read its files, execute its pipelines, publish its tables. JOB
may be left out when the project has one job.

` + exitHelp + `

With --output json: ` + detailsHelp + `.`,
		Example: `  kartoteka run nightly
  kartoteka run nightly --as-of 2026-03-31 --set window_days=60
  kartoteka run nightly --dry-run --keep`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: m.completeJob,
		RunE: func(c *cobra.Command, args []string) error {
			if o.occurrence != "" {
				return m.runOccurrence(c.Context(), strings.Join(args, ""), o)
			}
			return m.runByHand(c.Context(), strings.Join(args, ""), o)
		},
	}
	f := c.Flags()
	f.StringVar(&o.asOf, "as-of", "", "`DATE` that the run takes for today, as yyyy-mm-dd (default: today in the job's zone)")
	f.StringArrayVar(&o.set, "set", nil, "set a parameter of the job, as `NAME=VALUE`; may be repeated")
	f.BoolVar(&o.dryRun, "dry-run", false, "do everything but publish")
	f.BoolVar(&o.keep, "keep", false, "keep every table of the run as Parquet under .kartoteka/runs")
	f.BoolVar(&o.wait, "wait", false, "wait while another run goes on")
	f.StringVar(&o.occurrence, "occurrence", "", "the `INSTANT` of the schedule that the run is for")
	f.StringVar(&o.files, "files", "", "read the project's YAML from a copy in `DIR`")
	f.IntVar(&o.attempts, "attempts", 0, "attempts made before")
	for _, hidden := range []string{"occurrence", "files", "attempts"} {
		_ = f.MarkHidden(hidden)
	}
	m.addOutput(c)
	return c
}

// runByHand is one run from the command line.
func (m *Main) runByHand(ctx context.Context, name string, o runOptions) error {
	asJSON, err := m.wantsJSON()
	if err != nil {
		return err
	}
	p, problems, err := m.load()
	if err != nil {
		return err
	}
	if len(p.Jobs) == 0 && len(problems) > 0 {
		return m.refuse(p, problems)
	}
	job, err := pickJob(p, name)
	if err != nil {
		return err
	}
	values, err := m.values(p, job, o)
	if err != nil {
		return err
	}
	ledger, err := m.workLedger(ctx, p)
	if err != nil {
		return err
	}
	defer ledger.Close()
	note := history.Run{Job: job.Job.Value, AsOf: values.AsOf, Started: m.Now(), Finished: m.Now()}
	planned, err := planProblems(p, job, values)
	if err != nil {
		return err
	}
	if problems = append(append(problems, jobs.Check(p)...), planned...).Sorted(); len(problems) > 0 {
		return errors.Join(m.refuse(p, problems), m.note(ctx, ledger, note, history.BadProject, plural(int64(len(problems)), "mistake")+" in the project"),
			m.announcer(p, ledger).Measure(ctx))
	}
	release, err := m.lock(ctx, p.Dir, o.wait)
	if errors.Is(err, pipelines.ErrLocked) {
		return errors.Join(err, m.note(ctx, ledger, note, history.Locked, "another run was going on"))
	}
	if err != nil {
		return err
	}
	defer release()
	run, details, err := m.execute(ctx, ledger, p, job, jobs.Occurrence{AsOf: values.AsOf}, values, o)
	if err != nil {
		return err
	}
	if asJSON {
		err = m.printJSON(detailsOf(run, details))
	} else {
		m.printEnd(p, run, details, o)
	}
	m.announcer(p, ledger).Ended(ctx, job, run, details)
	return errors.Join(err, said(run.ExitCode))
}

// planProblems plans a job to see what is wrong with it.
func planProblems(p *config.Project, job *config.Job, v pipelines.Values) (config.Problems, error) {
	plan, problems := pipelines.NewPlan(p, job, catalog.All(), v)
	if len(problems) > 0 {
		return problems, nil
	}
	return plan.Breaks()
}

// lock takes the project's lock, and says so when it must wait.
func (m *Main) lock(ctx context.Context, dir string, wait bool) (func() error, error) {
	release, err := pipelines.Lock(ctx, dir, false)
	if errors.Is(err, pipelines.ErrLocked) && wait {
		fmt.Fprintln(m.Stderr, "waiting for the run that goes on")
		return pipelines.Lock(ctx, dir, true)
	}
	return release, err
}

// execute runs a job under the project's lock and records it.
func (m *Main) execute(ctx context.Context, ledger *history.Ledger, p *config.Project, job *config.Job, at jobs.Occurrence, values pipelines.Values, o runOptions) (history.Run, history.Details, error) {
	if err := jobs.CleanRuns(filepath.Join(p.Dir, pipelines.WorkDir, "runs")); err != nil {
		return history.Run{}, history.Details{}, err
	}
	announcer := m.announcer(p, ledger)
	runner := jobs.Runner{Ledger: ledger, Now: m.Now, ExitCode: exitCode}
	if !o.dryRun {
		runner.Begun = announcer.Began
	}
	var plan *pipelines.Plan
	runner.Found = func(id string) (jobs.Outcome, bool) {
		m := pipelines.PublishedBy(p, id)
		if m == nil {
			return jobs.Outcome{}, false
		}
		return jobs.OutcomeOf(&pipelines.Result{Status: pipelines.StatusOK, Manifest: m}), true
	}
	runner.Ready = func(ctx context.Context) jobs.Outcome { return m.await(ctx, p, job, at, values) }
	runner.Execute = func(ctx context.Context, id string, try jobs.Try) jobs.Outcome {
		if try.Lean {
			p.Settings.Limits.Threads = 1
		}
		var problems config.Problems
		plan, problems = pipelines.NewPlan(p, job, catalog.All(), values)
		if err := problems.Err(); err != nil {
			return jobs.Outcome{Status: history.BadProject, Reason: err.Error()}
		}
		log, closeLog, err := jobs.OpenLog(p.Dir, id)
		if err != nil {
			return jobs.Outcome{Status: history.Failed, Reason: err.Error()}
		}
		defer closeLog()
		shown := m.newProgress(ctx)
		defer shown.close()
		var memory jobs.Memory
		defer memory.End(0) // of a step that broke off
		result := pipelines.Execute(ctx, pipelines.Request{
			Plan: plan, RunID: id, Version: version, DryRun: o.dryRun, Keep: o.keep, Now: m.Now, Log: log,
			Events: shown.events(memory.Begin, func(s history.Step) {
				s.PeakBytes = memory.End(s.Place)
				if err := ledger.Step(context.WithoutCancel(ctx), id, s); err != nil {
					log.Error("record a step", "error", err)
				}
			}),
		})
		m.repeated = result.Unchanged
		outcome := jobs.OutcomeOf(result)
		memory.Fill(outcome.Details.Steps)
		return outcome
	}
	run, details, err := runner.Run(ctx, job, at)
	if err == nil && !o.dryRun {
		announcer.Traced(run, details, plan)
	}
	return run, details, err
}

// await waits for the inputs of a job whose wait_for: says so.
func (m *Main) await(ctx context.Context, p *config.Project, job *config.Job, at jobs.Occurrence, values pipelines.Values) jobs.Outcome {
	until, ok, err := jobs.Deadline(p, job, at, m.Now())
	if err != nil {
		return jobs.Outcome{Status: history.Failed, Reason: err.Error()}
	}
	if !ok {
		return jobs.Outcome{}
	}
	plan, problems := pipelines.NewPlan(p, job, catalog.All(), values)
	if len(problems) > 0 {
		return jobs.Outcome{} // the run itself tells them
	}
	pause, done := m.Sleep, func() error { return nil }
	if pause == nil {
		pause, done = jobs.Wakeful(pipelines.InputDirs(plan, jobs.Awaited(job)))
	}
	defer func() { _ = done() }()
	w := jobs.Waiter{Now: m.Now, Sleep: pause, Say: func(text string) { fmt.Fprintln(m.Stderr, text) },
		Missing: func(now time.Time) ([]string, error) { return pipelines.Missing(plan, jobs.Awaited(job), now) }}
	return w.Wait(ctx, until)
}

// announcer tells what runs did; what goes wrong with it is said on stderr.
func (m *Main) announcer(p *config.Project, ledger *history.Ledger) jobs.Announcer {
	return jobs.Announcer{Project: p, Ledger: ledger, Version: version, Warn: func(text string) {
		fmt.Fprintf(m.Stderr, "%s %s\n", m.colors(m.Stderr).yellow("warning:"), text)
	}}
}

// refuse prints the problems of a project on stderr.
func (m *Main) refuse(p *config.Project, problems config.Problems) error {
	m.printProblems(m.Stderr, p, problems)
	return &codeError{code: exitBadProject, err: fmt.Errorf("%s in the project; nothing was run", plural(int64(len(problems)), "mistake"))}
}

// note records a run that did not start.
func (m *Main) note(ctx context.Context, ledger *history.Ledger, run history.Run, status history.Status, reason string) error {
	run.Status, run.Reason, run.ExitCode = status, reason, exitCode(status)
	_, err := ledger.Note(ctx, run)
	return err
}

func pickJob(p *config.Project, name string) (*config.Job, error) {
	if name == "" {
		if len(p.Jobs) == 1 {
			return p.Jobs[0], nil
		}
		return nil, usage(fmt.Errorf("which job? %s", strings.Join(p.JobNames(), ", ")))
	}
	job, ok := p.JobNamed(name)
	if !ok {
		return nil, usage(fmt.Errorf("no job is called %q; %s", name, config.DidYouMean(name, p.JobNames())))
	}
	return job, nil
}

// values gives what ${...} stands for in a run by hand.
func (m *Main) values(p *config.Project, job *config.Job, o runOptions) (pipelines.Values, error) {
	v := pipelines.Values{Params: map[string]string{}, Env: m.Env}
	zone, err := jobs.ZoneOf(p, job)
	if err != nil {
		return v, usage(err)
	}
	v.AsOf = jobs.AsOf(m.Now(), zone)
	if o.asOf != "" {
		if v.AsOf, err = time.Parse(time.DateOnly, o.asOf); err != nil {
			return v, usage(fmt.Errorf("--as-of %q is not a date; write it as 2026-03-31", o.asOf))
		}
	}
	for _, pair := range o.set {
		key, value, ok := strings.Cut(pair, "=")
		if !ok {
			return v, usage(fmt.Errorf("--set %q: write NAME=VALUE", pair))
		}
		v.Params[key] = value
	}
	return v, nil
}

// printEnd tells how a run ended and what to do next.
func (m *Main) printEnd(p *config.Project, run history.Run, d history.Details, o runOptions) {
	paint := m.colors(m.Stdout)
	if m.IsTerminal(m.Stdout) {
		m.printSteps(d.Steps)
	}
	m.printFindings(d)
	fmt.Fprintf(m.Stdout, "%s %s as of %s in %s\n", paint.bold(run.ID), paint.status(run.Status), run.AsOf.Format(time.DateOnly), took(run.Duration()))
	if run.Reason != "" {
		fmt.Fprintln(m.Stdout, paint.red(run.Reason))
	}
	to := p.Settings.Publish.To.Value
	switch {
	case run.SnapshotID != "":
		var tables, rows int64
		for _, f := range d.Outputs {
			if strings.Contains("/"+f.File, "/tables/") {
				tables, rows = tables+1, rows+f.Rows
			}
		}
		if m.repeated {
			fmt.Fprintln(m.Stdout, "the same night again: nothing changed")
		}
		fmt.Fprintf(m.Stdout, "published %s with %s in %s/tables\n", plural(tables, "table"), plural(rows, "row"), to)
	case o.dryRun && run.Status.Published():
		fmt.Fprintln(m.Stdout, "dry run: nothing was published")
	default:
		fmt.Fprintf(m.Stdout, "nothing was published; %s/tables is as it was\n", to)
	}
	if o.keep {
		fmt.Fprintf(m.Stdout, "tables of the run: %s/runs/%s/tables\n", pipelines.WorkDir, run.ID)
	}
}
