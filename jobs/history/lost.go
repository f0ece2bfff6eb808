package history

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Supersede skips the occurrences of a job that still wait and are older than
// the one that takes their place. One that was begun and cut off is left to find
// out how far it came.
func (l *Ledger) Supersede(ctx context.Context, job string, by time.Time, reason string) error {
	_, err := l.db.ExecContext(ctx, statement("skip_queued"), sql.Named("job", job), sql.Named("before", text(by)), sql.Named("reason", reason))
	if err != nil {
		return fmt.Errorf("skip what %s waited for: %w", job, err)
	}
	return nil
}

// Recover takes up what a crash left behind: whatever says "running" was cut off,
// since the caller holds the project's lock, and the newest occurrence of each
// job waits again when it is such a one. What is older stays interrupted.
func (l *Ledger) Recover(ctx context.Context) error {
	err := l.atomically(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, statement("mark_interrupted")); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, statement("queue_interrupted"))
		return err
	})
	if err != nil {
		return fmt.Errorf("take up what was cut off: %w", err)
	}
	return nil
}

// Lose records that the process of a run died without writing its end. With the
// status Queued the occurrence waits for its next attempt. A run that has an end
// already is left as it is.
func (l *Ledger) Lose(ctx context.Context, r Run) error {
	_, err := l.db.ExecContext(ctx, statement("lose_run"), sql.Named("id", r.ID), sql.Named("status", r.Status),
		sql.Named("exit_code", r.ExitCode), sql.Named("reason", cut(r.Reason)), sql.Named("attempts", r.Attempts), sql.Named("finished", text(r.Finished)))
	if err != nil {
		return fmt.Errorf("record how %s ended: %w", r.ID, err)
	}
	return nil
}

// Reword gives a run another reason: whoever ended it knows better why.
func (l *Ledger) Reword(ctx context.Context, r Run) error {
	if _, err := l.db.ExecContext(ctx, statement("reword_run"), cut(r.Reason), r.ID); err != nil {
		return fmt.Errorf("record why %s ended: %w", r.ID, err)
	}
	return nil
}
