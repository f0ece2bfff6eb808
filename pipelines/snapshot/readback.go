package snapshot

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"math/big"
	"os"
	"slices"

	"github.com/xitongsys/parquet-go/parquet"
	"github.com/xitongsys/parquet-go/reader"
	"github.com/xitongsys/parquet-go/source"
)

// parquetFile gives the independent reader its own position in one open file, read only.
type parquetFile struct {
	*io.SectionReader
	file *os.File
}

func openParquet(path string) (*parquetFile, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &parquetFile{io.NewSectionReader(f, 0, info.Size()), f}, nil
}

func (p *parquetFile) Open(string) (source.ParquetFile, error) {
	return &parquetFile{io.NewSectionReader(p.file, 0, p.Size()), p.file}, nil
}
func (p *parquetFile) Create(string) (source.ParquetFile, error) { return nil, errors.ErrUnsupported }
func (p *parquetFile) Write([]byte) (int, error)                 { return 0, errors.ErrUnsupported }
func (p *parquetFile) Close() error                              { return nil } // the file is closed once, by its opener

// readBack reads every value of a Parquet file with the independent reader: names and types must be the columns',
// measures are returned, and each value passes look. A panic of the reader on a damaged file becomes an error.
func readBack(ctx context.Context, path string, columns []Column, look *search) (out measures, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New("the independent reader cannot decode it") // r may quote values
		}
	}()
	file, err := openParquet(path)
	if err != nil {
		return measures{}, err
	}
	defer file.file.Close()
	r, err := reader.NewParquetColumnReader(file, 1)
	if err != nil {
		return measures{}, errors.New("the independent reader finds no Parquet footer")
	}
	fields := fieldTypes(r)
	want := make([]FieldType, len(columns))
	for i, c := range columns {
		want[i] = FieldType{c.Name, c.Type}
	}
	if !slices.Equal(fields, want) {
		return measures{}, fmt.Errorf("its schema is %v, not %v", fields, want)
	}
	out.rows = r.GetNumRows()
	for i, c := range columns {
		if err := ctx.Err(); err != nil {
			return measures{}, err
		}
		m, err := readColumn(r, file, i, c, look)
		if err != nil {
			return measures{}, fmt.Errorf("column %s: %w", c.Name, err)
		}
		out.columns = append(out.columns, m)
	}
	return out, look.pairsFound()
}

// readColumn sums one column. Each different value of a page is taken once, times the rows that hold it.
func readColumn(r *reader.ParquetReader, file *parquetFile, i int, c Column, look *search) (measure, error) {
	m := measure{sum: new(big.Int)}
	watch := look.column(c)
	exact, real := new(big.Int), compensated{}
	var times []int64
	err := columnReader{r, file, i, r.SchemaHandler.SchemaElements[i+1].GetType()}.each(func(p page) {
		times = append(times[:0], make([]int64, max(len(p.numbers), len(p.texts)))...)
		for _, v := range p.rows {
			if v >= 0 {
				times[v]++
				m.values++
			}
		}
		var sum wide
		for v, n := range times {
			switch {
			case n == 0:
			case p.texts != nil:
				sum.add(int64(len(p.texts[v])), n)
			case c.Type == "DOUBLE":
				real.add(math.Float64frombits(uint64(p.numbers[v])), float64(n))
			default:
				sum.add(p.numbers[v], n)
			}
		}
		exact.Add(exact, sum.big())
		watch.see(p)
	})
	m.sum, m.float = exact, real.sum+real.lost
	return m, errors.Join(err, watch.found())
}

// compensated is a sum of doubles that keeps what rounding loses (Neumaier 1974).
type compensated struct{ sum, lost float64 }

func (c *compensated) add(v, times float64) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return
	}
	v *= times
	s := c.sum + v
	if math.Abs(c.sum) >= math.Abs(v) {
		c.lost += (c.sum - s) + v
	} else {
		c.lost += (v - s) + c.sum
	}
	c.sum = s
}

// wide adds the signed integers of a page without overflow: high and low halves apart.
type wide struct{ high, low int64 }

func (w *wide) add(v, times int64) {
	w.high += (v >> 32) * times
	w.low += (v & 0xffffffff) * times
}

func (w wide) big() *big.Int {
	n := new(big.Int).Lsh(big.NewInt(w.high), 32)
	return n.Add(n, big.NewInt(w.low))
}

// fieldTypes translates the footer's schema into the table types of Column.
func fieldTypes(r *reader.ParquetReader) []FieldType {
	var out []FieldType
	for i, e := range r.SchemaHandler.SchemaElements {
		if i == 0 {
			continue // the root
		}
		out = append(out, FieldType{r.SchemaHandler.Infos[i].ExName, typeOf(e)})
	}
	return out
}

func typeOf(e *parquet.SchemaElement) string {
	converted := parquet.ConvertedType(-1)
	if e.ConvertedType != nil {
		converted = *e.ConvertedType
	}
	plain := converted == -1
	switch physical := e.GetType(); {
	case physical == parquet.Type_BOOLEAN:
		return "BOOLEAN"
	case physical == parquet.Type_DOUBLE:
		return "DOUBLE"
	case physical == parquet.Type_BYTE_ARRAY && converted == parquet.ConvertedType_UTF8:
		return "VARCHAR"
	case physical == parquet.Type_INT32 && converted == parquet.ConvertedType_DATE:
		return "DATE"
	case physical == parquet.Type_INT64 && converted == parquet.ConvertedType_TIMESTAMP_MICROS:
		return "TIMESTAMP"
	case (physical == parquet.Type_INT32 || physical == parquet.Type_INT64) && converted == parquet.ConvertedType_DECIMAL:
		return fmt.Sprintf("DECIMAL(%d,%d)", e.GetPrecision(), e.GetScale())
	case physical == parquet.Type_INT32 && (plain || converted == parquet.ConvertedType_INT_32):
		return "INTEGER"
	case physical == parquet.Type_INT64 && (plain || converted == parquet.ConvertedType_INT_64):
		return "BIGINT"
	}
	return fmt.Sprintf("%v/%v", e.GetType(), converted)
}
