package main

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/memory"
	"github.com/apache/arrow-go/v18/parquet/file"
	"github.com/apache/arrow-go/v18/parquet/pqarrow"
	"github.com/xitongsys/parquet-go/reader"
	xsource "github.com/xitongsys/parquet-go/source"

	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/snapshot"
)

// readersAgree reads a published set as BI does: DuckDB through views.sql,
// arrow-go and xitongsys/parquet-go through the manifest. Every value of every
// table is the same to all three.
func readersAgree(t *testing.T, s shop, m *snapshot.Manifest) {
	t.Helper()
	db, err := duck.Open(t.Context(), duck.Options{AllowedDirs: []string{s.dir}})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	// A variable lives in one connection, and this database has several.
	views := strings.ReplaceAll(s.read("published/views.sql"), "getvariable('published')", duck.Quote(s.path("published")))
	if err := db.Exec(t.Context(), views); err != nil {
		t.Fatal(err)
	}
	for _, f := range m.Tables {
		path := s.path("published/" + f.Path)
		from := "read_parquet(" + duck.Quote(path) + ")"
		if f.Place == "tables" {
			from = duck.Ident(f.Table)
		}
		byDuck := make([][]string, len(f.Columns))
		err := db.Read(t.Context(), "SELECT * FROM "+from, func(b arrow.RecordBatch) error {
			for i := range byDuck {
				byDuck[i] = append(byDuck[i], texts(b.Column(i))...)
			}
			return nil
		})
		if err != nil {
			t.Fatalf("DuckDB reads %s: %v", f.Path, err)
		}
		byArrow, byXitongsys := readArrow(t, path), readXitongsys(t, path, f)
		for i, c := range f.Columns {
			if int64(len(byDuck[i])) != f.Rows {
				t.Errorf("%s: DuckDB reads %d rows, the manifest says %d", f.Path, len(byDuck[i]), f.Rows)
			}
			if !slices.Equal(byDuck[i], byArrow[i]) {
				t.Errorf("%s: DuckDB and arrow-go differ in %s", f.Path, c.Name)
			}
			if !slices.Equal(byDuck[i], byXitongsys[i]) {
				t.Errorf("%s: DuckDB and xitongsys differ in %s", f.Path, c.Name)
			}
		}
	}
}

const null = "∅"

// texts writes the values of an Arrow array, by their stored form: days,
// microseconds, unscaled decimals.
func texts(a arrow.Array) []string {
	out := make([]string, a.Len())
	for i := range out {
		if a.IsNull(i) {
			out[i] = null
			continue
		}
		switch a := a.(type) {
		case *array.String:
			out[i] = strings.Clone(a.Value(i)) // the batch is freed
		case *array.Boolean:
			out[i] = strconv.FormatBool(a.Value(i))
		case *array.Int32:
			out[i] = fmt.Sprint(a.Value(i))
		case *array.Int64:
			out[i] = fmt.Sprint(a.Value(i))
		case *array.Float64:
			out[i] = fmt.Sprint(math.Float64bits(a.Value(i)))
		case *array.Date32:
			out[i] = fmt.Sprint(int32(a.Value(i)))
		case *array.Timestamp:
			out[i] = fmt.Sprint(int64(a.Value(i)))
		case *array.Decimal128:
			out[i] = a.Value(i).BigInt().String()
		default:
			out[i] = "unknown type " + a.DataType().String()
		}
	}
	return out
}

// readArrow reads a file with arrow-go, column by column.
func readArrow(t *testing.T, path string) [][]string {
	t.Helper()
	r, err := file.OpenParquetFile(path, false)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	a, err := pqarrow.NewFileReader(r, pqarrow.ArrowReadProperties{}, memory.DefaultAllocator)
	if err != nil {
		t.Fatal(err)
	}
	table, err := a.ReadTable(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer table.Release()
	out := make([][]string, table.NumCols())
	for i := range out {
		for _, chunk := range table.Column(i).Data().Chunks() {
			out[i] = append(out[i], texts(chunk)...)
		}
	}
	return out
}

// inMemory lets xitongsys read a file that is in memory.
type inMemory struct {
	*bytes.Reader
	data []byte
}

func (m inMemory) Open(string) (xsource.ParquetFile, error) {
	return inMemory{bytes.NewReader(m.data), m.data}, nil
}
func (m inMemory) Create(string) (xsource.ParquetFile, error) { return nil, errors.ErrUnsupported }
func (m inMemory) Write([]byte) (int, error)                  { return 0, errors.ErrUnsupported }
func (m inMemory) Close() error                               { return nil }

func readXitongsys(t *testing.T, path string, f snapshot.File) [][]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r, err := reader.NewParquetColumnReader(inMemory{bytes.NewReader(data), data}, 1)
	if err != nil {
		t.Fatal(err)
	}
	defer r.ReadStop()
	out := make([][]string, len(f.Columns))
	for i := range out {
		values, _, _, err := r.ReadColumnByIndex(int64(i), f.Rows)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range values {
			switch v := v.(type) {
			case nil:
				out[i] = append(out[i], null)
			case float64:
				out[i] = append(out[i], fmt.Sprint(math.Float64bits(v)))
			default:
				out[i] = append(out[i], fmt.Sprint(v))
			}
		}
	}
	return out
}
