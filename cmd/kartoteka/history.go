package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/spf13/cobra"

	"kartoteka/config"
	"kartoteka/jobs/history"
	"kartoteka/pipelines"
	"kartoteka/pipelines/snapshot"
)

func (m *Main) historyCommand() *cobra.Command {
	var f history.Filter
	var status string
	var repair bool
	c := &cobra.Command{
		Use:   "history",
		Short: "List the runs of the project, newest first",
		Long: `List the runs of the project, newest first, with how they ended.

With --output json: [` + recordHelp + `].`,
		Example: "  kartoteka history\n  kartoteka history --job nightly --limit 7\n  kartoteka history --status failed --output json",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if repair {
				return m.repair(c.Context())
			}
			f.Status = history.Status(status)
			return m.history(c.Context(), f)
		},
	}
	c.Flags().StringVar(&f.Job, "job", "", "only runs of this `JOB`")
	c.Flags().StringVar(&status, "status", "", "only runs that ended so, such as ok, warnings, failed or late")
	c.Flags().IntVar(&f.Limit, "limit", 20, "at most so many runs")
	c.Flags().BoolVar(&repair, "repair", false, "set a damaged ledger aside and begin a new one; one that is whole stays")
	m.addOutput(c)
	return c
}

// repair sets a damaged ledger aside while neither serve nor a run uses it.
func (m *Main) repair(ctx context.Context) (err error) {
	dir, err := m.findProject()
	if err != nil {
		return err
	}
	if _, err := os.Stat(history.Path(dir)); errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintln(m.Stdout, "there is no ledger yet; nothing to repair")
		return nil
	}
	unserve, err := m.serveLock(ctx, dir, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, unserve()) }()
	release, err := pipelines.Lock(ctx, dir, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, release()) }()
	aside, err := history.Repair(ctx, history.Path(dir), m.Now())
	if err != nil {
		return err
	}
	if aside == "" {
		fmt.Fprintln(m.Stdout, "the ledger is whole; nothing was changed")
		return nil
	}
	ledger, err := history.Open(ctx, history.Path(dir))
	if err != nil {
		return err
	}
	fmt.Fprintf(m.Stdout, "the damaged ledger is %s/%s; a new one begins, without the history so far\n"+
		"Occurrences before now are not made up for; what is published is as it was.\n", pipelines.WorkDir, aside)
	return ledger.Close()
}

// workLedger opens the ledger to write to it. Where it is new although the project
// has published, it was lost, and that is said.
func (m *Main) workLedger(ctx context.Context, p *config.Project) (*history.Ledger, error) {
	ledger, err := history.Open(ctx, history.Path(p.Dir))
	if err != nil || !ledger.New() {
		return ledger, err
	}
	published := p.Resolve(p.Settings.Publish.To.Value)
	if before, err := snapshot.Current(published); err == nil && before != nil {
		fmt.Fprintf(m.Stderr, "%s the run ledger was lost and is begun anew: the history is gone, and occurrences before now are not made up for\n",
			m.colors(m.Stderr).yellow("warning:"))
	}
	return ledger, nil
}

func (m *Main) history(ctx context.Context, f history.Filter) error {
	asJSON, err := m.wantsJSON()
	if err != nil {
		return err
	}
	dir, err := m.findProject()
	if err != nil {
		return err
	}
	list := []runJSON{}
	var runs []history.Run
	ledger, err := openLedger(ctx, dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	default:
		defer ledger.Close()
		if runs, err = ledger.List(ctx, f); err != nil {
			return err
		}
	}
	for _, r := range runs {
		list = append(list, runOf(r))
	}
	if asJSON {
		return m.printJSON(list)
	}
	if len(runs) == 0 {
		fmt.Fprintln(m.Stdout, "no runs; start one with: kartoteka run JOB")
		return nil
	}
	zone, paint := m.zone(dir), m.colors(m.Stdout)
	var rows [][]string
	for _, r := range runs {
		when := r.Started
		if when.IsZero() {
			when = r.Scheduled
		}
		rows = append(rows, []string{r.ID, paint.status(r.Status), r.AsOf.Format(time.DateOnly), clock(when, zone), took(r.Duration()), r.Reason})
	}
	m.grid(m.Stdout, []string{"run", "status", "as of", "started", "took ", "reason"}, rows)
	return nil
}

// openLedger opens the ledger of a project that has one; fs.ErrNotExist else.
func openLedger(ctx context.Context, dir string) (*history.Ledger, error) {
	path := history.Path(dir)
	if _, err := os.Stat(path); err != nil {
		return nil, err
	}
	return history.Open(ctx, path)
}

// zone gives the project's zone for printing, UTC when it cannot be told.
func (m *Main) zone(dir string) *time.Location {
	p, _ := config.Load(dir, m.Env)
	return p.Zone()
}
