package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"
)

// line is one row of a table of scores.
type line struct {
	what, country string
	score         *outcome
	bar           float64 // percent; 0: none is set
	peer, note    string
}

// manyRows bounds the wrong rows that are printed of one file.
const manyRows = 40

func (s *scorer) title(text string) { fmt.Fprintf(s.out, "\n%s\n", text) }

// table prints scores beside their bars, then what went wrong.
func (s *scorer) table(lines []line) {
	w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "  rows of\tcountry\trows\tright\t%\tbar\t\tbest peer\tnote")
	for _, l := range lines {
		bar, verdict := "", ""
		if l.bar > 0 {
			bar, verdict = fmt.Sprintf("%.1f", l.bar), "below"
			if l.score.percent() >= l.bar {
				verdict = "reached"
			}
		}
		fmt.Fprintf(w, "  %s\t%s\t%d\t%d\t%.2f\t%s\t%s\t%s\t%s\n", l.what, l.country, l.score.rows, l.score.right, l.score.percent(), bar, verdict, l.peer, l.note)
	}
	w.Flush()
}

// details prints the fields below 100 percent, the weakest groups and the most
// frequent kinds of errors.
func (s *scorer) details(what string, o *outcome) {
	if o.right == o.rows {
		return
	}
	var fields, groups, errors []string
	for _, f := range slices.Sorted(maps.Keys(o.fields)) {
		if t := o.fields[f]; t.right < t.rows {
			fields = append(fields, fmt.Sprintf("%s %.2f", f, t.percent()))
		}
	}
	for _, g := range slices.Sorted(maps.Keys(o.groups)) {
		if t := o.groups[g]; t.right < t.rows {
			groups = append(groups, fmt.Sprintf("%s %d of %d", g, t.rows-t.right, t.rows))
		}
	}
	kinds := slices.SortedFunc(maps.Keys(o.errors), func(a, b string) int {
		return cmp.Or(cmp.Compare(o.errors[b], o.errors[a]), strings.Compare(a, b))
	})
	for _, k := range kinds[:min(10, len(kinds))] {
		errors = append(errors, fmt.Sprintf("%s %d", k, o.errors[k]))
	}
	fmt.Fprintf(s.out, "  %s\n", what)
	for _, part := range []struct {
		name string
		text []string
	}{{"fields right, %", fields}, {"wrong rows by group", groups}, {"wrong together", errors}} {
		if len(part.text) > 0 {
			fmt.Fprintf(s.out, "    %-20s %s\n", part.name, strings.Join(part.text, ", "))
		}
	}
	if !s.showRows {
		return
	}
	for _, r := range o.wrong[:min(manyRows, len(o.wrong))] {
		fmt.Fprintf(s.out, "    %s %q\n", r.id, r.raw)
		for _, f := range r.fields {
			fmt.Fprintf(s.out, "      %s\n", f)
		}
	}
}

// skipped says what was not scored and why.
func (s *scorer) skipped(what, why string) {
	fmt.Fprintf(s.out, "  SKIPPED: %s: %s\n", what, why)
}
