package history

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// ErrKnown says that an occurrence was already recorded and is over, or runs.
var ErrKnown = errors.New("this occurrence is already in the run ledger")

// Begin records that a run starts, at r.Started, and gives its id. The caller
// holds the project's lock: every other run that still says "running" is marked
// interrupted. A queued or interrupted occurrence is taken up again; one that is
// over gives ErrKnown. Two runs by hand in one second get different ids.
func (l *Ledger) Begin(ctx context.Context, r Run) (string, error) {
	r.Status = Running
	err := l.atomically(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, statement("mark_interrupted")); err != nil {
			return err
		}
		return insert(ctx, tx, &r)
	})
	if err != nil {
		return "", fmt.Errorf("record the start of %s: %w", r.Job, err)
	}
	return r.ID, nil
}

// Note records a run that is not begun: queued, skipped, locked, late or refused
// as a bad project. It gives the id; an occurrence that is known gives ErrKnown.
func (l *Ledger) Note(ctx context.Context, r Run) (string, error) {
	err := l.atomically(ctx, func(tx *sql.Tx) error { return insert(ctx, tx, &r) })
	if err != nil {
		return "", fmt.Errorf("record %s as %s: %w", r.Job, r.Status, err)
	}
	return r.ID, nil
}

func insert(ctx context.Context, tx *sql.Tx, r *Run) error {
	at := r.Scheduled
	if at.IsZero() {
		at = r.Started
	}
	base := ID(r.Job, at)
	r.ID = base
	for n := 2; ; n++ {
		var known int
		if err := tx.QueryRowContext(ctx, statement("exists_run"), r.ID).Scan(&known); err != nil {
			return err
		}
		if known == 0 {
			break
		}
		if !r.Scheduled.IsZero() {
			return restart(ctx, tx, r)
		}
		r.ID = fmt.Sprintf("%s.%d", base, n)
	}
	_, err := tx.ExecContext(ctx, statement("insert_run"), r.ID, r.Job, text(r.Scheduled), r.AsOf.Format(time.DateOnly),
		r.Status, r.ExitCode, cut(r.Reason), r.Attempts, text(r.Started), text(r.Finished), text(at))
	return err
}

// restart takes up an occurrence that waits or was cut off.
func restart(ctx context.Context, tx *sql.Tx, r *Run) error {
	if r.Status != Running {
		return ErrKnown
	}
	result, err := tx.ExecContext(ctx, statement("restart_run"), r.Status, text(r.Started), r.AsOf.Format(time.DateOnly), r.ID)
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return errors.Join(ErrKnown, err)
	}
	return nil
}

// Step records a step of a run that goes on. Recording a place again replaces it.
func (l *Ledger) Step(ctx context.Context, id string, s Step) error {
	return l.atomically(ctx, func(tx *sql.Tx) error { return insertStep(ctx, tx, id, s) })
}

func insertStep(ctx context.Context, tx *sql.Tx, id string, s Step) error {
	_, err := tx.ExecContext(ctx, statement("insert_step"), id, s.Place, s.Pipeline, s.Type, s.Name,
		s.In, s.Added, s.Out, s.Rejected, s.Merged, s.Suppressed, s.Duration.Milliseconds(), s.PeakBytes, cut(s.Error))
	if err != nil {
		return fmt.Errorf("record step %s: %w", s.Name, err)
	}
	return nil
}

// Finish records how a run ended and what it left behind. Of r it reads ID,
// Status, ExitCode, Reason, Attempts, Finished and SnapshotID.
func (l *Ledger) Finish(ctx context.Context, r Run, d Details) error {
	err := l.atomically(ctx, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, statement("finish_run"),
			r.Status, r.ExitCode, cut(r.Reason), r.Attempts, text(r.Finished), r.SnapshotID, r.ID)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n != 1 {
			return errors.Join(errors.New("the run was not begun"), err)
		}
		return insertDetails(ctx, tx, r.ID, d)
	})
	if err != nil {
		return fmt.Errorf("record the end of %s: %w", r.ID, err)
	}
	return nil
}

func insertDetails(ctx context.Context, tx *sql.Tx, id string, d Details) error {
	for _, s := range d.Steps {
		if err := insertStep(ctx, tx, id, s); err != nil {
			return err
		}
	}
	into := func(name string, rows int, values func(i int) []any) error {
		insert, err := tx.PrepareContext(ctx, statement(name))
		if err != nil {
			return err
		}
		defer insert.Close()
		for i := range rows {
			if _, err := insert.ExecContext(ctx, append([]any{id, i + 1}, values(i)...)...); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
		return nil
	}
	return errors.Join(
		into("insert_account", len(d.Accounts), func(i int) []any {
			a := d.Accounts[i]
			return []any{a.Step, a.Subject, a.Kind, a.Reason, a.Rows}
		}),
		into("insert_check", len(d.Checks), func(i int) []any {
			c := d.Checks[i]
			return []any{c.Name, c.Table, c.Rule, c.Status, c.FailingRows, c.Rows, c.Measured, c.Issues.New, c.Issues.Known, c.Issues.Accepted, c.Issues.Fixed}
		}),
		into("insert_input", len(d.Inputs), func(i int) []any {
			f := d.Inputs[i]
			return []any{f.Source, f.File, f.SHA256, f.Bytes, f.RowsRead, f.Accepted, f.RowsRejected}
		}),
		into("insert_output", len(d.Outputs), func(i int) []any {
			f := d.Outputs[i]
			return []any{f.Table, f.File, f.Rows, f.Bytes, f.SHA256}
		}),
		into("insert_warning", len(d.Warnings), func(i int) []any {
			w := d.Warnings[i]
			return []any{w.Step, w.Code, cut(w.Text)}
		}),
	)
}

// Prune keeps the newest runs of a job and gives the number of runs removed. What
// is queued or runs stays.
func (l *Ledger) Prune(ctx context.Context, job string, keep int) (int64, error) {
	result, err := l.db.ExecContext(ctx, statement("prune_runs"), job, keep)
	if err != nil {
		return 0, fmt.Errorf("prune the run ledger: %w", err)
	}
	return result.RowsAffected()
}
