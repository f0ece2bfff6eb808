package assess

import (
	"context"
	"fmt"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// write makes the three tables.
func (s *step) write(ctx context.Context, db *duck.DB, lines []line, supported []support, advised []advice, contacts bool) error {
	unit := "row"
	if contacts {
		unit = "contact"
	}
	fields := rowsOf(len(lines), func(i int) []any {
		l := lines[i]
		masked := l.cut != "all" && l.rows < int64(s.options.Floor)
		count := func(n int64) any {
			if masked || n == unknown {
				return nil
			}
			return n
		}
		var filled, usable any
		if !masked && l.rows > 0 {
			filled, usable = share(l.filled, l.rows), share(l.usable, l.rows)
		}
		return []any{l.source, l.field, l.kind, l.cut, l.value, count(l.rows), count(l.filled), count(l.placeholder), count(l.valid), count(l.usable),
			count(l.distinct), count(l.sensitive), filled, usable, text(l.readAs), text(l.usedBy)}
	})
	uses := rowsOf(len(supported), func(i int) []any {
		u := supported[i]
		var held, only any
		if u.contacts > 0 {
			held = share(u.held, u.contacts)
		}
		if u.kind == kindRequired {
			only = u.onlyThing
		}
		row := []any{u.use, u.kind, u.requirement, unit, u.contacts, u.held, u.missing, only, held}
		if u.unread {
			row[5], row[6], row[7], row[8] = nil, nil, nil, nil
		}
		return row
	})
	advice := rowsOf(len(advised), func(i int) []any {
		a := advised[i]
		row := []any{int64(i + 1), a.kind, text(a.source), text(a.field), text(a.use), a.affected, a.before, a.after, a.text}
		if a.kind == adviceTerm || a.kind == adviceNowhere {
			row[5], row[6], row[7] = nil, nil, nil
		} else if a.affected < int64(s.options.Floor) {
			row[5], row[6], row[7] = nil, nil, nil
			row[8] = a.text + fmt.Sprintf(" (fewer than %d)", s.options.Floor)
		}
		return row
	})
	made := s.tables()
	for i, rows := range [][][]any{fields, uses, advice} {
		if err := load(ctx, db, made[i], rows); err != nil {
			return err
		}
	}
	return nil
}

// text is NULL when empty.
func text(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func rowsOf(n int, row func(i int) []any) [][]any {
	out := make([][]any, n)
	for i := range out {
		out[i] = row(i)
	}
	return out
}

// load makes a table of rows in the columns that it declares.
func load(ctx context.Context, db *duck.DB, table *pipelines.Table, rows [][]any) error {
	var fields []arrow.Field
	for _, c := range table.Columns {
		kind := map[string]arrow.DataType{"VARCHAR": arrow.BinaryTypes.String, "BIGINT": arrow.PrimitiveTypes.Int64, "DOUBLE": arrow.PrimitiveTypes.Float64}[c.Type]
		fields = append(fields, arrow.Field{Name: c.Name, Type: kind, Nullable: true})
	}
	schema := arrow.NewSchema(fields, nil)
	b := duck.Builder(schema)
	defer b.Release()
	for _, row := range rows {
		for i, v := range row {
			switch x := v.(type) {
			case nil:
				b.Field(i).AppendNull()
			case string:
				b.Field(i).(*array.StringBuilder).Append(x)
			case int64:
				b.Field(i).(*array.Int64Builder).Append(x)
			case float64:
				b.Field(i).(*array.Float64Builder).Append(x)
			}
		}
	}
	batch := b.NewRecordBatch()
	defer batch.Release()
	err := db.Load(ctx, table.Name, schema, func(yield func(arrow.RecordBatch) error) error { return yield(batch) })
	if err != nil {
		return fmt.Errorf("load %s: %w", table.Name, err)
	}
	return nil
}
