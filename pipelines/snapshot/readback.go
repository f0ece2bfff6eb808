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

// readBack reads every value of a Parquet file with the independent reader: types and names must be the columns',
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

// readColumn sums one column page by page. The reader turns a page it cannot read into nulls, so that the number of
// values tells.
func readColumn(r *reader.ParquetReader, file *parquetFile, i int, c Column, look *search) (measure, error) {
	m := measure{sum: new(big.Int)}
	buffer, err := reader.NewColumnBuffer(file, r.Footer, r.SchemaHandler, r.SchemaHandler.ValueColumns[i])
	if err != nil {
		return m, err
	}
	watch := look.column(c)
	var total wide
	var lost float64 // Neumaier's compensation
	for {
		err := buffer.ReadPage()
		if table := buffer.DataTable; table != nil {
			buffer.DataTable = nil
			for _, v := range table.Values {
				if v == nil {
					watch.see("")
					continue
				}
				m.values++
				switch v := v.(type) {
				case string:
					total.add(int64(len(v)))
					watch.see(v)
				case int32:
					total.add(int64(v))
				case int64:
					total.add(v)
				case bool:
					if v {
						total.add(1)
					}
				case float64:
					if !math.IsNaN(v) && !math.IsInf(v, 0) {
						s := m.float + v
						if math.Abs(m.float) >= math.Abs(v) {
							lost += (m.float - s) + v
						} else {
							lost += (v - s) + m.float
						}
						m.float = s
					}
				}
			}
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return m, errors.New("the independent reader cannot decode it") // its own words may quote values
		}
	}
	m.float += lost
	m.sum = total.big()
	return m, watch.found(c)
}

// wide adds signed integers without overflow: high and low halves apart.
type wide struct{ high, low int64 }

func (w *wide) add(v int64) {
	w.high += v >> 32
	w.low += v & 0xffffffff
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
