package history

import (
	"context"
	"database/sql"
	"fmt"
	"time"
)

// Pause puts a job on hold.
type Pause struct {
	Job    string
	Since  time.Time
	Until  time.Time // zero: until somebody resumes it
	Reason string
}

// Holds reports whether a pause is in force at an instant.
func (p Pause) Holds(at time.Time) bool {
	return p.Job != "" && !at.Before(p.Since) && (p.Until.IsZero() || at.Before(p.Until))
}

// Pause puts a job on hold, from p.Since on.
func (l *Ledger) Pause(ctx context.Context, p Pause) error {
	_, err := l.db.ExecContext(ctx, statement("pause_job"), sql.Named("job", p.Job), sql.Named("since", text(p.Since)),
		sql.Named("until", text(p.Until)), sql.Named("reason", cut(p.Reason)))
	if err != nil {
		return fmt.Errorf("pause %s: %w", p.Job, err)
	}
	return nil
}

// Resume ends the pause of a job and reports whether there was one.
func (l *Ledger) Resume(ctx context.Context, job string) (bool, error) {
	result, err := l.db.ExecContext(ctx, statement("resume_job"), job)
	if err != nil {
		return false, fmt.Errorf("resume %s: %w", job, err)
	}
	n, err := result.RowsAffected()
	return n > 0, err
}

// Pauses gives the pauses, by job; those whose time is over stand there too.
func (l *Ledger) Pauses(ctx context.Context) (map[string]Pause, error) {
	rows, err := l.db.QueryContext(ctx, statement("list_pauses"))
	if err != nil {
		return nil, fmt.Errorf("read the pauses: %w", err)
	}
	defer rows.Close()
	all := map[string]Pause{}
	for rows.Next() {
		var p Pause
		var since, until sql.NullString
		if err := rows.Scan(&p.Job, &since, &until, &p.Reason); err != nil {
			return nil, fmt.Errorf("read the pauses: %w", err)
		}
		if p.Since, err = instant(since); err != nil {
			return nil, fmt.Errorf("read the pauses: %w", err)
		}
		if p.Until, err = instant(until); err != nil {
			return nil, fmt.Errorf("read the pauses: %w", err)
		}
		all[p.Job] = p
	}
	return all, rows.Err()
}
