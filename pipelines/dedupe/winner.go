package dedupe

import (
	"unicode/utf8"
)

// Words that stand for a rule where no rule decided.
const (
	onlyValue = "only_value" // one row has a value
	allEqual  = "all_equal"  // every row that has one has the same
	laterKey  = "later_key"  // all rules were even
)

// Winner tells whose value of a field stands in a contact, and why.
type Winner struct {
	Field      string
	Row        uint32
	Rule       string // the rule after which no other value was left
	Candidates int    // rows that have a value
	Conflicts  int    // of them, those whose value is another
}

// winners tells of every surviving field of a contact.
func (c *contacts) winners(x *contact) []Winner {
	exchanged := c.exchanged(x)
	var out []Winner
	for _, f := range []struct {
		field string
		row   int
	}{{"name", x.name}, {"company", x.company}, {"gender", x.gender}, {"birth_date", x.birth}, {"email", x.email}, {"phone", x.phone}, {"address", x.address}} {
		if f.row == noRow {
			continue
		}
		h := c.choosers[f.field]
		var candidates []uint32
		for _, row := range x.rows {
			if h.has(row) && !(f.field == "name" && exchanged[row]) && (!contains(h.rules, "complete") || c.in.complete[row]) {
				candidates = append(candidates, row)
			}
		}
		w := h.winner(uint32(f.row), candidates)
		if f.field == "name" && x.family != noRow && words(c.text("family_name", x.family)) == words(c.text("family_name", x.name)) {
			w.Row = uint32(x.family) // the same surname, with its accents
		}
		out = append(out, w)
	}
	return out
}

// winner finds the rule that decided among the candidates.
func (h *chooser) winner(row uint32, candidates []uint32) Winner {
	w := Winner{Field: h.field, Row: row, Candidates: len(candidates)}
	value := words(h.value(row))
	rest := candidates[:0:0]
	for _, other := range candidates {
		if words(h.value(other)) != value {
			w.Conflicts++
			rest = append(rest, other)
		}
	}
	switch {
	case w.Candidates <= 1:
		w.Rule = onlyValue
		return w
	case w.Conflicts == 0:
		w.Rule = allEqual
		return w
	}
	counts := h.count(candidates)
	for _, rule := range h.rules {
		var even []uint32
		for _, other := range rest {
			if h.compare(rule, row, other, counts) == 0 {
				even = append(even, other)
			}
		}
		if rest = even; len(rest) == 0 {
			w.Rule = ruleName(rule)
			return w
		}
	}
	w.Rule = laterKey
	return w
}

// accented returns the row that writes the value of a column with the most
// letters beyond ASCII, among rows that write the same words: diacritics get lost
// and are never added by mistake. The given row stands when none has more.
func (c *contacts) accented(column string, row int, rows []uint32) int {
	if row == noRow {
		return row
	}
	best, most := row, marks(c.text(column, row))
	key := words(c.text(column, row))
	for _, other := range rows {
		if n := marks(c.text(column, int(other))); n > most && words(c.text(column, int(other))) == key {
			best, most = int(other), n
		}
	}
	return best
}

// marks counts letters beyond ASCII.
func marks(s string) int {
	n := 0
	for _, r := range s {
		if r >= utf8.RuneSelf {
			n++
		}
	}
	return n
}
