package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"kartoteka/jobs/history"
	"kartoteka/pipelines/kernel/codebook"
)

// codeCount is one code of a cleanse step over its tables.
type codeCount struct {
	step, subject, word string
	rows, of            int64
}

// codesOf picks the codes of the cleanse steps out of the accounts, table by table,
// the most frequent first.
func codesOf(accounts []history.Account) []codeCount {
	in := map[[2]string]int64{}
	var codes []codeCount
	for _, a := range accounts {
		if !strings.HasPrefix(a.Step, "cleanse ") {
			continue
		}
		switch {
		case a.Kind == "in":
			in[[2]string{a.Step, a.Subject}] = a.Rows
		case a.Kind == "changed" && strings.Contains(a.Reason, ":"):
			codes = append(codes, codeCount{step: a.Step, subject: a.Subject, word: a.Reason, rows: a.Rows})
		}
	}
	for i := range codes {
		codes[i].of = in[[2]string{codes[i].step, codes[i].subject}]
	}
	slices.SortStableFunc(codes, func(a, b codeCount) int {
		return cmp.Or(strings.Compare(a.step, b.step), strings.Compare(a.subject, b.subject), cmp.Compare(b.rows, a.rows), strings.Compare(a.word, b.word))
	})
	return codes
}

// printCodes lists what cleansing changed or doubted, with what each code means.
func (m *Main) printCodes(accounts []history.Account) {
	var rows [][]string
	last := ""
	for _, c := range codesOf(accounts) {
		where := c.step + ": " + c.subject
		shown := where
		if where == last {
			shown = ""
		}
		last = where
		field, code, _ := strings.Cut(c.word, ":")
		e := codebook.Find(field, code)
		share := ""
		if c.of > 0 {
			share = fmt.Sprintf("%.2f %%", 100*float64(c.rows)/float64(c.of))
		}
		rows = append(rows, []string{shown, c.word, count(c.rows), share, e.Kind, e.Meaning})
	}
	if len(rows) == 0 {
		return
	}
	fmt.Fprintln(m.Stdout)
	m.grid(m.Stdout, []string{"cleansing of", "code", "rows ", "share ", "kind", "meaning"}, rows)
}

// printMostCodes gives one line a cleanse step: its most frequent codes.
func (m *Main) printMostCodes(accounts []history.Account) {
	const most = 3
	var steps []string
	rows := map[string]map[string]int64{}
	for _, c := range codesOf(accounts) {
		if rows[c.step] == nil {
			rows[c.step] = map[string]int64{}
			steps = append(steps, c.step)
		}
		rows[c.step][c.word] += c.rows
	}
	if len(steps) == 0 {
		return
	}
	fmt.Fprintln(m.Stdout)
	for _, step := range steps {
		var words []string
		for w := range rows[step] {
			words = append(words, w)
		}
		slices.SortFunc(words, func(a, b string) int {
			return cmp.Or(cmp.Compare(rows[step][b], rows[step][a]), strings.Compare(a, b))
		})
		var shown []string
		for _, w := range words[:min(most, len(words))] {
			shown = append(shown, w+" "+count(rows[step][w]))
		}
		if more := len(words) - len(shown); more > 0 {
			shown = append(shown, fmt.Sprintf("and %s", plural(int64(more), "more code")))
		}
		fmt.Fprintf(m.Stdout, "%s: %s\n", step, strings.Join(shown, ", "))
	}
	fmt.Fprintf(m.Stdout, "kartoteka show --codes lists all, with what they mean\n")
}
