package cleanse

import (
	"context"
	"fmt"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/codebook"
)

// summary declares the table of codes.
func (s *step) summary() *pipelines.Table {
	return &pipelines.Table{
		Name: s.options.Summary.Value, About: "how many rows of each table have each code of cleanse_codes",
		Sort: []string{"source", "field", "code"}, Key: []string{"source", "field", "code"},
		Columns: []pipelines.Column{
			text("source", "table of from: that the rows are of"),
			text("field", "field that the code is about"),
			text("code", "what was changed or doubted, as cleanse_codes has it behind the field"),
			{Name: "rows", Type: "BIGINT", Unit: "rows", Meaning: "rows that have the code"},
			{Name: "share", Type: "DOUBLE", Unit: "0-1", Meaning: "rows of all rows of the table"},
			text("kind", "whether a value was changed, is doubted, or is not there", codebook.Changed, codebook.Doubted, codebook.Absent),
			text("meaning", "what the code says"),
			text("example", "an invented example of what leads to the code"),
		},
	}
}

// summarise makes the table of codes from the accounts, which count them.
func (s *step) summarise(ctx context.Context, r *pipelines.Run, accounts []pipelines.Account) error {
	schema, err := schemaOf(s.summary().Columns)
	if err != nil {
		return err
	}
	err = r.DB.Load(ctx, s.options.Summary.Value, schema, func(yield func(arrow.RecordBatch) error) error {
		b := duck.Builder(schema)
		defer b.Release()
		for _, a := range accounts {
			for _, why := range a.Reasons {
				field, code, _ := strings.Cut(why.Reason, ":")
				e := codebook.Find(field, code)
				for i, v := range []string{a.Subject, field, code, "", "", e.Kind, e.Meaning, e.Example} {
					if to, ok := b.Field(i).(*array.StringBuilder); ok {
						appendText(to, v)
					}
				}
				b.Field(3).(*array.Int64Builder).Append(why.Rows)
				b.Field(4).(*array.Float64Builder).Append(float64(why.Rows) / float64(max(1, a.In)))
			}
		}
		batch := b.NewRecordBatch()
		defer batch.Release()
		return yield(batch)
	})
	if err != nil {
		return fmt.Errorf("make %s: %w", s.options.Summary.Value, err)
	}
	return nil
}
