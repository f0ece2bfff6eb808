package pipelines

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines/duck"
)

// engineTables makes the tables that the run publishes about itself from its
// journal and accounts.
func (e *execution) engineTables(ctx context.Context) error {
	j := e.result.Journal
	rows := map[string][][]any{}
	for _, r := range j.Rejects {
		rows["rejects"] = append(rows["rejects"], []any{r.Source, r.File, r.Row, r.Raw, r.Cells, strings.Join(r.Reasons, "; ")})
	}
	for _, in := range j.Inputs {
		rows["run_inputs"] = append(rows["run_inputs"], []any{in.Source, in.File, in.SHA256, in.Bytes, in.Read, in.Accepted, in.Rejected})
	}
	for _, s := range e.result.Steps {
		for _, a := range s.Accounts {
			rows["run_accounts"] = append(rows["run_accounts"], accountRows(s, a)...)
		}
	}
	for _, c := range j.Checks {
		rows["run_checks"] = append(rows["run_checks"], []any{c.Check, c.Table, c.Rule, c.Status, c.Failing, c.Rows, c.Measured,
			c.Issues.New, c.Issues.Known, c.Issues.Accepted, c.Issues.Fixed})
	}
	rows[issuesTable] = issueRows(j.Issues)
	var err error
	if rows[historyTable], err = e.historyRows(ctx); err != nil {
		return err
	}
	for _, t := range EngineTables() {
		t.Maker = engine
		if err := e.loadRows(ctx, t, rows[t.Name]); err != nil {
			return fmt.Errorf("make %s: %w", t.Name, err)
		}
		e.tables[t.Name] = t
	}
	return nil
}

func accountRows(s StepResult, a Account) [][]any {
	label := s.Type + " " + s.Name
	var out [][]any
	for _, k := range []struct {
		kind string
		rows int64
	}{{"in", a.In}, {"added", a.Added}, {"out", a.Out}, {"rejected", a.Rejected}, {"merged", a.Merged}, {"suppressed", a.Suppressed}} {
		out = append(out, []any{int64(s.Index), label, a.Subject, k.kind, "", k.rows})
	}
	for _, r := range a.Reasons {
		out = append(out, []any{int64(s.Index), label, a.Subject, r.Kind, r.Reason, r.Rows})
	}
	return out
}

// loadRows makes a table of VARCHAR, INTEGER, BIGINT, DOUBLE and DATE columns; nil is NULL.
func (e *execution) loadRows(ctx context.Context, t *Table, rows [][]any) error {
	var fields []arrow.Field
	for _, c := range t.Columns {
		var at arrow.DataType = arrow.BinaryTypes.String
		switch c.Type {
		case "BIGINT":
			at = arrow.PrimitiveTypes.Int64
		case "INTEGER":
			at = arrow.PrimitiveTypes.Int32
		case "DOUBLE":
			at = arrow.PrimitiveTypes.Float64
		case "DATE":
			at = arrow.FixedWidthTypes.Date32
		}
		fields = append(fields, arrow.Field{Name: c.Name, Type: at, Nullable: true})
	}
	schema := arrow.NewSchema(fields, nil)
	return e.db.Load(ctx, t.Name, schema, func(yield func(arrow.RecordBatch) error) error {
		b := duck.Builder(schema)
		defer b.Release()
		for _, row := range rows {
			for i, v := range row {
				if v == nil {
					b.Field(i).AppendNull()
					continue
				}
				switch col := b.Field(i).(type) {
				case *array.StringBuilder:
					col.Append(v.(string))
				case *array.Int64Builder:
					col.Append(v.(int64))
				case *array.Int32Builder:
					col.Append(int32(v.(int64)))
				case *array.Float64Builder:
					col.Append(v.(float64))
				case *array.Date32Builder:
					col.Append(arrow.Date32FromTime(v.(time.Time)))
				}
			}
		}
		batch := b.NewRecordBatch()
		defer batch.Release()
		return yield(batch)
	})
}
