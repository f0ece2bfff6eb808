package cleanse

import (
	"fmt"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines"
)

// arrowType gives the Arrow type of a column type; tables have only these.
func arrowType(duckType string) (arrow.DataType, bool) {
	switch duckType {
	case "VARCHAR":
		return arrow.BinaryTypes.String, true
	case "BOOLEAN":
		return arrow.FixedWidthTypes.Boolean, true
	case "INTEGER":
		return arrow.PrimitiveTypes.Int32, true
	case "BIGINT":
		return arrow.PrimitiveTypes.Int64, true
	case "DOUBLE":
		return arrow.PrimitiveTypes.Float64, true
	case "DATE":
		return arrow.FixedWidthTypes.Date32, true
	case "TIMESTAMP":
		return &arrow.TimestampType{Unit: arrow.Microsecond}, true
	}
	var precision, scale int
	if scan(duckType, &precision, &scale) {
		return &arrow.Decimal128Type{Precision: int32(precision), Scale: int32(scale)}, true
	}
	return nil, false
}

func schemaOf(columns []pipelines.Column) (*arrow.Schema, error) {
	fields := make([]arrow.Field, len(columns))
	for i, c := range columns {
		t, ok := arrowType(c.Type)
		if !ok {
			return nil, fmt.Errorf("the column %s has the type %s, which tables do not have; cast it in the step that makes it", c.Name, c.Type)
		}
		fields[i] = arrow.Field{Name: c.Name, Type: t, Nullable: true}
	}
	return arrow.NewSchema(fields, nil), nil
}

// copyColumn appends every value of a column that passes through.
func copyColumn(to array.Builder, from arrow.Array) error {
	n := from.Len()
	to.Reserve(n)
	switch src := from.(type) {
	case *array.String:
		dst, ok := to.(*array.StringBuilder)
		if !ok {
			break
		}
		for i := range n {
			if src.IsNull(i) {
				dst.AppendNull()
			} else {
				dst.Append(src.Value(i))
			}
		}
		return nil
	case *array.Boolean:
		return copyValues(to, from, src.Value)
	case *array.Int32:
		return copyValues(to, from, src.Value)
	case *array.Int64:
		return copyValues(to, from, src.Value)
	case *array.Float64:
		return copyValues(to, from, src.Value)
	case *array.Date32:
		return copyValues(to, from, src.Value)
	case *array.Timestamp:
		return copyValues(to, from, src.Value)
	case *array.Decimal128:
		return copyValues(to, from, src.Value)
	}
	return fmt.Errorf("cannot copy %s into %s", from.DataType(), to.Type())
}

func copyValues[T any](to array.Builder, from arrow.Array, value func(int) T) error {
	dst, ok := to.(interface{ UnsafeAppend(T) })
	if !ok {
		return fmt.Errorf("cannot copy %s into %s", from.DataType(), to.Type())
	}
	for i := range from.Len() {
		if from.IsNull(i) {
			to.AppendNull()
		} else {
			dst.UnsafeAppend(value(i))
		}
	}
	return nil
}
