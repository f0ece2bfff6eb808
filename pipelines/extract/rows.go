package extract

import (
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/decimal128"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/extract/read"
)

// before and after are the columns around the mapped ones in the loaded table.
const beforeMapped = 5

// schema is the loaded table: source, source_key, source_file, source_row,
// told_by_customer, the mapped columns, raw, and fold_at when events are folded.
func (s *step) schema() *arrow.Schema {
	var fields []arrow.Field
	add := func(name string, t arrow.DataType) {
		fields = append(fields, arrow.Field{Name: name, Type: t, Nullable: true})
	}
	add("source", arrow.BinaryTypes.String)
	add("source_key", arrow.BinaryTypes.String)
	add("source_file", arrow.BinaryTypes.String)
	add("source_row", arrow.PrimitiveTypes.Int64)
	add("told_by_customer", arrow.FixedWidthTypes.Boolean)
	for _, c := range s.columns {
		add(c.name, c.arrowType())
	}
	add("raw", arrow.BinaryTypes.String)
	if s.fold != nil {
		add("fold_at", &arrow.TimestampType{Unit: arrow.Microsecond})
	}
	return arrow.NewSchema(fields, nil)
}

func (c column) arrowType() arrow.DataType {
	switch c.kind {
	case typeDate:
		return arrow.FixedWidthTypes.Date32
	case typeTimestamp:
		return &arrow.TimestampType{Unit: arrow.Microsecond}
	case typeInteger:
		return arrow.PrimitiveTypes.Int32
	case typeDecimal:
		return &arrow.Decimal128Type{Precision: 18, Scale: int32(c.scale)}
	}
	return arrow.BinaryTypes.String
}

// batch is what one chunk of a file became.
type batch struct {
	rows    arrow.RecordBatch
	read    int64
	rejects []pipelines.Reject
	later   []laterDays // by column
	ragged  int64
	met     []string // records that a correction speaks of
	mended  int64
}

// laterDays counts days after as_of in one column.
type laterDays struct {
	rows  int64
	first int64 // row of the file
}

// batch maps the records of a chunk. Rows that cannot be used become rejects
// with every reason.
func (m *mapper) batch(schema *arrow.Schema, records []read.Record) batch {
	b := duck.Builder(schema)
	defer b.Release()
	m.reserve(b, records)
	out := batch{read: int64(len(records)), later: make([]laterDays, len(m.step.columns))}
	values := make([]value, len(m.step.columns))
	var raw []byte
	for i := range records {
		r := &records[i]
		faults := r.Faults
		key, foldAt := "", value{}
		if faults == nil {
			key, foldAt, faults = m.values(r, values)
		}
		read := r
		if faults != nil {
			var reject pipelines.Reject
			if r, reject = m.mend(r, faults, &out); r == nil {
				out.rejects = append(out.rejects, reject)
				continue
			}
			key, foldAt, _ = m.values(r, values)
		}
		if r.Ragged {
			out.ragged++
		}
		m.append(b, r, key, values)
		raw = m.appendRaw(b, asRead(read, r), raw)
		if m.fold != nil {
			b.Field(beforeMapped + len(values) + 1).(*array.TimestampBuilder).Append(arrow.Timestamp(foldAt.n))
		}
		m.countLater(values, r.Row, out.later)
	}
	out.rows = b.NewRecordBatch()
	return out
}

// reserve makes room for the rows: growing buffers would copy the text again
// and again.
func (m *mapper) reserve(b *array.RecordBuilder, records []read.Record) {
	b.Reserve(len(records))
	text := 0
	for i := range records {
		text += len(records[i].Text)
	}
	for i := range m.step.columns {
		if f, ok := b.Field(beforeMapped + i).(*array.StringBuilder); ok {
			f.ReserveData(text / max(len(m.columns), 1))
		}
	}
	b.Field(0).(*array.StringBuilder).ReserveData(len(records) * len(m.step.source))
	b.Field(2).(*array.StringBuilder).ReserveData(len(records) * len(m.file.Name))
	names := 2
	for _, c := range m.columns {
		names += len(c) + 4
	}
	switch {
	case m.step.o.Raw == "drop":
		return
	case m.asRead:
		names = 0
	}
	b.Field(beforeMapped + len(m.step.columns)).(*array.StringBuilder).ReserveData(text + names*len(records))
}

