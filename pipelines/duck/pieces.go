package duck

import (
	"context"
	"fmt"

	"github.com/apache/arrow-go/v18/arrow"
)

// pieceRows is the size of a piece, a row group of the engine.
const pieceRows = 122880

// Pieces cuts a table into pieces of neighbouring rows. Each is a condition on the
// table under the alias t. The engine keeps the whole result of a query before the
// first batch is read, so a wide table is read one piece at a time.
func (db *DB) Pieces(ctx context.Context, table string) ([]string, error) {
	var last, tables int64
	err := db.One(ctx, "SELECT count(*) FROM duckdb_tables() WHERE table_name = "+quote(table), &tables)
	if err == nil && tables > 0 {
		err = db.One(ctx, "SELECT COALESCE(max(t.rowid), -1) FROM "+Ident(table)+" AS t", &last)
	}
	if err != nil {
		return nil, fmt.Errorf("count %s: %w", table, err)
	}
	if tables == 0 || last < pieceRows { // a view has no row numbers
		return []string{"TRUE"}, nil
	}
	var out []string
	for from := int64(0); from <= last; from += pieceRows {
		out = append(out, fmt.Sprintf("t.rowid >= %d AND t.rowid < %d", from, from+pieceRows))
	}
	return out, nil
}

// ReadAll streams the batches of several queries, one after the other.
func (db *DB) ReadAll(ctx context.Context, queries []string, each func(arrow.RecordBatch) error) error {
	for _, q := range queries {
		if err := db.Read(ctx, q, each); err != nil {
			return err
		}
	}
	return nil
}
