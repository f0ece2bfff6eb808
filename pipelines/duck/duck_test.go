package duck

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
)

func open(t *testing.T, o Options) *DB {
	t.Helper()
	db, err := Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

// The query that DuckDB 1.5.5 answers with 0 unless the deliminator is off.
func TestCorrelatedExistsWithRange(t *testing.T) {
	db := open(t, Options{})
	ctx := context.Background()
	if err := db.Exec(ctx, "CREATE TABLE q AS SELECT * FROM (VALUES (1,1,10,20),(1,2,15,25),(2,1,10,20)) v(h,k,s,e)"); err != nil {
		t.Fatal(err)
	}
	var n int64
	if err := db.One(ctx, "SELECT count(*) FROM q a WHERE EXISTS (SELECT 1 FROM q b WHERE a.h=b.h AND a.k<>b.k AND a.s<=b.e)", &n); err != nil {
		t.Fatal(err)
	}
	if n != 2 {
		t.Fatalf("got %d rows, want 2", n)
	}
}

func TestLockedDatabase(t *testing.T) {
	dir := t.TempDir()
	outside := filepath.Join(t.TempDir(), "x.csv")
	if err := os.WriteFile(outside, []byte("a\n1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	db := open(t, Options{AllowedDirs: []string{dir}})
	ctx := context.Background()
	for _, stmt := range []string{
		"SET threads = 1",
		"SELECT * FROM read_csv(" + quote(outside) + ")",
		"COPY (SELECT 1) TO " + quote(outside+".parquet") + " (FORMAT parquet)",
		"INSTALL httpfs",
		"ATTACH " + quote(outside+".db"),
	} {
		if err := db.Exec(ctx, stmt); err == nil {
			t.Errorf("%s: was allowed", stmt)
		}
	}
	if err := db.CopyParquet(ctx, "SELECT 1 AS a", filepath.Join(dir, "a.parquet")); err != nil {
		t.Errorf("COPY into the allowed directory: %v", err)
	}
}

func TestMapKeepsOrder(t *testing.T) {
	db := open(t, Options{})
	ctx := context.Background()
	schema := arrow.NewSchema([]arrow.Field{{Name: "i", Type: arrow.PrimitiveTypes.Int64}}, nil)
	const rows = 50_000
	for workers := 1; workers <= 4; workers++ {
		table := fmt.Sprintf("out%d", workers)
		err := db.Map(ctx, fmt.Sprintf("SELECT range AS i FROM range(%d)", rows), table, schema, workers, nil, func(_ int, in arrow.RecordBatch, out *array.RecordBuilder) error {
			col := in.Column(0).(*array.Int64)
			for i := range int(in.NumRows()) {
				out.Field(0).(*array.Int64Builder).Append(col.Value(i) * 2)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		var n, bad int64
		if err := db.One(ctx, "SELECT count(*), count(*) FILTER (WHERE i <> 2 * rowid) FROM "+table, &n, &bad); err != nil {
			t.Fatal(err)
		}
		if n != rows || bad != 0 {
			t.Fatalf("%d workers: %d rows, %d out of order", workers, n, bad)
		}
	}
}

func TestMapErrorStops(t *testing.T) {
	db := open(t, Options{})
	ctx := context.Background()
	schema := arrow.NewSchema([]arrow.Field{{Name: "i", Type: arrow.PrimitiveTypes.Int64}}, nil)
	boom := errors.New("boom")
	err := db.Map(ctx, "SELECT range AS i FROM range(100000)", "broken", schema, 2, nil, func(int, arrow.RecordBatch, *array.RecordBuilder) error { return boom })
	if !errors.Is(err, boom) {
		t.Fatalf("got %v", err)
	}
	if err := db.Exec(ctx, "SELECT * FROM broken"); err == nil {
		t.Error("the table was left behind")
	}
}

func TestErrorsHideValues(t *testing.T) {
	db := open(t, Options{})
	err := db.Exec(context.Background(), "SELECT CAST('Canary Kowalska' AS INTEGER)")
	if err == nil || strings.Contains(err.Error(), "Canary") {
		t.Fatalf("got %v", err)
	}
}

func TestCancel(t *testing.T) {
	db := open(t, Options{})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	err := db.Exec(ctx, "SELECT sum(a.range*b.range) FROM range(1000000) a, range(1000000) b")
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
}

func TestLiteral(t *testing.T) {
	for _, c := range []struct {
		in   any
		want string
	}{
		{Name(`a"b`), `"a""b"`}, {"it's", "'it''s'"}, {5, "5"}, {[]string{"b", "a"}, "('a', 'b')"}, {Names{"x", "y"}, `"x", "y"`}, {nil, "NULL"},
	} {
		got, err := Literal(c.in)
		if err != nil || got != c.want {
			t.Errorf("%v: got %s, %v; want %s", c.in, got, err, c.want)
		}
	}
}
