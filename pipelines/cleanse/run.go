package cleanse

import (
	"context"
	"fmt"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// Run makes the table, its summary when that has a name, and one account for each
// table of from:.
func (s *step) Run(ctx context.Context, r *pipelines.Run) ([]pipelines.Account, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	tables, sizes, err := s.describe(ctx, r)
	if err != nil {
		return nil, err
	}
	rows := int64(0)
	for _, n := range sizes {
		rows += n
	}
	united, conflicts := unite(tables)
	for _, t := range tables {
		if c, ok := conflicts[t.Name]; ok {
			return nil, fmt.Errorf("read %s: the column %s is %s, but %s in a table before it; cast one of them", t.Name, c.column, c.b, c.a)
		}
	}
	l := plan(united, s.options.off, s.extras())
	schema, err := schemaOf(l.out)
	if err != nil {
		return nil, err
	}
	queries, err := rowsQueries(ctx, r.DB, tables, united, l)
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
	err = r.DB.MapAll(ctx, queries, s.name.Value, schema, len(workers), func(done int64) { r.Progress(done, rows) },
		func(w int, in arrow.RecordBatch, out *array.RecordBuilder) error { return workers[w].batch(in, out) })
	if err != nil {
		return nil, fmt.Errorf("cleanse %s: %w", list(s.options.From.List), err)
	}
	counts := make([]map[string]int64, len(tables))
	for i := range counts {
		counts[i] = map[string]int64{}
		for _, w := range workers {
			add(counts[i], w.counts[i])
		}
	}
	if err := s.respell(ctx, r, l, tools, counts); err != nil {
		return nil, fmt.Errorf("cleanse %s: %w", list(s.options.From.List), err)
	}
	accounts, err := s.accounts(ctx, r, sizes, counts)
	if err != nil || s.options.Summary.Value == "" {
		return accounts, err
	}
	return accounts, s.summarise(ctx, r, accounts)
}

// add adds counts to counts.
func add(to, more map[string]int64) {
	for code, n := range more {
		to[code] += n
	}
}

// describe takes the columns that the tables have, and counts the rows of each.
func (s *step) describe(ctx context.Context, r *pipelines.Run) ([]*pipelines.Table, []int64, error) {
	var tables []*pipelines.Table
	var rows []int64
	for _, t := range s.options.From.List {
		table := &pipelines.Table{Name: t.Value}
		declared, known := r.Table(t.Value)
		columns, err := r.DB.Describe(ctx, "SELECT * FROM "+duck.Ident(t.Value))
		if err != nil {
			return nil, nil, fmt.Errorf("describe %s: %w", t.Value, err)
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
			return nil, nil, err
		}
		tables, rows = append(tables, table), append(rows, n)
	}
	return tables, rows, nil
}

// accounts count, for each table of from:, what came out and what was changed.
func (s *step) accounts(ctx context.Context, r *pipelines.Run, in []int64, counts []map[string]int64) ([]pipelines.Account, error) {
	out := make([]int64, len(in))
	query, err := duck.Render(sqlFiles, "sql/sizes.sql", duck.Args{"made": duck.Name(s.name.Value)})
	if err != nil {
		return nil, err
	}
	err = r.DB.Rows(ctx, query, func(scan func(...any) error) error {
		var order int
		var rows int64
		if err := scan(&order, &rows); err != nil {
			return err
		}
		out[order-1] = rows
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("count %s: %w", s.name.Value, err)
	}
	var accounts []pipelines.Account
	for i, t := range s.options.From.List {
		accounts = append(accounts, pipelines.Account{
			Subject: t.Value, In: in[i], Out: out[i], Reasons: pipelines.Reasons(pipelines.KindChanged, counts[i]),
		})
	}
	return accounts, nil
}
