package dedupe

import (
	"context"
	"fmt"
	"slices"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// rowNumber is the column by which a row of the table read finds its contact.
const rowNumber = "dedupe_row_number"

// writeSources makes the table of source rows: the table read as it is, in its
// order, with four columns more. The rows stream through; nothing is joined.
func (s *step) writeSources(ctx context.Context, r *pipelines.Run, c *contacts) error {
	query := "SELECT t.*, t.rowid AS " + rowNumber + " FROM " + duck.Ident(s.o.From.Value) + " AS t"
	columns, err := r.DB.Describe(ctx, query)
	if err != nil {
		return fmt.Errorf("describe %s: %w", s.o.From.Value, err)
	}
	var all []pipelines.Column
	for _, col := range columns[:len(columns)-1] {
		all = append(all, pipelines.Column{Name: col.Name, Type: col.Type})
	}
	passed := len(all)
	fields, err := fieldsOf(append(all, added()...))
	if err != nil {
		return err
	}
	schema := arrow.NewSchema(fields, nil)
	mine := arrow.NewSchema(fields[passed:], nil)
	row := c.in.byNumber()
	queries, err := r.DB.Pieces(ctx, s.o.From.Value)
	if err != nil {
		return err
	}
	for i, piece := range queries {
		queries[i] = query + " WHERE " + piece
	}
	return r.Make(ctx, s.o.Makes.Sources, schema, func(yield func(arrow.RecordBatch) error) error {
		b := duck.Builder(mine)
		defer b.Release()
		return r.DB.ReadAll(ctx, queries, func(in arrow.RecordBatch) error {
			numbers, ok := in.Column(passed).(*array.Int64)
			if !ok {
				return fmt.Errorf("read %s: row numbers are %s", s.o.From.Value, in.Column(passed).DataType())
			}
			for _, n := range numbers.Int64Values() {
				i := row[n]
				x := &c.list[c.of[i]]
				appendText(b, 0, x.id)
				appendText(b, 1, x.household)
				b.Field(2).(*array.Float64Builder).Append(c.result.Links[i].Probability)
				appendText(b, 3, c.result.Evidence[i])
			}
			made := b.NewRecordBatch()
			defer made.Release()
			out := array.NewRecordBatch(schema, append(slices.Clone(in.Columns()[:passed]), made.Columns()...), in.NumRows())
			defer out.Release()
			return yield(out)
		})
	})
}

// byNumber gives the row of each row number.
func (o *rows) byNumber() []uint32 {
	top := int64(-1)
	for _, n := range o.rid {
		top = max(top, n)
	}
	row := make([]uint32, top+1)
	for i, n := range o.rid {
		row[n] = uint32(i)
	}
	return row
}

// fieldsOf are the columns of a table as Arrow sees them.
func fieldsOf(columns []pipelines.Column) ([]arrow.Field, error) {
	var out []arrow.Field
	for _, c := range columns {
		t, err := arrowType(c.Type)
		if err != nil {
			return nil, fmt.Errorf("column %s: %w", c.Name, err)
		}
		out = append(out, arrow.Field{Name: c.Name, Type: t, Nullable: true})
	}
	return out, nil
}

// arrowType is the Arrow type of a column type; tables have only these.
func arrowType(sqlType string) (arrow.DataType, error) {
	switch sqlType {
	case "VARCHAR":
		return arrow.BinaryTypes.String, nil
	case "BOOLEAN":
		return arrow.FixedWidthTypes.Boolean, nil
	case "INTEGER":
		return arrow.PrimitiveTypes.Int32, nil
	case "BIGINT":
		return arrow.PrimitiveTypes.Int64, nil
	case "DOUBLE":
		return arrow.PrimitiveTypes.Float64, nil
	case "DATE":
		return arrow.FixedWidthTypes.Date32, nil
	case "TIMESTAMP":
		return &arrow.TimestampType{Unit: arrow.Microsecond}, nil
	}
	var precision, scale int32
	if n, err := fmt.Sscanf(sqlType, "DECIMAL(%d,%d)", &precision, &scale); n == 2 && err == nil {
		return &arrow.Decimal128Type{Precision: precision, Scale: scale}, nil
	}
	return nil, fmt.Errorf("the type %s is none that tables have; cast it in the step that makes it", sqlType)
}
