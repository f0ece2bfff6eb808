package cleanse

import (
	"embed"
	"fmt"
	"strings"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

//go:embed sql/*.sql
var sqlFiles embed.FS

// inputPrefix marks the columns that are read as text beside those that pass.
const inputPrefix = "in_"

// rowsQuery reads the union: the columns that pass, the canonical columns as
// text, source_order.
func rowsQuery(tables []*pipelines.Table, united []pipelines.Column, l layout) (string, error) {
	var selects []string
	for i, t := range tables {
		var columns []string
		for _, c := range united {
			if _, ok := t.Column(c.Name); ok && c.Name != "source_order" {
				columns = append(columns, fmt.Sprintf("CAST(%s AS %s) AS %[1]s", duck.Ident(c.Name), c.Type))
			} else if c.Name != "source_order" {
				columns = append(columns, fmt.Sprintf("CAST(NULL AS %s) AS %s", c.Type, duck.Ident(c.Name)))
			}
		}
		columns = append(columns, fmt.Sprintf("CAST(%d AS INTEGER) AS source_order", i+1))
		selects = append(selects, "    SELECT "+strings.Join(columns, ", ")+" FROM "+duck.Ident(t.Name))
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
