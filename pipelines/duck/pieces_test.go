package duck

import (
	"context"
	"testing"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
)

// TestPieces reads a table of several pieces, of which one lost its rows.
func TestPieces(t *testing.T) {
	ctx := context.Background()
	db, err := Open(ctx, Options{Threads: 2})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}()
	for _, stmt := range []string{
		"CREATE TABLE long AS SELECT range AS i FROM range(500000)",
		"DELETE FROM long WHERE i BETWEEN 122880 AND 250000",
		"CREATE TABLE short AS SELECT 1 AS i", "CREATE VIEW seen AS SELECT * FROM long",
	} {
		if err := db.Exec(ctx, stmt); err != nil {
			t.Fatal(err)
		}
	}
	for table, want := range map[string]int{"long": 500000 - 127121, "short": 1, "seen": 500000 - 127121} {
		queries, err := db.Pieces(ctx, table)
		if err != nil {
			t.Fatal(err)
		}
		if many := len(queries) > 1; many != (table == "long") {
			t.Errorf("%s: %d pieces", table, len(queries))
		}
		for i, piece := range queries {
			queries[i] = "SELECT CAST(t.i AS BIGINT) FROM " + table + " AS t WHERE " + piece
		}
		rows, last := 0, int64(-1)
		err = db.ReadAll(ctx, queries, func(b arrow.RecordBatch) error {
			for _, v := range b.Column(0).(*array.Int64).Int64Values() {
				if v <= last {
					t.Fatalf("%s: %d after %d", table, v, last)
				}
				last, rows = v, rows+1
			}
			return nil
		})
		if err != nil || rows != want {
			t.Errorf("%s: %d rows, want %d (%v)", table, rows, want, err)
		}
	}
}
