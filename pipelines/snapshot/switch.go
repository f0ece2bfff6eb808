package snapshot

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// switchTo makes a set current: the pointer first, then the stable paths, then retention.
func (p *Publisher) switchTo(m *Manifest) error {
	data, err := m.encode()
	if err != nil {
		return err
	}
	pointer := filepath.Join(p.Dir, manifestName)
	if old, err := os.ReadFile(pointer); err != nil || string(old) != string(data) {
		if err := p.Files.Replace(pointer, data); err != nil {
			return err
		}
		if err := p.Files.Sync(p.Dir); err != nil {
			return err
		}
	}
	p.reached("pointed")
	if err := p.link(m); err != nil {
		return err
	}
	p.reached("linked")
	return p.retain(m)
}

// link makes the stable paths those of a set and removes what is not published any more.
func (p *Publisher) link(m *Manifest) error {
	set := filepath.Join(p.Dir, m.Directory)
	wanted := map[string]string{}
	for _, f := range m.Tables {
		if f.Place != placeState {
			wanted[strings.TrimPrefix(f.Path, m.Directory+"/")] = filepath.Join(p.Dir, f.Path)
		}
	}
	for _, name := range []string{"columns.md", "views.sql"} {
		wanted[name] = filepath.Join(set, name)
	}
	for _, dir := range []string{placeTables, placeRestricted} {
		if err := p.Files.MkdirAll(filepath.Join(p.Dir, dir)); err != nil {
			return err
		}
	}
	for _, path := range slices.Sorted(maps.Keys(wanted)) {
		if err := p.Files.place(wanted[path], filepath.Join(p.Dir, path)); err != nil {
			return err
		}
		p.reached("linked:" + path)
	}
	for _, dir := range []string{placeTables, placeRestricted} {
		entries, err := os.ReadDir(filepath.Join(p.Dir, dir))
		if err != nil {
			return err
		}
		for _, e := range entries {
			if wanted[dir+"/"+e.Name()] == "" && (strings.HasSuffix(e.Name(), ".parquet") || strings.HasSuffix(e.Name(), ".link")) {
				if err := p.Files.RemoveAll(filepath.Join(p.Dir, dir, e.Name())); err != nil {
					return err
				}
			}
		}
		if err := p.Files.Sync(filepath.Join(p.Dir, dir)); err != nil {
			return err
		}
	}
	return p.Files.Sync(p.Dir)
}

// retain removes the oldest sets beyond Keep. The current one and the one before it always stay.
func (p *Publisher) retain(current *Manifest) error {
	if p.Keep <= 0 {
		return nil
	}
	all, err := Snapshots(p.Dir)
	if err != nil {
		return err
	}
	for _, m := range all[:max(0, len(all)-p.Keep)] {
		if m.SnapshotID == current.SnapshotID || m.SnapshotID == current.Previous {
			continue
		}
		if err := p.discard(m.Directory); err != nil {
			return err
		}
		p.reached("dropped:" + m.SnapshotID)
	}
	return nil
}

// discard removes a set's folder: renamed first, so that a kill never leaves half a set under a set's name.
func (p *Publisher) discard(directory string) error {
	trash := filepath.Join(p.Dir, ".trash-"+filepath.Base(directory))
	if err := p.Files.RemoveAll(trash); err != nil {
		return err
	}
	if err := p.Files.Rename(filepath.Join(p.Dir, directory), trash); err != nil {
		return err
	}
	return p.Files.RemoveAll(trash)
}

// Rollback makes an older set current again; the state of the next run goes back with it. The sets published since stay
// until retention drops them.
func (p *Publisher) Rollback(id string) (*Manifest, error) {
	if err := p.Recover(); err != nil {
		return nil, err
	}
	m, err := p.find(id)
	if err != nil {
		return nil, err
	}
	if m == nil {
		all, err := Snapshots(p.Dir)
		if err != nil {
			return nil, err
		}
		var ids []string
		for _, m := range all {
			ids = append(ids, m.SnapshotID)
		}
		return nil, fmt.Errorf("there is no snapshot %s; kept are %s", id, strings.Join(ids, ", "))
	}
	if err := p.switchTo(m); err != nil {
		return nil, fmt.Errorf("roll back to snapshot %s: %w", id, explain(err))
	}
	return m, nil
}

// Recover completes what an interrupted run left: work in progress is removed, and the stable paths are linked to the
// set that the pointer names. It is safe at every start, and does nothing when nothing was interrupted.
func (p *Publisher) Recover() error {
	if err := p.recover(); err != nil {
		return fmt.Errorf("complete the last publication: %w", explain(err))
	}
	return nil
}

func (p *Publisher) recover() error {
	entries, err := os.ReadDir(p.Dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if name := e.Name(); strings.HasPrefix(name, ".staging-") || strings.HasPrefix(name, ".trash-") || strings.HasPrefix(name, "."+manifestName) || strings.HasSuffix(name, ".link") {
			if err := p.Files.RemoveAll(filepath.Join(p.Dir, name)); err != nil {
				return err
			}
		}
	}
	m, err := Current(p.Dir)
	if err != nil || m == nil {
		return err
	}
	if m, err = p.newest(m); err != nil {
		return err
	}
	if !whole(p.Dir, m) {
		return fmt.Errorf("%s lacks files that its manifest names; roll back to another snapshot or restore the folder", m.Directory)
	}
	return p.link(m)
}

// newest replaces a manifest whose folder was superseded while the pointer could not follow (see Rewrite), and drops
// superseded folders.
func (p *Publisher) newest(current *Manifest) (*Manifest, error) {
	all, err := Snapshots(p.Dir)
	if err != nil {
		return nil, err
	}
	last := map[string]*Manifest{}
	for _, m := range all {
		last[m.SnapshotID] = m
	}
	if m := last[current.SnapshotID]; m != nil && m.Directory != current.Directory {
		data, err := m.encode()
		if err != nil {
			return nil, err
		}
		if err := p.Files.Replace(filepath.Join(p.Dir, manifestName), data); err != nil {
			return nil, err
		}
		current = m
	}
	p.reached("superseded")
	for _, m := range all {
		if last[m.SnapshotID] != m {
			if err := p.discard(m.Directory); err != nil {
				return nil, err
			}
		}
	}
	return current, nil
}

// oldestFirst sorts sets by publication, generations of one set by their number.
func oldestFirst(list []*Manifest) []*Manifest {
	slices.SortFunc(list, func(a, b *Manifest) int {
		if a.Sequence != b.Sequence {
			return a.Sequence - b.Sequence
		}
		return a.generation() - b.generation()
	})
	return list
}

func (m *Manifest) generation() int {
	if m.Erasure == nil {
		return 0
	}
	return m.Erasure.Generation
}
