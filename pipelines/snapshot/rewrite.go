package snapshot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"
)

// Proof says what an erasure changed in a kept set: counts and hashes, never values.
type Proof struct {
	Generation int           `json:"generation"` // how often the set was rewritten
	Replaces   string        `json:"replaces"`   // the folder that is gone
	Contacts   int           `json:"contacts"`   // erased contacts of this set
	SourceRows int           `json:"source_rows"`
	Files      []ProofOfFile `json:"files"`
}

// ProofOfFile is one rewritten file: rows that went, and rows that stayed without the person.
type ProofOfFile struct {
	Path         string `json:"path"` // inside the set
	RowsBefore   int64  `json:"rows_before"`
	RowsAfter    int64  `json:"rows_after"`
	RowsEmptied  int64  `json:"rows_emptied"`
	SHA256Before string `json:"sha256_before"`
	SHA256After  string `json:"sha256_after"`
	BytesBefore  int64  `json:"bytes_before"`
	BytesAfter   int64  `json:"bytes_after"`
}

// Rewrite takes erased persons out of every kept set. A set without them is left as it is; of the others a new
// generation is made in snapshots/<id>-e<n>, with proof.json and its own manifest, and the old folder is removed. The
// engine must be able to read and write the published folder: a database of its own, never the one that runs user SQL.
// It returns the new manifests.
func (p *Publisher) Rewrite(ctx context.Context, db Engine, who Erased) ([]*Manifest, error) {
	if who.Empty() {
		return nil, nil
	}
	direct := *p
	direct.Export, p = "", &direct
	if err := p.Recover(); err != nil {
		return nil, err
	}
	all, err := Snapshots(p.Dir)
	if err != nil {
		return nil, err
	}
	var out []*Manifest
	for _, m := range all {
		made, err := p.rewrite(ctx, db, m, who)
		if err != nil {
			return out, fmt.Errorf("erase from snapshot %s: %w", m.SnapshotID, explain(err))
		}
		if made != nil {
			out = append(out, made)
		}
	}
	return out, nil
}

// rewrite makes the next generation of one set, or nothing when it holds no erased person.
func (p *Publisher) rewrite(ctx context.Context, db Engine, old *Manifest, who Erased) (*Manifest, error) {
	parts, err := p.open(ctx, db, old)
	if err != nil {
		return nil, err
	}
	tables := make([]Table, len(parts))
	for i := range parts {
		tables[i] = parts[i].table
	}
	if who, err = widen(ctx, db, who, tables); err != nil {
		return nil, err
	}
	gone, err := prepare(ctx, db, who, tables)
	if err != nil {
		return nil, err
	}
	hits := make([]int64, len(parts))
	var found int64
	for i, part := range parts {
		if touched := gone.touched(part); touched != "" {
			if err := number(ctx, db, "SELECT COUNT(*) FROM "+ident(part.table.from())+" AS t WHERE "+touched, &hits[i]); err != nil {
				return nil, err
			}
		}
		found += hits[i]
	}
	var made *Manifest
	if found > 0 {
		if made, err = p.regenerate(ctx, db, old, parts, hits, gone, who); err != nil {
			err = errors.Join(err, p.Files.RemoveAll(p.staging(filepath.Base(generation(old)))))
		}
	}
	for _, part := range parts {
		err = errors.Join(err, db.Exec(ctx, "DROP VIEW "+ident(part.table.from())))
	}
	return made, errors.Join(err, gone.release(ctx, db))
}

// open makes a view of every table file of a set.
func (p *Publisher) open(ctx context.Context, db Engine, m *Manifest) ([]part, error) {
	var parts []part
	for _, f := range m.Tables {
		if f.Place == "" {
			continue
		}
		t := Table{Name: f.Table, From: "erase__" + f.Place + "_" + f.Table}
		for _, c := range f.Columns[:len(f.Columns)-2] { // as_of and snapshot_id are stamped again
			t.Columns = append(t.Columns, Column{Name: c.Name, Type: c.Type})
		}
		path, err := filepath.Abs(filepath.Join(p.Dir, f.Path))
		if err != nil {
			return nil, err
		}
		if err := db.Exec(ctx, "CREATE OR REPLACE VIEW "+ident(t.From)+" AS SELECT * FROM read_parquet("+text(path)+")"); err != nil {
			return nil, fmt.Errorf("open %s: %w", f.Path, err)
		}
		parts = append(parts, part{t, f.Place, t.Columns})
	}
	return parts, nil
}

// widen adds what the persons were called in this set: the contacts that hold one of their source rows, and all source
// rows of those contacts. A contact id may be another than today's.
func widen(ctx context.Context, db Engine, who Erased, tables []Table) (Erased, error) {
	known, err := prepare(ctx, db, who, nil)
	if err != nil {
		return Erased{}, err
	}
	out := Erased{slices.Clone(who.Contacts), slices.Clone(who.Rows)}
	for _, t := range tables {
		if !t.has("contact_id", "source", "source_key") || known.anonymises(t) {
			continue
		}
		query := "SELECT DISTINCT contact_id FROM " + ident(t.from()) + " AS t WHERE contact_id IS NOT NULL AND " + known.persons(t)
		err := db.Rows(ctx, query, func(scan func(...any) error) error {
			var id string
			err := scan(&id)
			if !slices.Contains(out.Contacts, id) {
				out.Contacts = append(out.Contacts, id)
			}
			return err
		})
		if err != nil {
			return Erased{}, err
		}
		query = "SELECT DISTINCT source, source_key FROM " + ident(t.from()) + " WHERE source IS NOT NULL AND source_key IS NOT NULL AND contact_id IN (" + query + ")"
		err = db.Rows(ctx, query, func(scan func(...any) error) error {
			var r ErasedRow
			err := scan(&r.Source, &r.Key)
			if !slices.ContainsFunc(out.Rows, func(o ErasedRow) bool { return o.Source == r.Source && o.Key == r.Key }) {
				out.Rows = append(out.Rows, r)
			}
			return err
		})
		if err != nil {
			return Erased{}, err
		}
	}
	return out, nil
}

