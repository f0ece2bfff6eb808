package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"kartoteka/config"
	"kartoteka/jobs"
	"kartoteka/jobs/history"
)

func (m *Main) pauseCommand() *cobra.Command {
	var until, reason string
	c := &cobra.Command{
		Use:   "pause [JOB]",
		Short: "Put a job on hold, or list the jobs on hold",
		Long: `Put a job on hold: its occurrences are skipped, each with a row in the history,
until somebody resumes it or until the time given. A run that goes on is not
touched; kartoteka run still runs the job by hand. Without JOB: list the jobs on
hold.`,
		Example:           "  kartoteka pause nightly --until 2026-01-07 --reason \"the CRM moves\"\n  kartoteka pause",
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: m.completeJob,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return m.listPauses(c.Context())
			}
			return m.pause(c.Context(), args[0], until, reason)
		},
	}
	c.Flags().StringVar(&until, "until", "", "`TIME` from which it runs again, as 2026-01-07 or 2026-01-07T02:00 (default: until it is resumed)")
	c.Flags().StringVar(&reason, "reason", "", "why, for whoever wonders")
	return c
}

func (m *Main) resumeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "resume JOB",
		Short: "Let a job on hold run again",
		Long: `Let a job on hold run again, from its next occurrence on. What it missed stays
skipped.`,
		Example:           "  kartoteka resume nightly",
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: m.completeJob,
		RunE:              func(c *cobra.Command, args []string) error { return m.resume(c.Context(), args[0]) },
	}
}

func (m *Main) pause(ctx context.Context, name, until, reason string) error {
	p, _, err := m.load()
	if err != nil {
		return err
	}
	job, err := pickJob(p, name)
	if err != nil {
		return err
	}
	hold := history.Pause{Job: job.Job.Value, Since: m.Now(), Reason: reason}
	zone, err := jobs.ZoneOf(p, job)
	if err != nil {
		return usage(err)
	}
	if until != "" {
		if hold.Until, err = m.moment(until, zone); err != nil {
			return err
		}
		if !hold.Until.After(hold.Since) {
			return usage(fmt.Errorf("--until %s is past", until))
		}
	}
	ledger, err := m.workLedger(ctx, p)
	if err != nil {
		return err
	}
	defer ledger.Close()
	if err := ledger.Pause(ctx, hold); err != nil {
		return err
	}
	end := "until somebody writes: kartoteka resume " + hold.Job
	if !hold.Until.IsZero() {
		end = "until " + hold.Until.In(zone).Format("2006-01-02 15:04 MST")
	}
	fmt.Fprintf(m.Stdout, "%s is on hold %s\n", hold.Job, end)
	return nil
}

func (m *Main) resume(ctx context.Context, name string) error {
	_, ledger, err := m.openHistory(ctx)
	if err != nil {
		return err
	}
	defer ledger.Close()
	was, err := ledger.Resume(ctx, name)
	switch {
	case err != nil:
		return err
	case !was:
		return usage(fmt.Errorf("%s is not on hold; kartoteka pause lists the jobs that are", name))
	}
	fmt.Fprintf(m.Stdout, "%s runs again\n", name)
	return nil
}

// openHistory gives the project and its ledger, begun when there is none.
func (m *Main) openHistory(ctx context.Context) (*config.Project, *history.Ledger, error) {
	p, _, err := m.load()
	if err != nil {
		return nil, nil, err
	}
	ledger, err := m.workLedger(ctx, p)
	return p, ledger, err
}

func (m *Main) listPauses(ctx context.Context) error {
	p, ledger, err := m.openHistory(ctx)
	if err != nil {
		return err
	}
	defer ledger.Close()
	pauses, err := ledger.Pauses(ctx)
	if err != nil {
		return err
	}
	zone := p.Zone()
	var rows [][]string
	for _, name := range p.JobNames() {
		if hold := pauses[name]; hold.Holds(m.Now()) {
			until := "it is resumed"
			if !hold.Until.IsZero() {
				until = hold.Until.In(zone).Format("2006-01-02 15:04 MST")
			}
			rows = append(rows, []string{name, hold.Since.In(zone).Format(time.DateTime), until, hold.Reason})
		}
	}
	if len(rows) == 0 {
		fmt.Fprintln(m.Stdout, "no job is on hold")
		return nil
	}
	m.grid(m.Stdout, []string{"job", "since", "until", "reason"}, rows)
	return nil
}
