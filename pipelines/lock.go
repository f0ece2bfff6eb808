package pipelines

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// WorkDir is the directory of a project that holds the lock, the ledger and
// the run directories.
const WorkDir = ".kartoteka"

// ErrLocked says that another run of the project is going on.
var ErrLocked = errors.New("another run of this project is going on; wait for it, or start with --wait")

// Lock takes the project's lock; with wait it waits for the other run. The
// lock goes with the process, so a killed run never leaves one behind.
func Lock(ctx context.Context, projectDir string, wait bool) (release func() error, err error) {
	dir := filepath.Join(projectDir, WorkDir)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("make %s: %w", WorkDir, bare(err))
	}
	l := flock.New(filepath.Join(dir, "lock"))
	ok := false
	if wait {
		ok, err = l.TryLockContext(ctx, 200*time.Millisecond)
	} else {
		ok, err = l.TryLock()
	}
	if err != nil {
		return nil, fmt.Errorf("take the project's lock: %w", err)
	}
	if !ok {
		return nil, ErrLocked
	}
	return l.Unlock, nil
}
