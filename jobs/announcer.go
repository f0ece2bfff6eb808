package jobs

import (
	"context"
	"log/slog"
	"strings"
	"time"

	"kartoteka/config"
	"kartoteka/jobs/announce"
	"kartoteka/jobs/history"
)

// Announcer tells what the runs of a project did. Whatever goes wrong with it is
// a warning, in the run's log and for whoever watches, and changes no run.
type Announcer struct {
	Project *config.Project
	Ledger  *history.Ledger
	Warn    func(text string) // for whoever watches
}

// How long a mail server may take, and after a run that was told to stop.
const (
	postTime    = 30 * time.Second
	postTimeNow = 5 * time.Second
)

// lookBack is how many runs the announcer reads of each job.
const lookBack = 200

// Ended announces a run that stands in the ledger with its end.
func (a Announcer) Ended(ctx context.Context, job *config.Job, run history.Run, d history.Details) {
	patience := postTime
	if ctx.Err() != nil {
		patience = postTimeNow
	}
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer stop()
	log, done, err := OpenLog(a.Project.Dir, run.ID)
	if err != nil {
		log, done = slog.New(slog.DiscardHandler), func() {}
	}
	defer done()
	trouble := func(err error) {
		if err != nil {
			log.Warn("announce the run", "error", err.Error())
			a.Warn(err.Error())
		}
	}
	trouble(err)
	trouble(a.Measure(ctx))
	report, err := a.report(ctx, run, d)
	if err != nil {
		trouble(err)
		return
	}
	trouble(a.post(ctx, job, report, log))
}

// post sends the letter to everybody who asked for it.
func (a Announcer) post(ctx context.Context, job *config.Job, r announce.Report, log *slog.Logger) error {
	events := announce.Events(r)
	to := announce.Recipients(job.Notify, events)
	server := a.Project.Settings.SMTP
	if len(to) == 0 || server == nil {
		return nil
	}
	if err := (announce.Post{Server: *server}).Send(ctx, announce.Compose(r), to); err != nil {
		return err
	}
	log.Info("notified", "events", strings.Join(events, " "), "addresses", len(to))
	return nil
}

// Measure writes the project's metrics anew, from the ledger.
func (a Announcer) Measure(ctx context.Context) error {
	m := announce.Measures{Project: a.Project.Settings.Project.Value}
	if m.Project == "" {
		return nil // a project with mistakes: what it is called is not known
	}
	published, err := a.published(ctx)
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
	published, err := a.published(ctx)
	r.Seen = announce.Seen(published)
	return r, err
}

// published lists the newest runs, of all jobs, that went well.
func (a Announcer) published(ctx context.Context) ([]history.Run, error) {
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
