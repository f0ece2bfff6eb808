package history

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// Filter chooses runs. Zero fields do not filter; Limit 0 is 50.
type Filter struct {
	Job          string
	Status       Status
	Since, Until time.Time // of the scheduled instant, else the start; Until is not included
	Limit        int
}

// List gives runs, newest first.
func (l *Ledger) List(ctx context.Context, f Filter) ([]Run, error) {
	limit := f.Limit
	if limit == 0 {
		limit = 50
	}
	bound := func(t time.Time) string {
		s, _ := text(t).(string)
		return s
	}
	return l.runs(ctx, "list_runs", sql.Named("job", f.Job), sql.Named("status", string(f.Status)),
		sql.Named("since", bound(f.Since)), sql.Named("until", bound(f.Until)), sql.Named("limit", limit))
}

// Queued gives the occurrences of a job that wait, oldest first.
func (l *Ledger) Queued(ctx context.Context, job string) ([]Run, error) {
	return l.runs(ctx, "queued_runs", job)
}

// LastScheduled gives the newest occurrence of a job that the ledger knows, or
// the zero time.
func (l *Ledger) LastScheduled(ctx context.Context, job string) (time.Time, error) {
	var last sql.NullString
	if err := l.db.QueryRowContext(ctx, statement("last_scheduled"), job).Scan(&last); err != nil {
		return time.Time{}, fmt.Errorf("read the run ledger: %w", err)
	}
	return instant(last)
}

// Find gives the id that a person means: an id, the beginning of one, a job (its
// last run) or nothing (the last run of all).
func (l *Ledger) Find(ctx context.Context, what string) (string, error) {
	rows, err := l.db.QueryContext(ctx, statement("find_runs"), sql.Named("text", what))
	if err != nil {
		return "", fmt.Errorf("read the run ledger: %w", err)
	}
	type match struct {
		id  string
		how int
	}
	const byBeginning = 3
	found, err := collect(rows, func(scan func(...any) error) (m match, err error) {
		err = scan(&m.id, &m.how)
		return m, err
	})
	switch {
	case err != nil:
		return "", err
	case len(found) == 0 && what == "":
		return "", errors.New("no run yet; start one with kartoteka run JOB")
	case len(found) == 0:
		return "", fmt.Errorf("no run and no job is called %q; kartoteka history lists them", what)
	case found[0].how == byBeginning && len(found) > 1:
		return "", fmt.Errorf("%q is the beginning of several runs, such as %s and %s; write more of it", what, found[0].id, found[1].id)
	}
	return found[0].id, nil
}

// Show gives a run and what it left behind. The id is whole; see Find.
func (l *Ledger) Show(ctx context.Context, id string) (Run, Details, error) {
	var d Details
	runs, err := l.runs(ctx, "one_run", id)
	if err != nil {
		return Run{}, d, err
	}
	if len(runs) == 0 {
		return Run{}, d, fmt.Errorf("no run is called %q", id)
	}
	d, err = l.details(ctx, id)
	if err != nil {
		return Run{}, d, fmt.Errorf("read run %s: %w", id, err)
	}
	return runs[0], d, nil
}

func (l *Ledger) runs(ctx context.Context, name string, args ...any) ([]Run, error) {
	rows, err := l.db.QueryContext(ctx, statement(name), args...)
	if err != nil {
		return nil, fmt.Errorf("read the run ledger: %w", err)
	}
	return collect(rows, func(scan func(...any) error) (r Run, err error) {
		var scheduled, started, finished sql.NullString
		var asOf string
		err = scan(&r.ID, &r.Job, &scheduled, &asOf, &r.Status, &r.ExitCode, &r.Reason, &r.Attempts, &started, &finished, &r.SnapshotID)
		if err != nil {
			return r, err
		}
		var bad [4]error
		r.Scheduled, bad[0] = instant(scheduled)
		r.Started, bad[1] = instant(started)
		r.Finished, bad[2] = instant(finished)
		r.AsOf, bad[3] = time.Parse(time.DateOnly, asOf)
		return r, errors.Join(bad[:]...)
	})
}

func (l *Ledger) details(ctx context.Context, id string) (d Details, err error) {
	query := func(name string) *sql.Rows {
		var rows *sql.Rows
		if err == nil {
			rows, err = l.db.QueryContext(ctx, statement(name), id)
		}
		return rows
	}
	type scanner = func(...any) error
	read(&d.Steps, query("steps_of_run"), &err, func(scan scanner) (s Step, err error) {
		var ms int64
		err = scan(&s.Place, &s.Pipeline, &s.Type, &s.Name, &s.In, &s.Added, &s.Out, &s.Rejected, &s.Merged, &s.Suppressed,
			&ms, &s.PeakBytes, &s.Error)
		s.Duration = time.Duration(ms) * time.Millisecond
		return s, err
	})
	read(&d.Accounts, query("accounts_of_run"), &err, func(scan scanner) (a Account, err error) {
		err = scan(&a.Step, &a.Subject, &a.Kind, &a.Reason, &a.Rows)
		return a, err
	})
	read(&d.Checks, query("checks_of_run"), &err, func(scan scanner) (c Check, err error) {
		err = scan(&c.Name, &c.Table, &c.Rule, &c.Status, &c.FailingRows, &c.Rows, &c.Measured, &c.Issues.New, &c.Issues.Known, &c.Issues.Accepted, &c.Issues.Fixed)
		return c, err
	})
	read(&d.Inputs, query("inputs_of_run"), &err, func(scan scanner) (f Input, err error) {
		err = scan(&f.Source, &f.File, &f.SHA256, &f.Bytes, &f.RowsRead, &f.Accepted, &f.RowsRejected)
		return f, err
	})
	read(&d.Outputs, query("outputs_of_run"), &err, func(scan scanner) (f Output, err error) {
		err = scan(&f.Table, &f.File, &f.Rows, &f.Bytes, &f.SHA256)
		return f, err
	})
	read(&d.Warnings, query("warnings_of_run"), &err, func(scan scanner) (w Warning, err error) {
		err = scan(&w.Step, &w.Code, &w.Text)
		return w, err
	})
	return d, err
}

// read collects rows into a list unless an earlier query went wrong.
func read[T any](into *[]T, rows *sql.Rows, err *error, one func(scan func(...any) error) (T, error)) {
	if *err == nil {
		*into, *err = collect(rows, one)
	}
}

func collect[T any](rows *sql.Rows, one func(scan func(...any) error) (T, error)) ([]T, error) {
	defer rows.Close()
	var all []T
	for rows.Next() {
		v, err := one(rows.Scan)
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, rows.Err()
}
