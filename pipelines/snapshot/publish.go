package snapshot

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"
)

// Publisher writes sets into one published folder.
type Publisher struct {
	Dir     string // the published folder
	Keep    int    // sets to keep, the current one included; 0 keeps all
	Threads int    // files verified at the same time; at least 1
	Export  string // the only folder the engine may write to; empty: it may write into Dir itself. Same file system is faster
	Files   Files
	At      func(stage string) // called when a stage is reached; may be nil
}

// New makes a publisher on the real file system.
func New(dir string, keep, threads int) *Publisher {
	return &Publisher{Dir: dir, Keep: keep, Threads: threads, Files: Disk()}
}

// Set is what one run publishes.
type Set struct {
	ID       string // see ID
	AsOf     time.Time
	Contract int
	Tables   []Table
	Erased   Erased
	Checks   []Check
	Run      map[string]string
}

// Publish writes, verifies and switches to a set, and returns its manifest. A set with this id that stands already is
// only made current again. On an error the set published before stays what readers see.
func (p *Publisher) Publish(ctx context.Context, db Engine, set Set) (*Manifest, error) {
	if err := p.Recover(); err != nil {
		return nil, err
	}
	m, err := p.find(set.ID)
	if err != nil {
		return nil, err
	}
	if m == nil {
		if m, err = p.write(ctx, db, set); err != nil {
			return nil, fmt.Errorf("publish snapshot %s: %w", set.ID, explain(errors.Join(err, p.Files.RemoveAll(p.staging(set.ID)))))
		}
	}
	if err := p.switchTo(m); err != nil {
		return nil, fmt.Errorf("switch to snapshot %s: %w", set.ID, explain(err))
	}
	return m, nil
}

func (p *Publisher) staging(id string) string { return filepath.Join(p.Dir, ".staging-"+id) }

func (p *Publisher) reached(stage string) {
	if p.At != nil {
		p.At(stage)
	}
}

// write makes the folder of a new set, up to its rename to snapshots/<id>.
func (p *Publisher) write(ctx context.Context, db Engine, set Set) (*Manifest, error) {
	if err := check(set); err != nil {
		return nil, err
	}
	m, err := p.next(set)
	if err != nil {
		return nil, err
	}
	stage := p.staging(set.ID)
	for _, place := range []string{placeTables, placeRestricted, placeState} {
		if err := p.Files.MkdirAll(filepath.Join(stage, place)); err != nil {
			return nil, err
		}
	}
	p.reached("staged")
	who, err := prepare(ctx, db, set.Erased, set.Tables)
	if err != nil {
		return nil, err
	}
	if m.Tables, err = p.writeTables(ctx, db, set, who, stage); err != nil {
		return nil, err
	}
	if err := who.release(ctx, db); err != nil {
		return nil, err
	}
	p.reached("verified")
	described, err := p.describe(ctx, db, set, m, stage)
	if err != nil {
		return nil, err
	}
	m.Tables = append(m.Tables, described)
	return m, p.seal(m, stage)
}

// writeTables exports every table, and verifies one file while the engine writes the next.
func (p *Publisher) writeTables(ctx context.Context, db Engine, set Set, who erasure, stage string) ([]File, error) {
	var parts []part
	for _, t := range set.Tables {
		if err := t.conforms(ctx, db); err != nil {
			return nil, err
		}
		parts = append(parts, t.parts()...)
	}
	files := make([]File, len(parts))
	verify, ctx := errgroup.WithContext(ctx)
	verify.SetLimit(max(1, p.Threads))
	stamp := stamp{set.ID, set.AsOf}
	for i, part := range parts {
		want, err := p.export(ctx, db, part, stamp, who, set.Contract, stage)
		if err != nil {
			if first := verify.Wait(); first != nil {
				return nil, first // it stopped the writing
			}
			return nil, fmt.Errorf("write table %s: %w", part.table.Name, err)
		}
		p.reached("written:" + part.path())
		verify.Go(func() error {
			f, err := p.verified(ctx, stage, part, want, set.Erased)
			if err != nil {
				return fmt.Errorf("verify table %s: %w", part.table.Name, err)
			}
			f.Path = "snapshots/" + set.ID + "/" + part.path()
			files[i] = f
			return nil
		})
	}
	return files, verify.Wait()
}

// seal writes the manifest into a staged set, syncs everything and gives it its final name.
func (p *Publisher) seal(m *Manifest, stage string) error {
	data, err := m.encode()
	if err != nil {
		return err
	}
	if err := p.Files.Write(filepath.Join(stage, manifestName), data); err != nil {
		return err
	}
	snapshots := filepath.Join(p.Dir, "snapshots")
	if err := p.Files.MkdirAll(snapshots); err != nil {
		return err
	}
	for _, dir := range []string{placeTables, placeRestricted, placeState, ""} {
		if err := p.Files.Sync(filepath.Join(stage, dir)); err != nil {
			return err
		}
	}
	p.reached("synced")
	if err := p.Files.Rename(stage, filepath.Join(p.Dir, m.Directory)); err != nil {
		return err
	}
	if err := p.Files.Sync(snapshots); err != nil {
		return err
	}
	p.reached("renamed")
	return nil
}

