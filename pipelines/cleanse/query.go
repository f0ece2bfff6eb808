package cleanse

import (
	"context"
	"embed"
	"fmt"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

//go:embed sql/*.sql
var sqlFiles embed.FS

// inputPrefix marks the columns that are read as text beside those that pass.
const inputPrefix = "in_"

// part is some rows of a table of from:.
type part struct {
	table *pipelines.Table
	order int    // its position in from:, from 1
	piece string // condition on its rows
}

// rowsQueries read the union in its order. Tables whose rows stand in that order
// are read piece by piece, since the engine keeps a whole result.
func rowsQueries(ctx context.Context, db *duck.DB, tables []*pipelines.Table, united []pipelines.Column, l layout) ([]string, error) {
	var whole, parts []part
	ordered := true
	for i, t := range tables {
		pieces, err := db.Pieces(ctx, t.Name)
		if err != nil {
			return nil, err
		}
		if ordered && len(pieces) > 1 {
			if ordered, err = standsInOrder(ctx, db, t); err != nil {
				return nil, err
			}
		}
		whole = append(whole, part{t, i + 1, "TRUE"})
		for _, piece := range pieces {
			parts = append(parts, part{t, i + 1, piece})
		}
	}
	if !ordered || len(parts) == len(whole) {
		query, err := rowsQuery(whole, united, l)
		return []string{query}, err
	}
	queries := make([]string, len(parts))
	for i := range parts {
		var err error
		if queries[i], err = rowsQuery(parts[i:i+1], united, l); err != nil {
			return nil, err
		}
	}
	return queries, nil
}

// standsInOrder tells whether the rows of a table stand in the order of their files.
func standsInOrder(ctx context.Context, db *duck.DB, t *pipelines.Table) (bool, error) {
	if !t.Has("source_file") || !t.Has("source_row") {
		return false, nil
	}
	file, row, ordered := "", int64(0), true
	query := "SELECT source_file, source_row FROM " + duck.Ident(t.Name)
	err := db.Read(ctx, query, func(b arrow.RecordBatch) error {
		files, ok1 := b.Column(0).(*array.String)
		numbers, ok2 := b.Column(1).(*array.Int64)
		ordered = ordered && ok1 && ok2
		for i := 0; ordered && i < int(b.NumRows()); i++ {
			if files.IsNull(i) || numbers.IsNull(i) {
				ordered = false
				break
			}
			f, n := files.Value(i), numbers.Value(i)
			if f != file {
				ordered, file = f > file, strings.Clone(f)
			} else {
				ordered = n >= row
			}
			row = n
		}
		return nil
	})
	if err != nil {
		return false, fmt.Errorf("read %s: %w", t.Name, err)
	}
	return ordered, nil
}

// rowsQuery reads the union of parts: the columns that pass, the canonical columns
// as text, source_order.
func rowsQuery(parts []part, united []pipelines.Column, l layout) (string, error) {
	var selects []string
	for _, p := range parts {
		t := p.table
		var columns []string
		for _, c := range united {
			if _, ok := t.Column(c.Name); ok && c.Name != "source_order" {
				columns = append(columns, fmt.Sprintf("CAST(t.%s AS %s) AS %[1]s", duck.Ident(c.Name), c.Type))
			} else if c.Name != "source_order" {
				columns = append(columns, fmt.Sprintf("CAST(NULL AS %s) AS %s", c.Type, duck.Ident(c.Name)))
			}
		}
		columns = append(columns, fmt.Sprintf("CAST(%d AS INTEGER) AS source_order", p.order))
		selects = append(selects, "    SELECT "+strings.Join(columns, ", ")+" FROM "+duck.Ident(t.Name)+" AS t WHERE "+p.piece)
	}
	var columns []string
	for _, c := range l.passed {
		columns = append(columns, duck.Ident(c.Name))
	}
	for _, c := range l.read {
		columns = append(columns, fmt.Sprintf("CAST(%s AS VARCHAR) AS %s", duck.Ident(c), duck.Ident(inputPrefix+c)))
	}
	order := order(&pipelines.Table{Columns: united})
	return duck.Render(sqlFiles, "sql/rows.sql", duck.Args{
		"columns": duck.Fragment(strings.Join(append(columns, "source_order"), ",\n    ")),
		"union":   duck.Fragment(strings.Join(selects, "\n    UNION ALL\n")),
		"order":   duck.Fragment(strings.Join(order, ", ")),
	})
}
