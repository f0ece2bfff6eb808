package response

import (
	"context"
	"fmt"
	"math"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines/duck"
)

// load makes a table of rows that fill appends one by one.
func load(ctx context.Context, db *duck.DB, table string, schema *arrow.Schema, rows int, fill func(b *array.RecordBuilder, row int)) error {
	b := duck.Builder(schema)
	defer b.Release()
	for i := range rows {
		fill(b, i)
	}
	batch := b.NewRecordBatch()
	defer batch.Release()
	err := db.Load(ctx, table, schema, func(yield func(arrow.RecordBatch) error) error { return yield(batch) })
	if err != nil {
		return fmt.Errorf("load %s: %w", table, err)
	}
	return nil
}

func textFields(names ...string) []arrow.Field {
	out := make([]arrow.Field, len(names))
	for i, n := range names {
		out[i] = arrow.Field{Name: n, Type: arrow.BinaryTypes.String, Nullable: true}
	}
	return out
}

// texts appends values from column first on; an empty one is NULL.
func texts(b *array.RecordBuilder, first int, values ...string) {
	for i, v := range values {
		column := b.Field(first + i).(*array.StringBuilder)
		if v == "" {
			column.AppendNull()
			continue
		}
		column.Append(v)
	}
}

// numbers appends values from column first on; NaN is NULL.
func numbers(b *array.RecordBuilder, first int, values ...float64) {
	for i, v := range values {
		column := b.Field(first + i).(*array.Float64Builder)
		if math.IsNaN(v) {
			column.AppendNull()
			continue
		}
		column.Append(v)
	}
}

// cents appends amounts from column first on; nil is NULL.
func cents(b *array.RecordBuilder, first int, values ...*int64) {
	for i, v := range values {
		column := b.Field(first + i).(*array.Int64Builder)
		if v == nil {
			column.AppendNull()
			continue
		}
		column.Append(*v)
	}
}