// values parses every column of a record and gathers all that is wrong.
func (m *mapper) values(r *read.Record, values []value) (key string, foldAt value, faults []string) {
	if m.key != nil {
		key, _ = m.key.text(r)
		if strings.Trim(key, "|") == "" {
			key = ""
		}
		if key == "" && m.step.o.OnMissingKey == "reject" {
			faults = append(faults, "no key: "+(&column{field: m.step.key}).names())
		}
	}
	if m.fold != nil {
		text, kind := m.fold.text(r)
		v, why := m.parse(m.step.fold, text, kind)
		if why == noFault && !v.set {
			why = "no event time"
		}
		if why != noFault {
			faults = append(faults, m.step.fold.reason(why))
		}
		foldAt = v
	}
	for i := range m.step.columns {
		c := &m.step.columns[i]
		v, why := m.column(c, i, r, values)
		if why != noFault && c.invalid == "null" {
			v, why = value{}, noFault
		}
		if why == noFault && c.required && !v.set {
			why = "missing value"
		}
		if why != noFault {
			faults = append(faults, c.reason(why))
		}
		values[i] = v
	}
	return key, foldAt, faults
}

func (m *mapper) column(c *column, i int, r *read.Record, values []value) (value, fault) {
	switch c.part {
	case refSource:
		source, _ := m.bounds[i].reference(r)
		return value{set: source != "", text: source}, noFault
	case refKey:
		_, key := m.bounds[i].reference(r)
		return value{set: key != "", text: key}, noFault
	case dayOf:
		return value{set: values[i-1].set, n: values[i-1].day}, noFault
	}
	text, kind := m.bounds[i].text(r)
	return m.parse(c, text, kind)
}

func (c *column) names() string {
	var out []string
	for _, r := range c.field.all() {
		out = append(out, r.name)
	}
	return strings.Join(out, ", ")
}

func (m *mapper) append(b *array.RecordBuilder, r *read.Record, key string, values []value) {
	b.Field(0).(*array.StringBuilder).Append(m.step.source)
	if keys := b.Field(1).(*array.StringBuilder); key != "" {
		keys.Append(key)
	} else {
		keys.AppendNull()
	}
	b.Field(2).(*array.StringBuilder).Append(m.file.Name)
	b.Field(3).(*array.Int64Builder).Append(r.Row)
	b.Field(4).(*array.BooleanBuilder).Append(m.step.o.ToldByCustomer)
	for i, v := range values {
		field := b.Field(beforeMapped + i)
		if !v.set {
			field.AppendNull()
			continue
		}
		switch f := field.(type) {
		case *array.StringBuilder:
			f.Append(v.text)
		case *array.Date32Builder:
			f.Append(arrow.Date32(v.n))
		case *array.TimestampBuilder:
			f.Append(arrow.Timestamp(v.n))
		case *array.Decimal128Builder:
			f.Append(decimal128.FromI64(v.n))
		case *array.Int32Builder:
			f.Append(int32(v.n))
		}
	}
}

func (m *mapper) appendRaw(b *array.RecordBuilder, r *read.Record, buf []byte) []byte {
	field := b.Field(beforeMapped + len(m.step.columns)).(*array.StringBuilder)
	if m.step.o.Raw == "drop" {
		field.AppendNull()
		return buf
	}
	if m.asRead && r.Text != "" {
		field.Append(r.Text)
		return buf
	}
	buf = r.Raw(buf[:0], m.columns)
	field.BinaryBuilder.Append(buf)
	return buf
}

// rejected is the record as it stands in the file; of files without text, its
// cells as JSON.
func (m *mapper) rejected(r *read.Record) string {
	if r.Text != "" || r.Cells == nil {
		return r.Text
	}
	return string(r.Raw(nil, m.columns))
}

func (m *mapper) countLater(values []value, row int64, later []laterDays) {
	limit := days(m.asOf)
	for i := range m.step.columns {
		if c := &m.step.columns[i]; c.later && c.kind == typeDate && values[i].set && values[i].n > limit {
			if later[i].rows == 0 {
				later[i].first = row
			}
			later[i].rows++
		}
	}
}
