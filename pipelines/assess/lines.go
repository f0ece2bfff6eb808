package assess

import (
	"context"
	"fmt"
	"sort"
	"strings"

	"kartoteka/pipelines/duck"
)

// Kinds of lines of the inventory.
const (
	kindField  = "field"  // of the table read, judged by cleanse
	kindColumn = "column" // as the source delivered it
)

// unknown stands for a count that is not known.
const unknown = -1

// line is one row of collection_fields.
type line struct {
	source, field, kind, cut, value          string
	rows, filled, placeholder, valid, usable int64
	distinct, sensitive                      int64
	readAs, usedBy                           string
}

func (l line) before(o line) bool {
	a := [...]string{l.source, l.kind, l.field, l.cut, l.value}
	b := [...]string{o.source, o.kind, o.field, o.cut, o.value}
	for i := range a {
		if a[i] != b[i] {
			return a[i] < b[i]
		}
	}
	return false
}

// inventory counts the fields of a table by source and, with by, by the
// values of a column.
func inventory(ctx context.Context, db *duck.DB, t relation, by string) ([]line, error) {
	fields := fieldsOf(t)
	if len(fields) == 0 {
		return nil, nil
	}
	cut, value := "all", "'all'"
	if by != "" {
		cut, value = by, "COALESCE(NULLIF(TRIM(CAST("+duck.Ident(by)+" AS VARCHAR)), ''), '(none)')"
	}
	query, err := duck.Render(files, "sql/inventory.sql", duck.Args{
		"table": duck.Name(t.name), "source": duck.Fragment(sourceOf(t)), "value": duck.Fragment(value), "counts": counted(fields)})
	if err != nil {
		return nil, err
	}
	var out []line
	err = db.Rows(ctx, query, func(scan func(...any) error) error {
		var source, group string
		var rows int64
		counts := make([]int64, 5*len(fields))
		dest := []any{&source, &group, &rows}
		for i := range counts {
			dest = append(dest, &counts[i])
		}
		if err := scan(dest...); err != nil {
			return err
		}
		for i, f := range fields {
			c := counts[5*i:]
			out = append(out, line{source: source, field: f.name, kind: kindField, cut: cut, value: group, rows: rows,
				filled: c[0], placeholder: c[1], valid: c[2], usable: c[3], distinct: c[4], sensitive: unknown})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("count the fields of %s: %w", t.name, err)
	}
	return out, nil
}

// merge adds up lines of one name: a source may stand in several tables.
func merge(lines []line) []line {
	sort.SliceStable(lines, func(i, j int) bool { return lines[i].before(lines[j]) })
	var out []line
	for _, l := range lines {
		last := len(out) - 1
		if last < 0 || out[last].before(l) {
			out = append(out, l)
			continue
		}
		o := &out[last]
		o.rows, o.filled, o.placeholder = o.rows+l.rows, o.filled+l.filled, o.placeholder+l.placeholder
		o.usable, o.distinct = o.usable+l.usable, unknown
		o.valid, o.sensitive = both(o.valid, l.valid), both(o.sensitive, l.sensitive)
	}
	return out
}

func both(a, b int64) int64 {
	if a == unknown || b == unknown {
		return unknown
	}
	return a + b
}

// join lists words once each, in order.
func join(words []string) string {
	sort.Strings(words)
	var out []string
	for i, w := range words {
		if i == 0 || w != words[i-1] {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}
