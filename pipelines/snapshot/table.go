package snapshot

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Column describes one published column. Type is one of the table types (BOOLEAN, INTEGER, BIGINT, DOUBLE,
// DECIMAL(p,s) with p <= 18, DATE, TIMESTAMP, VARCHAR). A Restricted column stands only in restricted/ and state/.
type Column struct {
	Name, Type, Unit, Meaning string
	Values                    []string
	Experimental, Restricted  bool
}

// Table is one table of a set: its published Name, the relation From (Name when empty) that holds its rows in the
// engine, what it means and which columns it has, in their order.
type Table struct {
	Name, From, About, Step string
	Of                      string // the run's table, where From is a view of it; From when empty
	Columns                 []Column
	Sort                    []string // the usual filter first
	Publish                 bool     // stands in tables/ (or restricted/)
	Restricted              bool     // the whole table stands in restricted/
	Carry                   bool     // the next run reads it
}

func (t Table) from() string {
	if t.From == "" {
		return t.Name
	}
	return t.From
}

// of is the name under which the next run looks for the table.
func (t Table) of() string {
	if t.Of == "" {
		return t.from()
	}
	return t.Of
}

func (t Table) column(name string) bool {
	return slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Name == name })
}

func (t Table) has(names ...string) bool {
	for _, n := range names {
		if !t.column(n) {
			return false
		}
	}
	return true
}

// The folders of a set.
const (
	placeTables     = "tables"
	placeRestricted = "restricted"
	placeState      = "state"
)

// part is one Parquet file to write for a table: a place and the columns that stand in it.
type part struct {
	table   Table
	place   string
	columns []Column
}

func (p part) path() string { return p.place + "/" + p.table.Name + ".parquet" }

// parts says which files a table becomes. A table with restricted columns becomes one file without them for BI and one
// in restricted/ with them and the columns that say which row they belong to; carried, it stands whole in state/ as well,
// unless its rows have contacts already: of those the next run needs the ids, not the records.
func (t Table) parts() []part {
	var out []part
	var open, closed []Column
	for _, c := range t.Columns {
		if c.Restricted {
			closed = append(closed, c)
		} else {
			open = append(open, c)
		}
	}
	switch {
	case t.Publish && t.Restricted:
		out = append(out, part{t, placeRestricted, t.Columns})
	case t.Publish && len(closed) == 0:
		out = append(out, part{t, placeTables, t.Columns})
	case t.Publish:
		out = append(out, part{t, placeTables, open}, part{t, placeRestricted, t.identified()})
	}
	if t.Carry && (!t.Publish || len(closed) > 0 && !t.Restricted && !t.column("contact_id")) {
		out = append(out, part{t, placeState, t.Columns})
	}
	return out
}

// identified are the restricted columns with those that name their row.
func (t Table) identified() []Column {
	names := append([]string{"source", "source_key", "source_file", "source_row", "contact_id"}, t.Sort...)
	var out []Column
	for _, c := range t.Columns {
		if c.Restricted || slices.Contains(names, c.Name) {
			out = append(out, c)
		}
	}
	return out
}

var columnType = regexp.MustCompile(`^(BOOLEAN|INTEGER|BIGINT|DOUBLE|DATE|TIMESTAMP|VARCHAR|DECIMAL\(([1-9]|1[0-8]),([0-9]|1[0-8])\))$`)

// conforms compares a definition with the relation that the run made: names, order and types must agree, since the
// same definition is what readers of columns.parquet are told.
func (t Table) conforms(ctx context.Context, db Engine) error {
	var faults []string
	for _, c := range t.Columns {
		if !columnType.MatchString(c.Type) {
			faults = append(faults, fmt.Sprintf("column %s has type %s, which is not a table type", c.Name, c.Type))
		}
	}
	i := 0
	err := db.Rows(ctx, "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM "+ident(t.from())+")", func(scan func(...any) error) error {
		var name, typ string
		if err := scan(&name, &typ); err != nil {
			return err
		}
		switch {
		case i >= len(t.Columns):
			faults = append(faults, fmt.Sprintf("column %s is not in the definition", name))
		case t.Columns[i].Name != name:
			faults = append(faults, fmt.Sprintf("column %d is %s, the definition says %s", i+1, name, t.Columns[i].Name))
		case t.Columns[i].Type != typ:
			faults = append(faults, fmt.Sprintf("column %s is %s, the definition says %s", name, typ, t.Columns[i].Type))
		}
		i++
		return nil
	})
	if err != nil {
		return fmt.Errorf("describe %s: %w", t.from(), err)
	}
	for ; i < len(t.Columns); i++ {
		faults = append(faults, fmt.Sprintf("column %s of the definition is missing", t.Columns[i].Name))
	}
	for _, s := range t.Sort {
		if !t.column(s) {
			faults = append(faults, fmt.Sprintf("sort column %s is not a column", s))
		}
	}
	if len(faults) > 0 {
		return fmt.Errorf("table %s: %s", t.Name, strings.Join(faults[:min(len(faults), 5)], "; "))
	}
	return nil
}

// ident quotes a name for SQL; text quotes a literal.
func ident(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
func text(s string) string  { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }
