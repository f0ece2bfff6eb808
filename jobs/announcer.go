package jobs

import (
	"context"
	"errors"
	"time"

	"kartoteka/config"
	"kartoteka/jobs/announce"
	"kartoteka/jobs/history"
	"kartoteka/pipelines"
)

// Announcer tells what the runs of a project did. Whatever goes wrong with it is
// a warning, in the run's log and for whoever watches, and changes no run.
type Announcer struct {
	Project *config.Project
	Ledger  *history.Ledger
	Version string            // of the program
	Warn    func(text string) // for whoever watches
}

// How long a mail server may take, and after a run that was told to stop.
const (
	postTime    = 30 * time.Second
	postTimeNow = 5 * time.Second
)

// lookBack is how many runs the announcer reads of each job.
const lookBack = 200

// Began opens the lineage of a run.
func (a Announcer) Began(run history.Run) {
	line, err := announce.Begin(announce.LineagePath(a.Project.Dir, run.ID), a.trace(run))
	a.emit(run, line, err)
}

// Traced closes the lineage of a run; plan is nil when it came to none.
func (a Announcer) Traced(run history.Run, d history.Details, plan *pipelines.Plan) {
	t := a.trace(run)
	t.Details = d
	if plan != nil {
		t.Tables = published(plan)
	}
	line, err := announce.End(announce.LineagePath(a.Project.Dir, run.ID), t)
	a.emit(run, line, err)
}

// emit hands a lineage event that was written to the catalogue, if there is one.
func (a Announcer) emit(run history.Run, line []byte, err error) {
	if to := a.Project.Settings.Lineage; err == nil && to != nil {
		ctx, stop := context.WithTimeout(context.Background(), postTimeNow)
		defer stop()
		err = announce.Emit(ctx, *to, line)
	}
	a.trouble(run, err)
}

func (a Announcer) trace(run history.Run) announce.Trace {
	return announce.Trace{Project: a.Project.Settings.Project.Value, Version: a.Version, Run: run}
}

// published are the definitions of what a plan publishes for BI. Every table
// ends with the date and the snapshot that it is of.
func published(plan *pipelines.Plan) []announce.Table {
	var all []announce.Table
	add := func(name string, t *pipelines.Table) {
		out := announce.Table{Name: name}
		for _, c := range t.Columns {
			if !c.Restricted {
				out.Columns = append(out.Columns, announce.Column{Name: c.Name, Type: c.Type, Meaning: c.Meaning})
			}
		}
		out.Columns = append(out.Columns, announce.Column{Name: "as_of", Type: "DATE"}, announce.Column{Name: "snapshot_id", Type: "VARCHAR"})
		all = append(all, out)
	}
	for _, p := range plan.Publish {
		add(p.As.Value, plan.Tables[p.Table.Value])
	}
	for _, t := range pipelines.EngineTables() {
		add(t.Name, t)
	}
	return all
}

// trouble tells what went wrong, in the run's log and for whoever watches.
func (a Announcer) trouble(run history.Run, err error) {
	if err == nil {
		return
	}
	if log, done, open := OpenLog(a.Project.Dir, run.ID); open == nil {
		log.Warn("announce the run", "error", err.Error())
		done()
	}
	a.Warn(err.Error())
}

// Ended announces a run that stands in the ledger with its end.
func (a Announcer) Ended(ctx context.Context, job *config.Job, run history.Run, d history.Details) {
	patience := postTime
	if ctx.Err() != nil {
		patience = postTimeNow
	}
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer stop()
	a.trouble(run, a.Measure(ctx))
	report, err := a.report(ctx, run, d)
	if err == nil {
		err = a.post(ctx, job, report)
	}
	a.trouble(run, err)
}

// Refused tells everybody who asked for failures that an edit of the project does
// not count, since it holds mistakes.
func (a Announcer) Refused(ctx context.Context, now time.Time, count, first string) {
	ctx, stop := context.WithTimeout(ctx, postTime)
	defer stop()
	everybody := &config.Job{}
	for _, job := range a.Project.Jobs {
		everybody.Notify = append(everybody.Notify, job.Notify...)
	}
	run := history.Run{ID: "edit-" + now.UTC().Format("20060102T150405Z"), Job: "serve", AsOf: now, Started: now, Finished: now, Status: history.BadProject,
		Reason: count + " in the edited project; the files before the edit stay in force\n" + first}
	report, err := a.report(ctx, run, history.Details{})
	if err == nil {
		err = a.post(ctx, everybody, report)
	}
	if err != nil {
		a.Warn(err.Error())
	}
}

// post sends the letter to everybody who asked for it, unless it would say again
// what was said.
func (a Announcer) post(ctx context.Context, job *config.Job, r announce.Report) error {
	events := announce.Events(r)
	to, hooks := announce.Recipients(job.Notify, events), announce.Hooks(job.Notify, events)
	if len(to)+len(hooks) == 0 {
		return nil
	}
	own, err := a.Ledger.List(ctx, history.Filter{Job: r.Run.Job, Limit: lookBack})
	if err != nil {
		return err
	}
	if announce.ToldAlready(own, r.Run) {
		return nil
	}
	letter := announce.Compose(r)
	var errs []error
	if server := a.Project.Settings.SMTP; server != nil && len(to) > 0 {
		errs = append(errs, announce.Post{Server: *server}.Send(ctx, letter, to))
	}
	for _, h := range hooks {
		errs = append(errs, announce.Call(ctx, h, r, letter))
	}
	return errors.Join(errs...)
}

// Measure writes the project's metrics anew, from the ledger.
func (a Announcer) Measure(ctx context.Context) error {
	m := announce.Measures{Project: a.Project.Settings.Project.Value}
	if m.Project == "" {
		return nil // a project with mistakes: what it is called is not known
	}
	published, err := a.goodRuns(ctx)
	if err != nil {
		return err
	}
	if seen := announce.Seen(published); seen.ID != "" {
		_, d, err := a.Ledger.Show(ctx, seen.ID)
		if err != nil {
			return err
		}
		m.Published = d.Outputs
	}
	for _, name := range a.Project.JobNames() {
		runs, err := a.Ledger.List(ctx, history.Filter{Job: name, Limit: lookBack})
		if err != nil {
			return err
		}
		j := announce.JobMeasures{Last: announce.Last(runs, name), LastSuccess: announce.Seen(runs).Finished}
		if j.Last.ID == "" {
			continue
		}
		if _, j.Details, err = a.Ledger.Show(ctx, j.Last.ID); err != nil {
			return err
		}
		m.Jobs = append(m.Jobs, j)
	}
	return announce.WriteMetrics(announce.MetricsPath(a.Project.Dir), m)
}

// report gathers what is told about a run.
func (a Announcer) report(ctx context.Context, run history.Run, d history.Details) (announce.Report, error) {
	r := announce.Report{
		Project: a.Project.Settings.Project.Value, Language: a.Project.Settings.Language,
		PublishTo: a.Project.Settings.Publish.To.Value, Zone: a.Project.Zone(), Run: run, Details: d,
	}
	own, err := a.Ledger.List(ctx, history.Filter{Job: run.Job, Limit: lookBack})
	if err != nil {
		return r, err
	}
	r.Before = announce.Before(own, run)
	published, err := a.goodRuns(ctx)
	r.Seen = announce.Seen(published)
	return r, err
}

// goodRuns lists the newest runs, of all jobs, that went well.
func (a Announcer) goodRuns(ctx context.Context) ([]history.Run, error) {
	var all []history.Run
	for _, s := range []history.Status{history.OK, history.Warnings} {
		runs, err := a.Ledger.List(ctx, history.Filter{Status: s, Limit: lookBack})
		if err != nil {
			return nil, err
		}
		all = append(all, runs...)
	}
	return all, nil
}
