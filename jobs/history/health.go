package history

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
	"modernc.org/sqlite"
)

// ErrDamaged says that the file of the ledger cannot be believed. Nothing is
// written to such a file.
var ErrDamaged = errors.New("the file is damaged; set it aside and begin a new ledger with: kartoteka history --repair")

// The result codes of SQLite that mean something to a person.
const (
	codeReadOnly = 8
	codeIO       = 10
	codeCorrupt  = 11
	codeFull     = 13
	codeCantOpen = 14
	codeNotADB   = 26
)

// inWords adds what to do about an error of the file or its disk.
func inWords(err error) error {
	var coded *sqlite.Error
	code := -1
	if errors.As(err, &coded) {
		code = coded.Code() & 0xff
	}
	switch {
	case err == nil, errors.Is(err, ErrDamaged):
		return err
	case code == codeCorrupt || code == codeNotADB:
		return ErrDamaged
	case code == codeFull:
		return errors.New("the disk is full; make room, the ledger is as it was")
	case code == codeReadOnly || code == codeCantOpen || errors.Is(err, fs.ErrPermission):
		return errors.New("it cannot be written; give the user that runs kartoteka the right to write the folder .kartoteka and the files in it")
	case code == codeIO || strings.Contains(err.Error(), "disk I/O error"): // of a shared-memory file without room, too
		return fmt.Errorf("%w; see whether the disk is full", bare(err))
	}
	return bare(err)
}

// bare drops the path of a file error: it is absolute, and belongs in no log.
func bare(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// whole looks through the file before anything is written to it.
func whole(ctx context.Context, db *sql.DB) error {
	var said string
	if err := db.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&said); err != nil {
		return err
	}
	if said != "ok" {
		return ErrDamaged
	}
	return nil
}

// Repair sets a damaged ledger aside, as history.db.damaged-INSTANT beside it, so
// that the next Open begins a new one. A ledger that is whole is left alone: aside
// is "" then. The caller makes sure that nobody works with it.
func Repair(ctx context.Context, path string, now time.Time) (aside string, err error) {
	switch l, err := Open(ctx, path); {
	case err == nil:
		return "", l.Close()
	case !errors.Is(err, ErrDamaged):
		return "", err
	}
	lock := flock.New(path + ".lock")
	if err := lock.Lock(); err != nil {
		return "", fmt.Errorf("set the run ledger aside: %w", inWords(err))
	}
	defer func() { err = errors.Join(err, lock.Unlock()) }()
	aside = path + ".damaged-" + now.UTC().Format("20060102T150405Z")
	for _, part := range []string{"-wal", "-shm", ""} { // the file itself last: until then it is found damaged
		err := os.Rename(path+part, aside+part)
		if err != nil && !(part != "" && errors.Is(err, fs.ErrNotExist)) {
			return "", fmt.Errorf("set the run ledger aside: %w", inWords(err))
		}
	}
	return filepath.Base(aside), nil
}
