package snapshot

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Manifest describes one set. published/manifest.json is a copy of the current set's manifest and so the pointer to it.
type Manifest struct {
	Format     int               `json:"format"` // of this file: 1
	SnapshotID string            `json:"snapshot_id"`
	Directory  string            `json:"directory"` // relative to the published folder
	Sequence   int               `json:"sequence"`  // sets in the order of their publication, from 1
	Previous   string            `json:"previous,omitempty"`
	AsOf       string            `json:"as_of"`
	Contract   int               `json:"contract"`
	Run        map[string]string `json:"run,omitempty"` // run id, times, revision: all that must not stand in a Parquet file
	Tables     []File            `json:"tables"`
	Checks     []Check           `json:"checks,omitempty"`
	Erasure    *Proof            `json:"erasure,omitempty"`
}

// File is one Parquet file of a set.
type File struct {
	Table   string      `json:"table"`
	From    string      `json:"from,omitempty"` // the run's table, where its name differs
	Place   string      `json:"place"`          // tables, restricted or state; empty for columns.parquet
	Path    string      `json:"path"`           // relative to the published folder
	Rows    int64       `json:"rows"`
	Bytes   int64       `json:"bytes"`
	SHA256  string      `json:"sha256"`
	Columns []FieldType `json:"columns"`
}

// FieldType is the name and type of a column as it stands in a file.
type FieldType struct {
	Name string `json:"name"`
	Type string `json:"type"`
}

// Check is the result of one check rule of the run.
type Check struct {
	Check    string  `json:"check"`
	Rule     string  `json:"rule"`
	Table    string  `json:"table"`
	State    string  `json:"state"` // ok, warned, failed
	Failing  int64   `json:"failing"`
	Rows     int64   `json:"rows"`
	Measured float64 `json:"measured"`
}

const manifestName = "manifest.json"

// Current reads the pointer of a published folder. Nothing published yet is a nil manifest and no error.
func Current(dir string) (*Manifest, error) { return read(filepath.Join(dir, manifestName)) }

func read(path string) (*Manifest, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the published manifest: %w", err)
	}
	m := new(Manifest)
	if err := json.Unmarshal(data, m); err != nil {
		return nil, fmt.Errorf("read %s: %w; restore it from the manifest.json of a folder in snapshots/", filepath.Base(path), err)
	}
	if m.Format != 1 {
		return nil, fmt.Errorf("read %s: format %d is not known here; use the program version that wrote it, or newer", filepath.Base(path), m.Format)
	}
	return m, nil
}

func (m *Manifest) encode() ([]byte, error) {
	data, err := json.MarshalIndent(m, "", "  ")
	return append(data, '\n'), err
}

// Path finds the file that holds a run's table for the next run: the carried copy first, since it is whole, then the
// published one, then the restricted one. It is relative to the published folder.
func (m *Manifest) Path(table string) (string, bool) {
	if m == nil {
		return "", false
	}
	for _, place := range []string{placeState, placeTables, placeRestricted} {
		for _, f := range m.Tables {
			if f.Place == place && (f.From == table || f.From == "" && f.Table == table) {
				return f.Path, true
			}
		}
	}
	return "", false
}

// Snapshots lists the sets in a published folder, oldest first.
func Snapshots(dir string) ([]*Manifest, error) {
	entries, err := os.ReadDir(filepath.Join(dir, "snapshots"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("list the published snapshots: %w", err)
	}
	var out []*Manifest
	for _, e := range entries {
		m, err := read(filepath.Join(dir, "snapshots", e.Name(), manifestName))
		if err != nil {
			return nil, fmt.Errorf("snapshot %s: %w", e.Name(), err)
		}
		if m != nil {
			out = append(out, m)
		}
	}
	return oldestFirst(out), nil
}
