package main

import (
	"fmt"
	"path/filepath"

	"kartoteka/cmd/kartoteka/adhoc"
	"kartoteka/jobs/history"
	"kartoteka/pipelines"
	"kartoteka/pipelines/dedupe/guess"
)

// plain are the events of a run that no ledger records.
func (p *progress) plain() pipelines.Events {
	return p.events(func() {}, func(history.Step) {})
}

// printGuess tells what the columns hold and why.
func (m *Main) printGuess(made *adhoc.Project) {
	for _, s := range made.Sources {
		var rows [][]string
		for _, f := range s.Guess.Fields {
			rows = append(rows, []string{f.Column, holds(f), f.Why, percent(f.Filled)})
		}
		fmt.Fprintf(m.Stdout, "%s\n", m.colors(m.Stdout).bold(filepath.Base(s.Path)))
		m.grid(m.Stdout, []string{"column", "is", "why", "filled "}, rows)
	}
	code, why := made.Country()
	fmt.Fprintf(m.Stdout, "country %s (%s)\n\n", code, why)
}

// holds is what a column is, in a word or two.
func holds(f guess.Field) string {
	switch f.Role {
	case guess.Use:
		return f.Field
	case guess.Compare:
		return "compared as text"
	case guess.Key:
		return "key"
	case guess.LeaveMe:
		return "never compared"
	}
	return "kept"
}

func percent(share float64) string { return fmt.Sprintf("%.0f %%", 100*share) }

// deduped adds up what a run found.
type deduped struct{ rows, contacts, pairs, rejected int64 }

func countsOf(r *pipelines.Result) deduped {
	var d deduped
	for _, s := range r.Steps {
		for _, a := range s.Accounts {
			switch s.Type {
			case "extract":
				d.rows += a.In
				d.rejected += a.Rejected
			case "dedupe":
				d.contacts += a.Out
			}
		}
	}
	for _, f := range r.Bare {
		if f.Table == "contact_pairs" {
			d.pairs = f.Rows
		}
	}
	return d
}

func (m *Main) printDeduped(made *adhoc.Project, r *pipelines.Result, o dedupeOptions) {
	d := countsOf(r)
	paint := m.colors(m.Stdout)
	for _, w := range r.Journal.Warnings {
		fmt.Fprintf(m.Stdout, "%s %s\n", paint.yellow("warning:"), w.Text)
	}
	if d.rejected > 0 {
		fmt.Fprintf(m.Stdout, "%s %s could not be read at all: %s\n", paint.yellow("warning:"), plural(d.rejected, "row"), reasonsOf(r))
	}
	fmt.Fprintf(m.Stdout, "%s of %s: %s duplicates in %s\n", paint.bold(plural(d.contacts, "contact")), plural(d.rows, "row"), paint.bold(count(d.rows-d.rejected-d.contacts)), took(r.Duration))
	if d.pairs > 0 {
		fmt.Fprintf(m.Stdout, "%s may be one person: contact_pairs\n", plural(d.pairs, "more pair"))
	}
	if o.dryRun {
		fmt.Fprintln(m.Stdout, "dry run: nothing was written")
	} else {
		fmt.Fprintf(m.Stdout, "written to %s\n", filepath.ToSlash(filepath.Join(o.out, "tables")))
	}
	if o.save != "" {
		fmt.Fprintf(m.Stdout, "project saved; next: kartoteka run --project %s\n", o.save)
	}
}

// reasonsOf lists why rows could not be read.
func reasonsOf(r *pipelines.Result) string {
	text := ""
	for _, reason := range pipelines.RejectReasons(r.Journal.Rejects) {
		if text != "" {
			text += ", "
		}
		text += fmt.Sprintf("%s (%s)", reason.Reason, count(reason.Rows))
	}
	return text
}

type guessJSON struct {
	File   string  `json:"file"`
	Column string  `json:"column"`
	Role   string  `json:"role"`
	Field  string  `json:"field,omitempty"`
	Why    string  `json:"why"`
	Filled float64 `json:"filled"`
}

type dedupedJSON struct {
	Rows       int64       `json:"rows"`
	Contacts   int64       `json:"contacts"`
	Duplicates int64       `json:"duplicates"`
	Pairs      int64       `json:"pairs"`
	Seconds    float64     `json:"seconds"`
	Country    string      `json:"country"`
	Columns    []guessJSON `json:"columns"`
	Warnings   []string    `json:"warnings"`
}

func dedupeJSON(made *adhoc.Project, r *pipelines.Result) dedupedJSON {
	d := countsOf(r)
	code, _ := made.Country()
	out := dedupedJSON{Rows: d.rows, Contacts: d.contacts, Duplicates: d.rows - d.rejected - d.contacts, Pairs: d.pairs, Seconds: r.Duration.Seconds(), Country: code, Warnings: []string{}}
	for _, s := range made.Sources {
		for _, f := range s.Guess.Fields {
			out.Columns = append(out.Columns, guessJSON{filepath.Base(s.Path), f.Column, f.Role, f.Field, f.Why, f.Filled})
		}
	}
	for _, w := range r.Journal.Warnings {
		out.Warnings = append(out.Warnings, w.Text)
	}
	return out
}
