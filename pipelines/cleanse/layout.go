package cleanse

import (
	"fmt"
	"slices"
	"strings"

	"kartoteka/pipelines"
)

// layout is the shape of one run: which columns pass through, which are made
// and which are only read.
type layout struct {
	passed []pipelines.Column // in the order of the union; raw last of the table
	groups []group
	read   []string // canonical columns read as text
	out    []pipelines.Column

	extras
}

// extras are columns that are made on demand only.
type extras struct {
	suggests bool // addresses have a column of suggestions; it needs a reference of postcodes
	salutes  bool // names have a column of salutations
}

// mixed tells of a column that has irreconcilable types in two tables.
type mixed struct{ column, a, b string }

// unite gives the columns of the union by name, in the order of first
// appearance, and the conflicts between types.
func unite(tables []*pipelines.Table) (columns []pipelines.Column, conflicts map[string]mixed) {
	at := map[string]int{}
	conflicts = map[string]mixed{}
	for _, t := range tables {
		for _, c := range t.Columns {
			i, seen := at[c.Name]
			if !seen {
				at[c.Name] = len(columns)
				columns = append(columns, c)
				continue
			}
			wide, ok := wider(columns[i].Type, c.Type)
			if !ok {
				conflicts[t.Name] = mixed{c.Name, columns[i].Type, c.Type}
				continue
			}
			columns[i].Type = wide
			columns[i].Restricted = columns[i].Restricted || c.Restricted
		}
	}
	return columns, conflicts
}

// wider gives the type that holds both.
func wider(a, b string) (string, bool) {
	if a == b {
		return a, true
	}
	rank := map[string]int{"INTEGER": 1, "BIGINT": 2, "DOUBLE": 3}
	day := map[string]int{"DATE": 1, "TIMESTAMP": 2}
	for _, order := range []map[string]int{rank, day} {
		if order[a] > 0 && order[b] > 0 {
			if order[a] > order[b] {
				return a, true
			}
			return b, true
		}
	}
	var p1, s1, p2, s2 int
	if scan(a, &p1, &s1) && scan(b, &p2, &s2) {
		scale := max(s1, s2)
		return fmt.Sprintf("DECIMAL(%d,%d)", min(18, max(p1-s1, p2-s2)+scale), scale), true
	}
	return "", false
}

func scan(t string, precision, scale *int) bool {
	n, err := fmt.Sscanf(t, "DECIMAL(%d,%d)", precision, scale)
	return n == 2 && err == nil
}

// plan makes the layout of the united columns; groups that are off pass as they are.
func plan(united []pipelines.Column, off func(group string) bool, more extras) layout {
	types := map[string]string{}
	for _, c := range united {
		types[c.Name] = c.Type
	}
	has := func(name string) bool { _, ok := types[name]; return ok }
	l := layout{extras: more, groups: slices.DeleteFunc(groups(has, more), func(g group) bool { return off(g.name) })}
	made := map[string]bool{"cleanse_codes": true, "source_order": true}
	for _, g := range l.groups {
		for _, c := range g.columns {
			made[c.Name] = true
		}
		l.reads(has, g)
	}
	var raw []pipelines.Column
	for _, c := range united {
		switch {
		case made[c.Name] || rawText(c.Name) && !off(c.Name):
		case c.Name == "raw":
			raw = append(raw, c)
		default:
			l.passed = append(l.passed, c)
		}
	}
	l.out = append(l.out, l.passed...)
	for _, g := range l.groups {
		l.out = append(l.out, g.columns...)
	}
	l.out = append(append(l.out, ownColumns()...), raw...)
	l.passed = append(l.passed, raw...)
	return l
}

// reads notes the columns that a group reads, once each.
func (l *layout) reads(has func(string) bool, g group) {
	for _, c := range append(append([]string(nil), g.reads...), g.also...) {
		if has(c) && !strings.Contains(" "+strings.Join(l.read, " ")+" ", " "+c+" ") {
			l.read = append(l.read, c)
		}
	}
}
