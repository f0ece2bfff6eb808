package check

import (
	"fmt"

	"kartoteka/config"
	"kartoteka/pipelines/duck"
)

// tableMeasures are aggregates of the whole table.
func (r *rule) tableMeasures(s setting) []*measure {
	rows := "COUNT(*) FILTER (WHERE " + r.when() + ")"
	switch {
	case r.RowCount != nil:
		return []*measure{{name: "row_count", table: outside(rows, r.RowCount.Min, r.RowCount.Max), measured: rows}}
	case r.Freshness != nil:
		f := r.Freshness
		latest := fmt.Sprintf("MAX(%s) FILTER (WHERE %s)", stamp(f.Column), r.when())
		return []*measure{{name: "freshness " + f.Column.Value, columns: []config.Text{f.Column}, table: "COALESCE(" + latest + " < " + f.oldest(s) + ", TRUE)", measured: latest}}
	case r.Measure != nil:
		f := r.Measure
		value := f.value(r, s)
		return []*measure{{name: f.Figure + " " + f.Column.Value, columns: []config.Text{f.Column}, table: "COALESCE(" + outside(value, f.Min, f.Max) + ", FALSE)", measured: value}}
	case r.Matches != nil:
		return []*measure{r.reconciled(s)}
	}
	return nil
}

// value is the figure as an aggregate of one scan; the most common value takes a query of its own. NULL when no row has a
// value.
func (f *figure) value(r *rule, s setting) string {
	only := " FILTER (WHERE " + r.when() + ")"
	c := col(f.Column)
	switch f.Figure {
	case "sum":
		return "CAST(SUM(" + exact(f.Column, s) + ")" + only + " AS DOUBLE)"
	case "mean":
		return "CAST(SUM(" + exact(f.Column, s) + ")" + only + " AS DOUBLE) / NULLIF(COUNT(" + c + ")" + only + ", 0)"
	case "min", "max", "median":
		return "CAST(" + map[string]string{"min": "MIN", "max": "MAX", "median": "MEDIAN"}[f.Figure] + "(" + c + ")" + only + " AS DOUBLE)"
	case "distinct_count":
		return "COUNT(DISTINCT " + c + ")" + only
	case "null_share":
		return "CAST(COUNT(*) FILTER (WHERE " + r.when() + " AND " + c + " IS NULL) AS DOUBLE) / NULLIF(COUNT(*)" + only + ", 0)"
	}
	args := duck.Args{"table": duck.Name(s.from), "column": duck.Name(f.Column.Value), "when": duck.Fragment(r.when())}
	return "(" + render("most_common", args) + ")"
}

// reconciled compares a figure of the table with the same figure of another.
func (r *rule) reconciled(s setting) *measure {
	k := r.Matches
	m := &measure{name: "matches " + k.Table.Value, others: []needed{{table: k.Table}}, measured: "COUNT(*) FILTER (WHERE " + r.when() + ")"}
	there := "COUNT(*)"
	if k.Figure == "sum" {
		m.columns = []config.Text{k.Column}
		m.others = []needed{{k.Table, k.with()}}
		m.measured = "CAST(COALESCE(SUM(" + exact(k.Column, s) + ") FILTER (WHERE " + r.when() + "), 0) AS DOUBLE)"
		there = "CAST(COALESCE(SUM(" + duck.Ident(k.with().Value) + "), 0) AS DOUBLE)"
	}
	m.table = k.differs(m.measured, "("+render("figure", duck.Args{"other": duck.Name(k.Table.Value), "figure": duck.Fragment(there)})+")")
	return m
}
