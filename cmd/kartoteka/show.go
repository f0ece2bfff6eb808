package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kartoteka/jobs/history"
)

func (m *Main) showCommand() *cobra.Command {
	var accounts, codes bool
	c := &cobra.Command{
		Use:   "show [RUN]",
		Short: "Show one run: steps, rows, files, checks and warnings",
		Long: `Show what one run did. RUN is an id, the beginning of one, or a job (its last
run); without it the last run is shown.

With --output json: ` + detailsHelp + `.`,
		Example: "  kartoteka show\n  kartoteka show nightly\n  kartoteka show nightly-20260310 --accounts",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return m.show(c.Context(), strings.Join(args, ""), accounts, codes)
		},
	}
	c.Flags().BoolVar(&accounts, "accounts", false, "list what became of every row, by step, subject and reason")
	c.Flags().BoolVar(&codes, "codes", false, "list what cleansing changed or doubted, by table and code, and what each code means")
	m.addOutput(c)
	return c
}

func (m *Main) show(ctx context.Context, what string, accounts, codes bool) error {
	asJSON, err := m.wantsJSON()
	if err != nil {
		return err
	}
	dir, err := m.findProject()
	if err != nil {
		return err
	}
	ledger, err := openLedger(ctx, dir)
	if errors.Is(err, fs.ErrNotExist) {
		return errors.New("no run yet; start one with: kartoteka run JOB")
	}
	if err != nil {
		return err
	}
	defer ledger.Close()
	id, err := ledger.Find(ctx, what)
	if err != nil {
		return err
	}
	run, details, err := ledger.Show(ctx, id)
	if err != nil {
		return err
	}
	if asJSON {
		return m.printJSON(detailsOf(run, details))
	}
	m.printRun(run, m.zone(dir))
	m.printSteps(details.Steps)
	m.printFiles(details)
	if accounts {
		m.printAccounts(details.Accounts)
	}
	if codes {
		m.printCodes(details.Accounts)
	} else {
		m.printMostCodes(details.Accounts)
	}
	m.printFindings(details)
	return nil
}

func (m *Main) printRun(r history.Run, zone *time.Location) {
	paint := m.colors(m.Stdout)
	fmt.Fprintf(m.Stdout, "%s  %s\n", paint.bold(r.ID), paint.status(r.Status))
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(m.Stdout, "  %-10s %s\n", name, value)
		}
	}
	line("as of", r.AsOf.Format(time.DateOnly))
	line("scheduled", clock(r.Scheduled, zone))
	line("started", clock(r.Started, zone))
	if !r.Finished.IsZero() {
		line("took", took(r.Duration()))
	}
	if r.Attempts > 1 {
		line("attempts", fmt.Sprint(r.Attempts))
	}
	line("snapshot", r.SnapshotID)
	line("reason", strings.ReplaceAll(r.Reason, "\n", "\n             "))
}

func (m *Main) printSteps(steps []history.Step) {
	if len(steps) == 0 {
		return
	}
	var rows [][]string
	for _, s := range steps {
		name := s.Type + " " + s.Name
		if s.Error != "" {
			name += " " + m.colors(m.Stdout).red("failed")
		}
		rows = append(rows, []string{fmt.Sprint(s.Place), name, some(s.In), some(s.Added), some(s.Out), some(s.Rejected),
			some(s.Merged), some(s.Suppressed), took(s.Duration), peak(s.PeakBytes)})
	}
	fmt.Fprintln(m.Stdout)
	m.grid(m.Stdout, []string{"# ", "step", "in ", "added ", "out ", "rejected ", "merged ", "suppressed ", "took ", "memory "}, rows)
}

// peak writes the largest memory of a step; nothing where it was not measured.
func peak(bytes int64) string {
	if bytes == 0 {
		return ""
	}
	return size(bytes)
}

func (m *Main) printFiles(d history.Details) {
	if len(d.Inputs) > 0 {
		var rows [][]string
		for _, f := range d.Inputs {
			rows = append(rows, []string{f.Source, f.File, size(f.Bytes), count(f.RowsRead), some(f.RowsRejected)})
		}
		fmt.Fprintln(m.Stdout)
		m.grid(m.Stdout, []string{"source", "file read", "size ", "rows ", "rejected "}, rows)
	}
	if len(d.Outputs) > 0 {
		var rows [][]string
		for _, f := range d.Outputs {
			rows = append(rows, []string{f.Table, f.File, size(f.Bytes), count(f.Rows)})
		}
		fmt.Fprintln(m.Stdout)
		m.grid(m.Stdout, []string{"table", "file written", "size ", "rows "}, rows)
	}
}

func (m *Main) printAccounts(accounts []history.Account) {
	var rows [][]string
	for _, a := range accounts {
		rows = append(rows, []string{a.Step, a.Subject, a.Kind, a.Reason, count(a.Rows)})
	}
	fmt.Fprintln(m.Stdout)
	m.grid(m.Stdout, []string{"step", "of", "what became", "why", "rows "}, rows)
}

// printFindings lists what wants to be looked at: checks and warnings.
func (m *Main) printFindings(d history.Details) {
	paint := m.colors(m.Stdout)
	passed := 0
	var issues history.Issues
	for _, c := range d.Checks {
		issues = issues.Plus(c.Issues)
		if c.Status == "passed" {
			passed++
			continue
		}
		word := paint.yellow(c.Status)
		if c.Status == "failed" {
			word = paint.red(c.Status)
		}
		fmt.Fprintf(m.Stdout, "check %s: %s: %s: %s of %s\n", c.Name, word, c.Rule, failing(c), plural(c.Rows, "row"))
	}
	if passed > 0 {
		fmt.Fprintf(m.Stdout, "%s passed\n", plural(int64(passed), "check rule"))
	}
	if issues.Any() {
		fmt.Fprintf(m.Stdout, "issues: %s; kartoteka issues lists them\n", issueCounts(issues))
	}
	for _, w := range d.Warnings {
		step := ""
		if w.Step != "" {
			step = w.Step + ": "
		}
		fmt.Fprintf(m.Stdout, "%s %s%s\n", paint.yellow("warning:"), step, w.Text)
	}
}
