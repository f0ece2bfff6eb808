package pipelines

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/snapshot"
)

// Relations that the suppress step makes: who is erased from everything.
const (
	ErasedContacts = "erased_contacts" // contact_id
	ErasedRows     = "erased_rows"     // source, source_key, email
)

// previous is the snapshot that a run starts from.
type previous struct {
	dir      string
	manifest *snapshot.Manifest
}

// Path is the Parquet file of a table of the snapshot.
func (p *previous) Path(table string) (string, bool) {
	rel, ok := p.manifest.Path(table)
	if !ok {
		return "", false
	}
	return filepath.Join(p.dir, filepath.FromSlash(rel)), true
}

// ID is the snapshot's id; empty on the first night.
func (p *previous) ID() string {
	if p.manifest == nil {
		return ""
	}
	return p.manifest.SnapshotID
}

func (p *previous) paths() []string {
	if p.manifest == nil {
		return nil
	}
	var out []string
	for _, f := range p.manifest.Tables {
		out = append(out, filepath.Join(p.dir, filepath.FromSlash(f.Path)))
	}
	return out
}

// chooseSnapshot finds the state to start from and the id to publish under.
// When the current snapshot was made of exactly these inputs, the run starts
// from the one before it and arrives at the same id: repeating a night changes
// nothing.
func (e *execution) chooseSnapshot() error {
	dir := e.publisher.Dir
	if e.q.Bare != "" {
		e.previous = &previous{dir: dir}
		return nil
	}
	current, err := snapshot.Current(dir)
	if err != nil {
		return err
	}
	e.previous = &previous{dir: dir, manifest: current}
	inputs, project := e.contents()
	asOf := e.q.Plan.AsOf
	if current != nil && snapshot.ID(current.Previous, inputs, project, asOf) == current.SnapshotID {
		before, found, err := findSnapshot(dir, current.Previous)
		if err != nil {
			return err
		}
		if found {
			e.previous.manifest = before
			e.result.Unchanged = true
		}
	}
	e.result.Previous = e.previous.ID()
	e.result.SnapshotID = snapshot.ID(e.previous.ID(), inputs, project, asOf)
	return nil
}

// findSnapshot looks for a kept snapshot; the empty id is the state before the
// first night and always there.
func findSnapshot(dir, id string) (*snapshot.Manifest, bool, error) {
	if id == "" {
		return nil, true, nil
	}
	all, err := snapshot.Snapshots(dir)
	if err != nil {
		return nil, false, err
	}
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].SnapshotID == id {
			return all[i], true, nil
		}
	}
	return nil, false, nil
}

// contents are the input files and the project as the snapshot's id sees them.
func (e *execution) contents() (inputs, project []snapshot.Content) {
	seen := map[string]bool{}
	for _, glob := range sortedKeys(e.files) {
		for _, f := range e.files[glob] {
			if !seen[f.Name] {
				seen[f.Name] = true
				inputs = append(inputs, snapshot.Content{Path: f.Name, SHA256: f.SHA256})
				e.result.Inputs = append(e.result.Inputs, f)
			}
		}
	}
	p := e.q.Plan.Project
	for _, f := range p.Files {
		project = append(project, snapshot.Content{Path: f.Name, SHA256: hash(f.Text)})
	}
	for _, name := range sortedKeys(e.q.Plan.Params) {
		project = append(project, snapshot.Content{Path: "param " + name, SHA256: hash([]byte(e.q.Plan.Params[name]))})
	}
	for _, r := range p.Settings.Reference {
		if text, err := os.ReadFile(p.Resolve(r.Value.Value)); err == nil {
			project = append(project, snapshot.Content{Path: "reference " + r.Value.Value, SHA256: hash(text)})
		}
	}
	project = append(project, snapshot.Content{Path: "job", SHA256: hash([]byte(e.q.Plan.Job.Job.Value))})
	return inputs, append(project, snapshot.Content{Path: "program", SHA256: hash([]byte(e.q.Version))})
}

func hash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// publish hands every table to package snapshot.
func (e *execution) publish(ctx context.Context) error {
	set := snapshot.Set{ID: e.result.SnapshotID, AsOf: e.q.Plan.AsOf, Contract: e.q.Plan.Project.Settings.Contract, Run: map[string]string{
		"run": e.q.RunID, "job": e.q.Plan.Job.Job.Value, "version": e.q.Version,
	}}
	tables, err := e.publishedTables(ctx)
	if err != nil {
		return err
	}
	set.Tables = tables
	for _, c := range e.result.Journal.Checks {
		set.Checks = append(set.Checks, snapshot.Check{Check: c.Check, Rule: c.Rule, Table: c.Table, State: c.Status, Failing: c.Failing, Rows: c.Rows})
	}
	if e.exists(ErasedContacts) && e.exists(ErasedRows) {
		if set.Erased, err = snapshot.ReadErased(ctx, e.db, ErasedContacts, ErasedRows); err != nil {
			return err
		}
	}
	if err := os.Remove(BlockedIssues(e.q.Plan.Project)); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("drop the issues of an earlier run: %w", bare(err))
	}
	m, err := e.publisher.Publish(ctx, e.db, set)
	if err != nil {
		return err
	}
	e.result.Manifest = m
	if set.Erased.Empty() {
		return nil
	}
	return e.rewriteKept(ctx, set.Erased)
}

