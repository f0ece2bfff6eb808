package dedupe

import (
	"context"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// writeFields makes the table that tells whose values stand.
func (s *step) writeFields(ctx context.Context, r *pipelines.Run, c *contacts) error {
	fields := append(textField("contact_id", "field", "source", "source_key", "rule"),
		arrow.Field{Name: "candidates", Type: arrow.PrimitiveTypes.Int32, Nullable: true}, arrow.Field{Name: "conflicts", Type: arrow.PrimitiveTypes.Int32, Nullable: true})
	schema := arrow.NewSchema(fields, nil)
	return r.Make(ctx, s.o.Makes.Fields, schema, func(yield func(arrow.RecordBatch) error) error {
		b := duck.Builder(schema)
		defer b.Release()
		for i := range c.list {
			x := &c.list[i]
			for _, w := range c.winners(x) {
				for at, text := range []string{x.id, w.Field, c.text("source", int(w.Row)), c.text("source_key", int(w.Row)), w.Rule} {
					appendText(b, at, text)
				}
				b.Field(5).(*array.Int32Builder).Append(int32(w.Candidates))
				b.Field(6).(*array.Int32Builder).Append(int32(w.Conflicts))
			}
			if (i+1)%batchRows == 0 || i+1 == len(c.list) {
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
