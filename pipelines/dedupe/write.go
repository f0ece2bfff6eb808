package dedupe

import (
	"context"
	"fmt"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// Tables that exist only while the step runs.
const (
	rowMap      = "dedupe_row_map"      // rid, contact_id
	todayEvents = "dedupe_today_events" // contact_id, event, other_id
)

// write makes the tables of the step. Side tables that nobody reads are left out.
func (s *step) write(ctx context.Context, r *pipelines.Run, c *contacts) error {
	m := s.o.Makes
	for _, t := range []struct {
		name string
		make func(context.Context, *pipelines.Run, *contacts) error
	}{
		{s.name, s.writeContacts}, {m.Sources, s.writeSources}, {m.Households, s.writeHouseholds},
		{m.Events, s.writeEvents}, {m.Pairs, s.writePairs}, {m.Consents, s.writeConsents}, {m.Fields, s.writeFields},
		{m.Companies, s.writeCompanies},
	} {
		if t.name != s.name && !r.Wanted(t.name) {
			continue
		}
		if err := t.make(ctx, r, c); err != nil {
			return fmt.Errorf("make %s: %w", t.name, err)
		}
	}
	return nil
}

// has is a column of the table read (alias t), or a typed NULL.
func (s *step) has(column, sqlType string) duck.Fragment {
	if s.columns[column] {
		return duck.Fragment("CAST(t." + duck.Ident(column) + " AS " + sqlType + ")")
	}
	return duck.Fragment("CAST(NULL AS " + sqlType + ")")
}

// batchRows is the size of the batches handed to the database.
const batchRows = 1 << 15

// fill makes a table of n rows; add appends row i.
func fill(ctx context.Context, r *pipelines.Run, table string, n int, fields []arrow.Field, add func(b *array.RecordBuilder, i int)) error {
	schema := arrow.NewSchema(fields, nil)
	return r.Make(ctx, table, schema, func(yield func(arrow.RecordBatch) error) error {
		b := duck.Builder(schema)
		defer b.Release()
		for i := range n {
			add(b, i)
			if (i+1)%batchRows == 0 || i+1 == n {
				batch := b.NewRecordBatch()
				err := yield(batch)
				batch.Release()
				if err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func textField(names ...string) []arrow.Field {
	var out []arrow.Field
	for _, n := range names {
		out = append(out, arrow.Field{Name: n, Type: arrow.BinaryTypes.String, Nullable: true})
	}
	return out
}

// appendText appends a text, NULL when empty.
func appendText(b *array.RecordBuilder, column int, s string) {
	f := b.Field(column).(*array.StringBuilder)
	if s == "" {
		f.AppendNull()
		return
	}
	f.Append(s)
}
