package cleanse

import (
	"context"
	"fmt"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// Run makes the table and one account for it.
func (s *step) Run(ctx context.Context, r *pipelines.Run) ([]pipelines.Account, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	tables, rows, err := s.describe(ctx, r)
	if err != nil {
		return nil, err
	}
	united, conflicts := unite(tables)
	for _, t := range tables {
		if c, ok := conflicts[t.Name]; ok {
			return nil, fmt.Errorf("read %s: the column %s is %s, but %s in a table before it; cast one of them", t.Name, c.column, c.b, c.a)
		}
	}
	l := plan(united)
	schema, err := schemaOf(l.out)
	if err != nil {
		return nil, err
	}
	query, err := rowsQuery(tables, united, l)
	if err != nil {
		return nil, err
	}
	tools, err := s.tools(r)
	if err != nil {
		return nil, err
	}
	workers := make([]*worker, max(1, r.Threads))
	for i := range workers {
		workers[i] = newWorker(tools, l)
	}
	err = r.DB.Map(ctx, query, s.name.Value, schema, len(workers), func(done int64) { r.Progress(done, rows) },
		func(w int, in arrow.RecordBatch, out *array.RecordBuilder) error { return workers[w].batch(in, out) })
	if err != nil {
		return nil, fmt.Errorf("cleanse %s: %w", list(s.options.From.List), err)
	}
	counts := map[string]int64{}
	for _, w := range workers {
		for code, n := range w.counts {
			counts[code] += n
		}
	}
	if err := s.respell(ctx, r, l, tools, counts); err != nil {
		return nil, fmt.Errorf("cleanse %s: %w", list(s.options.From.List), err)
	}
	return s.account(ctx, r, rows, counts)
}

// describe takes the columns that the tables have, and counts their rows.
func (s *step) describe(ctx context.Context, r *pipelines.Run) ([]*pipelines.Table, int64, error) {
	var tables []*pipelines.Table
	var rows int64
	for _, t := range s.options.From.List {
		table := &pipelines.Table{Name: t.Value}
		declared, known := r.Table(t.Value)
		columns, err := r.DB.Describe(ctx, "SELECT * FROM "+duck.Ident(t.Value))
		if err != nil {
			return nil, 0, fmt.Errorf("describe %s: %w", t.Value, err)
		}
		for _, c := range columns {
			column := pipelines.Column{Name: c.Name, Type: c.Type}
			if known {
				if d, ok := declared.Column(c.Name); ok {
					column = d
					column.Type = c.Type
				}
			}
			table.Columns = append(table.Columns, column)
		}
		n, err := r.RowCount(ctx, t.Value)
		if err != nil {
			return nil, 0, err
		}
		tables, rows = append(tables, table), rows+n
	}
	return tables, rows, nil
}

// account counts what came out and what was changed.
func (s *step) account(ctx context.Context, r *pipelines.Run, in int64, counts map[string]int64) ([]pipelines.Account, error) {
	out, err := r.RowCount(ctx, s.name.Value)
	if err != nil {
		return nil, err
	}
	return []pipelines.Account{{
		Subject: s.name.Value, In: in, Out: out, Reasons: pipelines.Reasons(pipelines.KindChanged, counts),
	}}, nil
}
