package snapshot

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/memory"
	"github.com/apache/arrow-go/v18/parquet/file"
	"github.com/apache/arrow-go/v18/parquet/pqarrow"
)

// TestReadersDuringPublication reads two tables in a loop while 100 sets are published. Through the pointer they are
// always of one night. A stable path, opened once, always holds one published file, byte for byte, and snapshot_id tells
// every mix of two of them. DuckDB looks at a path twice (size, then content), so that it may refuse a stable path at
// the moment of its replacement; that is counted, and must never be a wrong answer.
func TestReadersDuringPublication(t *testing.T) {
	dir := t.TempDir()
	writer := open(t, 1, dir)
	two := func(n int) Set {
		s := set("n" + itoa(n))
		s.Tables = []Table{s.Tables[0], s.Tables[3]}
		return s
	}
	p := New(dir, 3, 1)
	night(t, writer, 50, 0)
	published := map[string]bool{}
	note := func(m *Manifest) {
		for _, f := range m.Tables {
			published[f.SHA256] = true
		}
	}
	note(publish(t, p, writer, two(0)))
	var stop atomic.Bool
	var pointed, stable, mixed, refused atomic.Int64
	var readers sync.WaitGroup
	seen := map[string]bool{}
	readers.Go(func() {
		for !stop.Load() {
			data, err := os.ReadFile(filepath.Join(dir, "tables/contacts.parquet"))
			if err != nil {
				t.Error(err)
			}
			seen[sum(data)] = true
			stable.Add(1)
		}
	})
	through := open(t, 1, dir)
	readers.Go(func() {
		for !stop.Load() {
			m, err := Current(dir)
			if err != nil {
				t.Error(err)
				return
			}
			a, err := nightOf(through, filepath.Join(dir, m.Directory, "tables/contacts.parquet"))
			b, err2 := nightOf(through, filepath.Join(dir, m.Directory, "tables/households.parquet"))
			if err != nil || err2 != nil || a != m.SnapshotID || a != b {
				t.Errorf("through the pointer to %s: %s and %s, %v %v", m.SnapshotID, a, b, err, err2)
			}
			pointed.Add(1)
		}
	})
	direct := open(t, 1, dir)
	readers.Go(func() {
		for !stop.Load() {
			a, err := nightOf(direct, filepath.Join(dir, "tables/contacts.parquet"))
			b, err2 := nightOf(direct, filepath.Join(dir, "tables/households.parquet"))
			switch {
			case err != nil || err2 != nil:
				refused.Add(1)
			case a != b:
				mixed.Add(1)
			}
		}
	})
	for n := 1; n <= 100; n++ {
		night(t, writer, 50+n%5, n)
		note(publish(t, p, writer, two(n)))
	}
	stop.Store(true)
	readers.Wait()
	for h := range seen {
		if !published[h] {
			t.Error("a stable path held bytes that no set has")
		}
	}
	t.Logf("%d reads through the pointer: 0 mixed; %d reads of a stable path: 0 torn, %d different files; DuckDB at stable paths: %d mixes seen by snapshot_id, %d refused",
		pointed.Load(), stable.Load(), len(seen), mixed.Load(), refused.Load())
}

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}

// nightOf is the snapshot_id of all rows of a file.
func nightOf(db Engine, path string) (string, error) {
	id, n := "", 0
	err := db.Rows(context.Background(), "SELECT snapshot_id FROM read_parquet("+text(path)+") GROUP BY 1", func(scan func(...any) error) error {
		n++
		return scan(&id)
	})
	if err == nil && n != 1 {
		panic("two nights in one file")
	}
	return id, err
}

// TestAllReadersAgree opens every file of a set as BI tools do: DuckDB through views.sql, arrow-go, and the independent
// reader.
func TestAllReadersAgree(t *testing.T) {
	dir := t.TempDir()
	db := open(t, 2, dir)
	night(t, db, 3000, 0)
	m := publish(t, New(dir, 3, 2), db, set("agree"))
	sql, err := os.ReadFile(filepath.Join(dir, "views.sql"))
	if err != nil {
		t.Fatal(err)
	}
	bi := open(t, 1, dir)
	run(t, bi, "SET VARIABLE published = "+text(dir)+"; "+string(sql))
	for _, f := range m.Tables {
		path := filepath.Join(dir, f.Path)
		columns := make([]Column, len(f.Columns))
		for i, c := range f.Columns {
			columns[i] = Column{Name: c.Name, Type: c.Type}
		}
		query := "SELECT * FROM read_parquet(" + text(path) + ")"
		if f.Place == placeTables {
			query = "SELECT * FROM " + ident(f.Table)
		}
		want, err := count(context.Background(), bi, query, columns)
		if err != nil {
			t.Fatal(err)
		}
		got, err := readBack(context.Background(), path, columns, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := compare(want, got, columns); err != nil {
			t.Errorf("%s: DuckDB and the independent reader: %v", f.Path, err)
		}
		table := arrowTable(t, path)
		if table.NumRows() != got.rows || int(table.NumCols()) != len(columns) {
			t.Errorf("%s: arrow-go reads %d rows of %d columns", f.Path, table.NumRows(), table.NumCols())
		}
		for i, c := range columns {
			field := table.Column(i)
			nulls := 0
			for _, chunk := range field.Data().Chunks() {
				nulls += chunk.NullN()
			}
			if field.Name() != c.Name || int64(nulls) != got.rows-got.columns[i].values {
				t.Errorf("%s: arrow-go reads %s with %d nulls", f.Path, field.Name(), nulls)
			}
		}
	}
}

func arrowTable(t *testing.T, path string) arrow.Table {
	t.Helper()
	r, err := file.OpenParquetFile(path, false)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if r.MetaData().KeyValueMetadata().Len() != 1 || *r.MetaData().KeyValueMetadata().FindValue("contract") != "1" {
		t.Errorf("metadata of %s: %v", filepath.Base(path), r.MetaData().KeyValueMetadata())
	}
	a, err := pqarrow.NewFileReader(r, pqarrow.ArrowReadProperties{}, memory.DefaultAllocator)
	if err != nil {
		t.Fatal(err)
	}
	table, err := a.ReadTable(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return table
}