// touched is the condition that a row of a kept set still has to change. Emptied rows about orders and pieces match for
// ever; only those that hold something count.
func (e erasure) touched(p part) string {
	if households(p.table) {
		return "COALESCE(t.household_id IN (SELECT household_id FROM erased__households), FALSE)"
	}
	match := e.match(p.table)
	if match == "" || !e.anonymises(p.table) {
		return match
	}
	full := "FALSE"
	for _, c := range p.columns {
		if personal(p.table, c.Name) {
			full += " OR t." + ident(c.Name) + " IS NOT NULL"
		}
	}
	return match + " AND (" + full + ")"
}

// generation is the folder of the next generation of a set.
func generation(old *Manifest) string {
	return fmt.Sprintf("snapshots/%s-e%d", old.SnapshotID, old.generation()+1)
}

// regenerate writes the next generation: changed files anew, the others as links.
func (p *Publisher) regenerate(ctx context.Context, db Engine, old *Manifest, parts []part, hits []int64, gone erasure, who Erased) (*Manifest, error) {
	m := *old
	proof := &Proof{Generation: old.generation() + 1, Replaces: old.Directory, Contacts: len(who.Contacts), SourceRows: len(who.Rows)}
	m.Erasure, m.Directory = proof, generation(old)
	m.Tables = slices.Clone(old.Tables)
	stage := p.staging(filepath.Base(m.Directory))
	for _, place := range []string{placeTables, placeRestricted, placeState} {
		if err := p.Files.MkdirAll(filepath.Join(stage, place)); err != nil {
			return nil, err
		}
	}
	day, err := time.Parse(time.DateOnly, old.AsOf)
	if err != nil {
		return nil, err
	}
	i := -1
	for n, f := range old.Tables {
		inside, err := filepath.Rel(old.Directory, f.Path)
		if err != nil {
			return nil, err
		}
		inside = filepath.ToSlash(inside)
		if f.Place != "" {
			i++
		}
		if f.Place == "" || hits[i] == 0 {
			if err := p.Files.place(filepath.Join(p.Dir, f.Path), filepath.Join(stage, inside)); err != nil {
				return nil, err
			}
			m.Tables[n].Path = m.Directory + "/" + inside
			continue
		}
		fresh, err := p.rewriteFile(ctx, db, parts[i], stamp{old.SnapshotID, day}, gone, old.Contract, stage, who)
		if err != nil {
			return nil, fmt.Errorf("rewrite %s: %w", inside, err)
		}
		p.reached("rewritten:" + inside)
		fresh.Table, fresh.From, fresh.Path = f.Table, f.From, m.Directory+"/"+inside
		m.Tables[n] = fresh
		entry := ProofOfFile{Path: inside, RowsBefore: f.Rows, RowsAfter: fresh.Rows, SHA256Before: f.SHA256, SHA256After: fresh.SHA256,
			BytesBefore: f.Bytes, BytesAfter: fresh.Bytes}
		if gone.anonymises(parts[i].table) {
			entry.RowsEmptied = hits[i]
		}
		proof.Files = append(proof.Files, entry)
	}
	return &m, p.supersede(old, &m, stage)
}

func (p *Publisher) rewriteFile(ctx context.Context, db Engine, part part, s stamp, gone erasure, contract int, stage string, who Erased) (File, error) {
	query := part.rows(s, gone)
	want, err := count(ctx, db, query, part.columnsOf())
	if err != nil {
		return File{}, err
	}
	if err := p.copyInto(ctx, db, query, filepath.Join(stage, part.path()), contract); err != nil { // in the order of the old file
		return File{}, err
	}
	return p.verified(ctx, stage, part, want, who)
}

// supersede seals a new generation, moves the pointer when it named the old one, and removes the old folder.
func (p *Publisher) supersede(old, m *Manifest, stage string) error {
	proof, err := json.MarshalIndent(m.Erasure, "", "  ")
	if err != nil {
		return err
	}
	if err := p.Files.Write(filepath.Join(stage, "proof.json"), append(proof, '\n')); err != nil {
		return err
	}
	if err := p.Files.Write(filepath.Join(stage, "views.sql"), []byte(views(m))); err != nil {
		return err
	}
	if err := p.Files.place(filepath.Join(p.Dir, old.Directory, "columns.md"), filepath.Join(stage, "columns.md")); err != nil {
		return err
	}
	if err := p.seal(m, stage); err != nil {
		return err
	}
	return p.Recover() // the pointer follows, stable paths are linked, the old generation is dropped
}

func number(ctx context.Context, db Engine, query string, n *int64) error {
	return db.Rows(ctx, query, func(scan func(...any) error) error { return scan(n) })
}
