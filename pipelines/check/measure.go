package check

import (
	"strings"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines/duck"
)

// measure is one thing that is measured: a rule, or one column of a rule that names several.
type measure struct {
	rule *rule
	name string

	// One of: a condition under which a row fails, an aggregate of the whole table that is TRUE when it fails, or a
	// SELECT of the failing rows.
	row, table, query string
	count             string        // cheaper SELECT of the number of rows of query, or of failing groups and of groups
	measured          string        // aggregate shown as the measured value; the failing share when empty
	groups            []config.Text // columns that name what query gives, when it gives groups of rows
	columns           []config.Text // that the table must have
	others            []needed      // columns that other tables must have
}

// needed is a column of another table.
type needed struct{ table, column config.Text }

func (m *measure) whole() bool { return m.table != "" }

// setting is what measures depend on beside their rule.
type setting struct {
	from  string
	types map[string]string // of the table's columns; empty before the run
	asOf  time.Time
}

// when limits the rows that are looked at.
func (r *rule) when() string {
	if r.When.Value == "" {
		return "TRUE"
	}
	return "COALESCE((" + r.When.Value + "), FALSE)"
}

func col(c config.Text) string { return "t." + duck.Ident(c.Value) }

// text is a column as text.
func text(c config.Text) string { return "CAST(" + col(c) + " AS VARCHAR)" }

// stamp is a DATE or TIMESTAMP column as an instant.
func stamp(c config.Text) string { return "CAST(" + col(c) + " AS TIMESTAMP)" }

// render fills in an embedded statement; a mistake in one is a mistake of this package that its tests find.
func render(file string, args duck.Args) string {
	text, err := duck.Render(files, "sql/"+file+".sql", args)
	if err != nil {
		panic(err)
	}
	return text
}

// listed joins the expressions of columns.
func listed(columns []config.Text, each func(config.Text) string, by string) duck.Fragment {
	out := make([]string, len(columns))
	for i, c := range columns {
		out[i] = each(c)
	}
	return duck.Fragment(strings.Join(out, by))
}

func ident(c config.Text) string { return duck.Ident(c.Value) }

// joined is the list of names in a rule's name.
func joined(columns []config.Text) string {
	return string(listed(columns, func(c config.Text) string { return c.Value }, ", "))
}

// measures are what a rule measures.
func (r *rule) measures(s setting) []*measure {
	for _, of := range []func(setting) []*measure{r.rowMeasures, r.queryMeasures, r.tableMeasures} {
		list := of(s)
		for _, m := range list {
			m.rule = r
			switch {
			case r.Name.Value != "" && len(list) > 1:
				m.name = r.Name.Value + " " + joined(m.columns)
			case r.Name.Value != "":
				m.name = r.Name.Value
			}
		}
		if len(list) > 0 {
			return list
		}
	}
	return nil
}
