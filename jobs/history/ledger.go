package history

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver that sql.Open names
)

//go:embed migrations/*.sql
var migrations embed.FS

//go:embed sql/*.sql
var statements embed.FS

// version is the newest migration; a test holds it to the folder.
const version = 3

// Ledger is an open run ledger. It may be shared by goroutines and the file by
// processes.
type Ledger struct {
	db   *sql.DB
	made bool
}

// New tells that there was no ledger before this one was opened.
func (l *Ledger) New() bool { return l.made }

// Path gives the place of a project's ledger.
func Path(project string) string {
	return filepath.Join(project, ".kartoteka", "history.db")
}

// Open opens the ledger, making it and its folder when they are absent.
func Open(ctx context.Context, path string) (*Ledger, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("open the run ledger: make its folder: %w", inWords(err))
	}
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open the run ledger: %w", err)
	}
	dsn := url.URL{Scheme: "file", Path: filepath.ToSlash(absolute), RawQuery: url.Values{
		"_pragma": {"busy_timeout(10000)", "synchronous(NORMAL)", "foreign_keys(1)"},
		"_txlock": {"immediate"},
	}.Encode()}
	info, err := os.Stat(path)
	made := err != nil || info.Size() == 0
	db, err := sql.Open("sqlite", dsn.String())
	if err != nil {
		return nil, fmt.Errorf("open the run ledger: %w", err)
	}
	if err := migrate(ctx, db, absolute); err != nil {
		_ = db.Close()
		return nil, fmt.Errorf("open the run ledger %s: %w", filepath.Base(path), inWords(err))
	}
	return &Ledger{db: db, made: made}, nil
}

// Close closes the ledger.
func (l *Ledger) Close() error { return l.db.Close() }

// migrate brings the tables to this version. One process at a time looks and
// migrates: a switch to WAL does not wait for others, it fails.
func migrate(ctx context.Context, db *sql.DB, path string) error {
	lock := flock.New(path + ".lock")
	if err := lock.Lock(); err != nil {
		return err
	}
	defer lock.Unlock()
	switch have, err := found(ctx, db); {
	case err != nil:
		return err
	case have > version:
		return fmt.Errorf("it was written by a newer kartoteka (tables %d, known %d); update kartoteka", have, version)
	case have == version:
		return whole(ctx, db)
	case have > 0:
		if err := whole(ctx, db); err != nil {
			return err
		}
	}
	if _, err := db.ExecContext(ctx, "PRAGMA journal_mode = WAL"); err != nil {
		return err
	}
	folder, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, folder, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	return err
}

// found gives the newest migration that the file has had; 0 for a new file.
func found(ctx context.Context, db *sql.DB) (int, error) {
	var tables, have int
	const known = `SELECT COUNT(*) FROM sqlite_master WHERE name = 'goose_db_version'`
	if err := db.QueryRowContext(ctx, known).Scan(&tables); err != nil || tables == 0 {
		return 0, err
	}
	err := db.QueryRowContext(ctx, `SELECT COALESCE(MAX(version_id), 0) FROM goose_db_version`).Scan(&have)
	return have, err
}

func statement(name string) string {
	text, err := statements.ReadFile("sql/" + name + ".sql")
	if err != nil {
		panic(err) // a name that is not embedded is a mistake of this package; tests run every one
	}
	return string(text)
}

// atomically runs do in one transaction.
func (l *Ledger) atomically(ctx context.Context, do func(tx *sql.Tx) error) error {
	tx, err := l.db.BeginTx(ctx, nil)
	if err != nil {
		return inWords(err)
	}
	if err := do(tx); err != nil {
		return errors.Join(inWords(err), ignoreDone(tx.Rollback()))
	}
	return inWords(tx.Commit())
}

func ignoreDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}

const stamp = "2006-01-02T15:04:05.000Z"

// text renders an instant; NULL for the zero time.
func text(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.UTC().Format(stamp)
}

func instant(s sql.NullString) (time.Time, error) {
	if !s.Valid {
		return time.Time{}, nil
	}
	return time.Parse(stamp, s.String)
}
