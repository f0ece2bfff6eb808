package check

import (
	"fmt"
	"strings"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines/duck"
)

// measure is one thing that is measured: a rule, or one column of a not_null rule.
type measure struct {
	rule *rule
	name string
	node config.Node // where it stands

	// One of: a condition under which a row fails, an aggregate of the whole table that is TRUE when it fails, or a
	// SELECT of the failing rows.
	row, table, query string
	count             string // cheaper SELECT of the number of rows of query
	measured          string // aggregate shown as the measured value; the failing rows when empty
	columns           []config.Text
	reads             []string // further tables
}

func (m *measure) whole() bool { return m.table != "" }

// where limits the rows that are looked at.
func (r *rule) where() string {
	if r.Where.Value == "" {
		return "TRUE"
	}
	return "COALESCE((" + r.Where.Value + "), FALSE)"
}

func col(c config.Text) string { return "t." + duck.Ident(c.Value) }

// render fills in an embedded statement; a mistake in one is a mistake of this package that its tests find.
func render(file string, args duck.Args) string {
	text, err := duck.Render(files, "sql/"+file+".sql", args)
	if err != nil {
		panic(err)
	}
	return text
}

func (r *rule) unique(from string) measure {
	var names, quoted, filled, equal []string
	for _, c := range r.Unique {
		names, quoted, filled = append(names, c.Value), append(quoted, col(c)), append(filled, col(c)+" IS NOT NULL")
		equal = append(equal, "d."+duck.Ident(c.Value)+" = "+col(c))
	}
	args := duck.Args{"table": duck.Name(from), "columns": duck.Fragment(strings.Join(quoted, ", ")), "equal": duck.Fragment(strings.Join(equal, " AND ")),
		"where": duck.Fragment(r.where() + " AND " + strings.Join(filled, " AND "))}
	return measure{name: "unique " + strings.Join(names, ", "), node: r.Unique[0].At, columns: r.Unique, query: render("unique", args), count: render("unique_count", args)}
}

// fresh compares the latest value with the end of as_of; a date is as old as its day.
func (r *rule) fresh(types map[string]string, asOf time.Time) measure {
	f := r.Freshness
	if types[f.Column.Value] != "DATE" {
		asOf = asOf.AddDate(0, 0, 1)
	}
	limit := asOf.Add(-f.MaxAge.Duration).Format("TIMESTAMP '2006-01-02 15:04:05'")
	latest := fmt.Sprintf("MAX(CAST(%s AS TIMESTAMP)) FILTER (WHERE %s)", col(f.Column), r.where())
	return measure{name: "freshness " + f.Column.Value, node: f.Column.At, columns: []config.Text{f.Column}, table: "COALESCE(" + latest + " < " + limit + ", TRUE)", measured: latest}
}

// kinds counts how many kinds of rule are set.
func (r *rule) kinds() int {
	n := 0
	for _, set := range []bool{len(r.Unique) > 0, len(r.NotNull) > 0, r.Accepted != nil, r.Range != nil, r.Regex != nil, r.RowCount != nil, r.Freshness != nil, r.ForeignKey != nil, r.SQL.Value != ""} {
		if set {
			n++
		}
	}
	return n
}

// measures are what a rule measures. from is the table, types are those of its columns (empty before the run).
func (r *rule) measures(from string, types map[string]string, asOf time.Time) []*measure {
	one := func(m measure) []*measure {
		m.rule = r
		if r.Name.Value != "" {
			m.name = r.Name.Value
		}
		return []*measure{&m}
	}
	switch {
	case len(r.Unique) > 0:
		return one(r.unique(from))
	case len(r.NotNull) > 0:
		var out []*measure
		for _, c := range r.NotNull {
			m := one(measure{name: "not_null " + c.Value, node: c.At, columns: []config.Text{c}, row: col(c) + " IS NULL"})[0]
			if r.Name.Value != "" && len(r.NotNull) > 1 {
				m.name += " " + c.Value
			}
			out = append(out, m)
		}
		return out
	case r.Accepted != nil:
		a := r.Accepted
		values := make([]string, len(a.Values))
		for i, v := range a.Values {
			values[i] = duck.Quote(v)
		}
		return one(measure{name: "accepted " + a.Column.Value, node: a.Column.At, columns: []config.Text{a.Column},
			row: "CAST(" + col(a.Column) + " AS VARCHAR) NOT IN (" + strings.Join(values, ", ") + ")"})
	case r.Range != nil:
		b := r.Range
		var out []string
		if b.Min.Value != "" {
			out = append(out, col(b.Column)+" < "+duck.Quote(b.Min.Value))
		}
		if b.Max.Value != "" {
			out = append(out, col(b.Column)+" > "+duck.Quote(b.Max.Value))
		}
		return one(measure{name: "range " + b.Column.Value, node: b.Column.At, columns: []config.Text{b.Column}, row: "(" + strings.Join(out, " OR ") + ")"})
	case r.Regex != nil:
		return one(measure{name: "regex " + r.Regex.Column.Value, node: r.Regex.Column.At, columns: []config.Text{r.Regex.Column},
			row: "NOT regexp_matches(" + col(r.Regex.Column) + ", " + duck.Quote(r.Regex.Pattern.Value) + ")"})
	case r.RowCount != nil:
		return one(measure{name: "row_count", table: r.RowCount.outside(r.where()), measured: "COUNT(*) FILTER (WHERE " + r.where() + ")"})
	case r.Freshness != nil:
		return one(r.fresh(types, asOf))
	case r.ForeignKey != nil:
		k := r.ForeignKey
		there := k.References.Value
		if there == "" {
			there = k.Column.Value
		}
		args := duck.Args{"table": duck.Name(from), "other": duck.Name(k.Table.Value), "column": duck.Name(k.Column.Value), "there": duck.Name(there), "where": duck.Fragment(r.where())}
		return one(measure{name: "foreign_key " + k.Column.Value, node: k.Column.At, columns: []config.Text{k.Column}, reads: []string{k.Table.Value}, query: render("foreign_key", args)})
	}
	return one(measure{name: "sql", node: r.SQL.At, query: strings.TrimRight(strings.TrimSpace(r.SQL.Value), "; \n\t")})
}

// outside is the aggregate that is TRUE when the number of rows lies outside.
func (c *rowCount) outside(where string) string {
	n := "COUNT(*) FILTER (WHERE " + where + ")"
	cond := []string{"FALSE"}
	if c.Min != nil {
		cond = append(cond, fmt.Sprintf("%s < %d", n, *c.Min))
	}
	if c.Max != nil {
		cond = append(cond, fmt.Sprintf("%s > %d", n, *c.Max))
	}
	return "(" + strings.Join(cond, " OR ") + ")"
}
