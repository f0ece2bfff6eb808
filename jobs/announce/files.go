package announce

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// keptTraces is how many runs' lineage stays.
const keptTraces = 1000

// LineagePath is where the lineage of a run stands: one event a line.
func LineagePath(project, run string) string {
	return filepath.Join(project, ".kartoteka", "lineage", run+".jsonl")
}

// Begin writes the event of a run's start. A run that is taken up again after a
// kill begins its lineage anew: there is one start and one end.
func Begin(path string, t Trace) ([]byte, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("write the lineage: %w", bare(err))
	}
	if err := dropOldest(filepath.Dir(path)); err != nil {
		return nil, fmt.Errorf("drop old lineage: %w", bare(err))
	}
	return write(path, os.O_TRUNC, begun(t))
}

// End adds the event of its end. Both give the event as JSON.
func End(path string, t Trace) ([]byte, error) { return write(path, os.O_APPEND, t.ended()) }

func write(path string, how int, e event) ([]byte, error) {
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(e); err != nil {
		return nil, fmt.Errorf("write the lineage: %w", err)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|how, 0o644)
	if err != nil {
		return nil, fmt.Errorf("write the lineage: %w", bare(err))
	}
	_, err = f.Write(line.Bytes())
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, fmt.Errorf("write the lineage: %w", bare(err))
	}
	return line.Bytes(), nil
}

// dropOldest keeps the newest files of a folder, and room for one more.
func dropOldest(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) < keptTraces {
		return err
	}
	var files []fs.FileInfo
	for _, e := range entries {
		if info, err := e.Info(); err == nil && !e.IsDir() {
			files = append(files, info)
		}
	}
	slices.SortFunc(files, func(a, b fs.FileInfo) int { return b.ModTime().Compare(a.ModTime()) })
	for _, f := range files[min(len(files), keptTraces-1):] {
		if err := os.Remove(filepath.Join(dir, f.Name())); err != nil {
			return err
		}
	}
	return nil
}

// bare drops the paths of a file error: they are absolute, and belong in no log.
func bare(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}