// check refuses a set that could not be found again by its names.
func check(set Set) error {
	seen := map[string]bool{}
	for _, t := range set.Tables {
		for _, part := range t.parts() {
			if seen[part.path()] {
				return fmt.Errorf("two tables are published as %s; give one another name under publish", t.Name)
			}
			seen[part.path()] = true
		}
		if strings.ContainsAny(t.Name, `/\`) || strings.HasPrefix(t.Name, ".") || t.Name == "" {
			return fmt.Errorf("%q cannot be the name of a published table", t.Name)
		}
	}
	if set.ID == "" {
		return errors.New("the set has no id")
	}
	return nil
}

// next is the manifest of the set that follows what is published.
func (p *Publisher) next(set Set) (*Manifest, error) {
	all, err := Snapshots(p.Dir)
	if err != nil {
		return nil, err
	}
	m := &Manifest{Format: 1, SnapshotID: set.ID, Directory: "snapshots/" + set.ID, Sequence: 1, AsOf: set.AsOf.Format(time.DateOnly),
		Contract: set.Contract, Run: set.Run, Checks: set.Checks}
	for _, old := range all {
		m.Sequence = max(m.Sequence, old.Sequence+1)
	}
	current, err := Current(p.Dir)
	if current != nil {
		m.Previous = current.SnapshotID
	}
	return m, err
}

// export counts a part's rows and writes them into the stage.
func (p *Publisher) export(ctx context.Context, db Engine, part part, s stamp, who erasure, contract int, stage string) (measures, error) {
	rows := part.rows(s, who)
	want, err := count(ctx, db, rows, part.columnsOf())
	if err != nil {
		return measures{}, err
	}
	order, err := part.order(ctx, db)
	if err != nil {
		return measures{}, err
	}
	return want, p.copyInto(ctx, db, rows+order, filepath.Join(stage, part.path()), contract)
}

// copyInto lets the engine write where it may and moves the file to its place.
func (p *Publisher) copyInto(ctx context.Context, db Engine, query, path string, contract int) error {
	if p.Export == "" {
		return copyTo(ctx, db, query, path, contract)
	}
	out := filepath.Join(p.Export, "publish-"+filepath.Base(filepath.Dir(path))+"-"+filepath.Base(path))
	if err := copyTo(ctx, db, query, out, contract); err != nil {
		return errors.Join(err, p.Files.RemoveAll(out))
	}
	return p.Files.move(out, path)
}

// verified reads a staged file back, makes it durable and read-only, and describes it.
func (p *Publisher) verified(ctx context.Context, stage string, part part, want measures, gone Erased) (File, error) {
	path, columns := filepath.Join(stage, part.path()), part.columnsOf()
	got, err := readBack(ctx, path, columns, newSearch(gone, columns))
	if err != nil {
		return File{}, err
	}
	if err := compare(want, got, columns); err != nil {
		return File{}, err
	}
	f, err := p.finish(path)
	if err != nil {
		return File{}, err
	}
	f.Table, f.Place, f.Rows = part.table.Name, part.place, got.rows
	if part.table.of() != part.table.Name {
		f.From = part.table.of()
	}
	for _, c := range columns {
		f.Columns = append(f.Columns, FieldType{c.Name, c.Type})
	}
	return f, nil
}

// finish makes a file read-only and durable, and measures its bytes.
func (p *Publisher) finish(path string) (File, error) {
	if err := os.Chmod(path, 0o444); err != nil {
		return File{}, err
	}
	if err := p.Files.Sync(path); err != nil {
		return File{}, err
	}
	f, err := os.Open(path)
	if err != nil {
		return File{}, err
	}
	defer f.Close()
	h := sha256.New()
	n, err := io.Copy(h, f)
	return File{Bytes: n, SHA256: hex.EncodeToString(h.Sum(nil))}, err
}

// find looks for a whole set with this id, the newest generation first. A set whose files are not all there with their
// sizes is removed, so that it is written again.
func (p *Publisher) find(id string) (*Manifest, error) {
	all, err := Snapshots(p.Dir)
	if err != nil {
		return nil, err
	}
	for _, m := range slices.Backward(all) {
		if m.SnapshotID != id {
			continue
		}
		if whole(p.Dir, m) {
			return m, nil
		}
		return nil, p.discard(m.Directory)
	}
	return nil, nil
}

func whole(dir string, m *Manifest) bool {
	for _, f := range m.Tables {
		info, err := os.Stat(filepath.Join(dir, f.Path))
		if err != nil || info.Size() != f.Bytes {
			return false
		}
	}
	return true
}
