package jobs

import (
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"sort"

	"kartoteka/pipelines"
)

// keptRunDirs is how many run directories stay, with their logs.
const keptRunDirs = 200

// CleanRuns takes away what killed runs left in their directories, and the
// oldest directories. The caller holds the project's lock.
func CleanRuns(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("clean up run directories: %w", err)
	}
	type aged struct {
		path string
		info fs.FileInfo
	}
	var dirs []aged
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !e.IsDir() {
			continue
		}
		path := filepath.Join(dir, e.Name())
		for _, left := range []string{"temp", "export"} {
			if err := os.RemoveAll(filepath.Join(path, left)); err != nil {
				return fmt.Errorf("clean up run directories: %w", err)
			}
		}
		dirs = append(dirs, aged{path, info})
	}
	sort.Slice(dirs, func(i, j int) bool { return dirs[i].info.ModTime().After(dirs[j].info.ModTime()) })
	for i := keptRunDirs; i < len(dirs); i++ {
		if err := os.RemoveAll(dirs[i].path); err != nil {
			return fmt.Errorf("clean up run directories: %w", err)
		}
	}
	return nil
}

// OpenLog opens the log of a run: JSON, one line per event, in its directory. Each
// line names the run.
func OpenLog(project, id string) (log *slog.Logger, done func(), err error) {
	dir := filepath.Join(project, pipelines.WorkDir, "runs", id)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, nil, fmt.Errorf("open the run's log: %w", err)
	}
	f, err := os.OpenFile(filepath.Join(dir, "log.jsonl"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return nil, nil, fmt.Errorf("open the run's log: %w", err)
	}
	return slog.New(slog.NewJSONHandler(f, nil)).With("run", id), func() { _ = f.Close() }, nil
}
