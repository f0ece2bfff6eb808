package pipelines

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"kartoteka/pipelines/duck"
)

// placeTables is the folder of a bare publication that holds the files.
const placeTables = "tables"

// BareFile is a table that a bare publication wrote.
type BareFile struct {
	Table string
	Rows  int64
}

func (e *execution) count(ctx context.Context, table string) (n int64, err error) {
	if err := e.db.One(ctx, "SELECT count(*) FROM "+duck.Ident(table), &n); err != nil {
		return 0, fmt.Errorf("count %s: %w", table, err)
	}
	return n, nil
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
		var columns []string
		for _, c := range t.Columns {
			if !c.Restricted {
				columns = append(columns, duck.Ident(c.Name))
			}
		}
		name := pub.As.Value + ".parquet"
		from := filepath.Join(export, name)
		if err := e.db.CopyParquet(ctx, "SELECT "+strings.Join(columns, ", ")+" FROM "+duck.Ident(t.Name), from); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
		if err := os.Rename(from, filepath.Join(to, name)); err != nil {
			return fmt.Errorf("write %s: %w", name, bare(err))
		}
		rows, err := e.count(ctx, t.Name)
		if err != nil {
			return err
		}
		e.result.Bare = append(e.result.Bare, BareFile{pub.As.Value, rows})
	}
	return nil
}

// unwanted are the tables of a bare publication that nobody reads.
func (e *execution) unwanted() map[string]bool {
	out := map[string]bool{}
	if e.q.Bare == "" {
		return out
	}
	for name := range e.q.Plan.Tables {
		out[name] = true
	}
	for _, p := range e.q.Plan.Steps {
		if _, free := p.Step.(ReadsAnything); free {
			return map[string]bool{}
		}
		for _, in := range p.Reads {
			delete(out, in.Table.Value)
		}
	}
	for _, pub := range e.q.Plan.Publish {
		delete(out, pub.Table.Value)
	}
	return out
}
