package read

import (
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
)

// Scan streams the record batches of a Parquet file, in order. A batch is
// valid only during the call of yield.
type Scan func(path string, yield func(arrow.RecordBatch) error) error

// parquetFile reads the batches of a scan that runs on its own goroutine.
type parquetFile struct {
	name    string
	columns []string
	batches chan arrow.RecordBatch
	stop    chan struct{}
	done    chan struct{}
	err     error // of the scan; read after done
	first   arrow.RecordBatch
	row     int64
}

func openParquet(path, name string, seen Survey, s Settings) (File, error) {
	if seen.Size < 12 || string(seen.Head[:4]) != "PAR1" {
		return nil, &Error{File: name, What: "the file is not Parquet (it does not begin with PAR1)", Remedy: "check format:, or ask for the file again"}
	}
	f := &parquetFile{name: name, batches: make(chan arrow.RecordBatch, 2), stop: make(chan struct{}), done: make(chan struct{})}
	go f.scan(path, s.Scan)
	first, ok := <-f.batches
	if !ok {
		<-f.done
		if f.err != nil {
			return nil, f.broken()
		}
		return f, nil
	}
	f.first = first
	for _, field := range first.Schema().Fields() {
		f.columns = append(f.columns, field.Name)
	}
	return f, nil
}

func (f *parquetFile) scan(path string, scan Scan) {
	defer close(f.done)
	defer close(f.batches)
	f.err = scan(path, func(b arrow.RecordBatch) error {
		b.Retain()
		select {
		case f.batches <- b:
			return nil
		case <-f.stop:
			b.Release()
			return io.ErrClosedPipe
		}
	})
}

func (f *parquetFile) broken() error {
	return &Error{File: f.name, What: "the Parquet file cannot be read: " + f.err.Error(), Remedy: "ask for the file again"}
}

func (f *parquetFile) Columns() []string { return f.columns }
func (f *parquetFile) Notes() []Note     { return nil }
func (f *parquetFile) Check() error      { return nil }

// Close ends the scan.
func (f *parquetFile) Close() error {
	close(f.stop)
	if f.first != nil {
		f.first.Release()
	}
	for b := range f.batches {
		b.Release()
	}
	<-f.done
	return nil
}

// Next takes one batch.
func (f *parquetFile) Next() (Chunk, error) {
	batch := f.first
	f.first = nil
	if batch == nil {
		next, ok := <-f.batches
		if !ok {
			<-f.done
			if f.err != nil {
				return nil, f.broken()
			}
			return nil, io.EOF
		}
		batch = next
	}
	first := f.row + 1
	f.row += batch.NumRows()
	return func() []Record {
		defer batch.Release()
		return batchRecords(batch, first)
	}, nil
}

func batchRecords(batch arrow.RecordBatch, first int64) []Record {
	rows, width := int(batch.NumRows()), int(batch.NumCols())
	records := make([]Record, rows)
	cells, kinds := make([]string, rows*width), make([]Kind, rows*width)
	for i := range records {
		records[i] = Record{Row: first + int64(i), Cells: cells[i*width : (i+1)*width], Kinds: kinds[i*width : (i+1)*width]}
	}
	for c := range width {
		column := batch.Column(c)
		for i := range rows {
			if !column.IsNull(i) {
				records[i].Cells[c], records[i].Kinds[c] = arrowText(column, i)
			}
		}
	}
	return records
}

// arrowText writes a value as text: dates and timestamps in ISO form (UTC,
// where the column has a zone), numbers with a point, lists and structs as JSON.
func arrowText(column arrow.Array, i int) (string, Kind) {
	switch a := column.(type) {
	case *array.String:
		return strings.Clone(a.Value(i)), Text
	case *array.LargeString:
		return strings.Clone(a.Value(i)), Text
	case *array.Boolean:
		return strconv.FormatBool(a.Value(i)), Bool
	case *array.Date32:
		return a.Value(i).ToTime().Format("2006-01-02"), Date
	case *array.Date64:
		return a.Value(i).ToTime().Format("2006-01-02"), Date
	case *array.Timestamp:
		t := a.DataType().(*arrow.TimestampType)
		at := a.Value(i).ToTime(t.Unit)
		if t.TimeZone != "" {
			return at.UTC().Format(time.RFC3339Nano), Timestamp
		}
		return at.Format("2006-01-02T15:04:05.999999999"), Timestamp
	case *array.Float64:
		return strconv.FormatFloat(a.Value(i), 'f', -1, 64), Number
	case *array.Float32:
		return strconv.FormatFloat(float64(a.Value(i)), 'f', -1, 32), Number
	case *array.Decimal128:
		return a.Value(i).ToString(a.DataType().(*arrow.Decimal128Type).Scale), Number
	case *array.Dictionary:
		return arrowText(a.Dictionary(), a.GetValueIndex(i))
	}
	text := column.ValueStr(i)
	switch column.DataType().ID() {
	case arrow.INT8, arrow.INT16, arrow.INT32, arrow.INT64, arrow.UINT8, arrow.UINT16, arrow.UINT32, arrow.UINT64:
		return text, Number
	}
	return text, Text
}
