package pipelines

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines/duck"
)

// placeTables is the folder of a bare publication that holds the files.
const placeTables = "tables"

// BareFile is a table that a bare publication wrote.
type BareFile struct {
	Table string
	Rows  int64
}

// publishBare writes the published tables as Parquet files into a folder, each
// under its name at once, and nothing else: no snapshot, no state for a next
// night, no second reading. Restricted tables and columns are left out. A table
// keeps the order that its step gave it.
func (e *execution) publishBare(ctx context.Context, dir, export string) error {
	to := filepath.Join(dir, placeTables)
	if err := os.MkdirAll(to, 0o755); err != nil {
		return fmt.Errorf("make the folder of the tables: %w", bare(err))
	}
	for _, pub := range e.q.Plan.Publish {
		t := e.tables[pub.Table.Value]
		if t.Restricted {
			continue
		}
		f := e.written[t.Name]
		if f == nil {
			var err error
			if f, err = e.writeBare(ctx, t, export); err != nil {
				return err
			}
		}
		name := pub.As.Value + ".parquet"
		if err := os.Rename(f.path, filepath.Join(to, name)); err != nil {
			return fmt.Errorf("write %s: %w", name, bare(err))
		}
		e.result.Bare = append(e.result.Bare, BareFile{pub.As.Value, f.rows})
	}
	return nil
}

func (e *execution) writeBare(ctx context.Context, t *Table, export string) (*bareFile, error) {
	f := newBareFile(t, export)
	quoted := make([]string, len(f.columns))
	for i, c := range f.columns {
		quoted[i] = duck.Ident(c)
	}
	err := e.db.CopyParquet(ctx, "SELECT "+strings.Join(quoted, ", ")+" FROM "+duck.Ident(t.Name), f.path)
	if err == nil {
		err = e.db.One(ctx, "SELECT count(*) FROM "+duck.Ident(t.Name), &f.rows)
	}
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", t.Name, err)
	}
	return f, nil
}

// bareFile is a table on its way into a folder.
type bareFile struct {
	path    string
	columns []string
	rows    int64
}

func newBareFile(t *Table, export string) *bareFile {
	f := &bareFile{path: filepath.Join(export, t.Name+".parquet")}
	for _, c := range t.Columns {
		if !c.Restricted {
			f.columns = append(f.columns, c.Name)
		}
	}
	return f
}

// open counts the rows of a stream and leaves its restricted columns out.
func (f *bareFile) open(schema *arrow.Schema, produce func(func(arrow.RecordBatch) error) error) (*arrow.Schema, func(func(arrow.RecordBatch) error) error) {
	var at []int
	var fields []arrow.Field
	for i, field := range schema.Fields() {
		if slices.Contains(f.columns, field.Name) {
			at, fields = append(at, i), append(fields, field)
		}
	}
	open := arrow.NewSchema(fields, nil)
	return open, func(yield func(arrow.RecordBatch) error) error {
		return produce(func(b arrow.RecordBatch) error {
			f.rows += b.NumRows()
			columns := make([]arrow.Array, len(at))
			for i, from := range at {
				columns[i] = b.Column(from)
			}
			out := array.NewRecordBatch(open, columns, b.NumRows())
			defer out.Release()
			return yield(out)
		})
	}
}

// direct tells which tables of a step become files at once: those of a bare
// publication that no step reads and that are published once.
func (e *execution) direct(export string) func(string) *bareFile {
	if e.q.Bare == "" || e.q.DryRun || e.q.Keep {
		return nil
	}
	e.written = map[string]*bareFile{}
	return func(table string) *bareFile {
		times := 0
		for _, pub := range e.q.Plan.Publish {
			if pub.Table.Value == table {
				times++
			}
		}
		t := e.q.Plan.Tables[table]
		if times != 1 || t == nil || t.Dynamic || t.Restricted || e.read(table) {
			return nil
		}
		e.written[table] = newBareFile(t, export)
		return e.written[table]
	}
}

// read tells whether a step reads a table.
func (e *execution) read(table string) bool {
	for _, p := range e.q.Plan.Steps {
		if _, free := p.Step.(ReadsAnything); free {
			return true
		}
		for _, in := range p.Reads {
			if in.Table.Value == table {
				return true
			}
		}
	}
	return false
}

// unwanted are the tables that nobody reads: no step, no reader of the published
// set and no later night.
func (e *execution) unwanted() map[string]bool {
	out := map[string]bool{}
	if e.q.Keep {
		return out
	}
	for name, t := range e.q.Plan.Tables {
		if !e.read(name) && (e.q.Bare != "" || !t.Carry) {
			out[name] = true
		}
	}
	for _, pub := range e.q.Plan.Publish {
		delete(out, pub.Table.Value)
	}
	return out
}