// rewriteKept takes erased persons out of the kept snapshots, in a database
// that sees the published folder and runs no user SQL.
func (e *execution) rewriteKept(ctx context.Context, who snapshot.Erased) (err error) {
	db, err := duck.Open(ctx, duck.Options{Threads: threadsOf(e.q.Plan.Project.Settings.Limits.Threads), AllowedDirs: []string{e.publisher.Dir}})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if _, err := e.publisher.Rewrite(ctx, db, who); err != nil {
		return fmt.Errorf("erase from kept snapshots: %w", err)
	}
	return nil
}

func (e *execution) exists(table string) bool { _, ok := e.tables[table]; return ok }

// publishedTables turns the plan's tables into those of a snapshot: published
// under their names, carried ones, and the run's own.
func (e *execution) publishedTables(ctx context.Context) ([]snapshot.Table, error) {
	var out []snapshot.Table
	published := map[string]bool{}
	for _, pub := range e.q.Plan.Publish {
		t := e.tables[pub.Table.Value]
		published[t.Name] = true
		from, quarantines, err := e.withoutQuarantined(ctx, t)
		if err != nil {
			return nil, err
		}
		st := definition(t, pub.As.Value)
		st.From, st.Of, st.Publish = from, t.Name, true
		out = append(append(out, st), quarantines...)
	}
	for _, name := range sortedKeys(e.tables) {
		t := e.tables[name]
		if published[name] || (!t.Carry && t.Maker != engine) {
			continue
		}
		st := definition(t, name)
		st.Publish = t.Maker == engine
		out = append(out, st)
	}
	return out, nil
}

func definition(t *Table, name string) snapshot.Table {
	st := snapshot.Table{Name: name, From: t.Name, About: t.About, Step: t.Maker, Sort: t.Sort, Restricted: t.Restricted, Carry: t.Carry}
	for _, c := range t.Columns {
		st.Columns = append(st.Columns, snapshot.Column{Name: c.Name, Type: c.Type, Unit: c.Unit, Meaning: c.Meaning, Values: c.Values, Experimental: c.Experimental, Restricted: c.Restricted})
	}
	return st
}

// withoutQuarantined makes a view of a table without its quarantined rows, and
// the restricted table that holds them.
func (e *execution) withoutQuarantined(ctx context.Context, t *Table) (string, []snapshot.Table, error) {
	var mine []Quarantine
	for _, q := range e.result.Journal.Quarantine {
		if q.Table == t.Name {
			mine = append(mine, q)
		}
	}
	if len(mine) == 0 {
		return t.Name, nil, nil
	}
	view := "published__" + t.Name
	var joins strings.Builder
	var held []snapshot.Table
	for i, q := range mine {
		on := keysEqual(q.Key, fmt.Sprintf("q%d", i))
		fmt.Fprintf(&joins, " ANTI JOIN %s AS q%d ON %s", duck.Ident(q.Failing), i, on)
		name := "quarantine_" + q.Check
		stmt := fmt.Sprintf("CREATE TABLE %s AS SELECT t.* FROM %s AS t SEMI JOIN %s AS q%d ON %s", duck.Ident(name), duck.Ident(t.Name), duck.Ident(q.Failing), i, on)
		if err := e.db.Exec(ctx, stmt); err != nil {
			return "", nil, fmt.Errorf("quarantine rows of %s: %w", t.Name, err)
		}
		h := definition(t, name)
		h.From, h.Publish, h.Restricted, h.Carry = name, true, true, false
		h.About = "rows of " + t.Name + " that the check " + q.Check + " keeps out of the published table"
		held = append(held, h)
	}
	if err := e.db.Exec(ctx, "CREATE VIEW "+duck.Ident(view)+" AS SELECT t.* FROM "+duck.Ident(t.Name)+" AS t"+joins.String()); err != nil {
		return "", nil, fmt.Errorf("leave quarantined rows out of %s: %w", t.Name, err)
	}
	return view, held, nil
}

func keysEqual(key []string, alias string) string {
	parts := make([]string, len(key))
	for i, k := range key {
		parts[i] = "t." + duck.Ident(k) + " = " + alias + "." + duck.Ident(k)
	}
	return strings.Join(parts, " AND ")
}

func sortedKeys[T any](m map[string]T) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

func joinWords(words []string) string { return strings.Join(words, ", ") }
