package linkage

import (
	"cmp"
	"slices"
	"strings"
)

// Words of Result.Evidence besides the names of fields.
const (
	Known   = "known"   // joined by a known identity
	Decided = "decided" // joined by a human
	Former  = "former"  // one contact on an earlier day
	Single  = "single"  // stands alone
)

// evidence names the fields on which a row agrees with the row that holds it,
// the most telling first: email, phone, birth_date, name, address, company.
func (s *clusters) evidence(row uint32) string {
	l := s.link[row]
	switch {
	case l.By == ByKnown:
		return Known
	case l.By == ByDecision:
		return Decided
	case l.By == ByFormer:
		return Former
	case l.To == row:
		return Single
	}
	var v vector
	s.c.compare(min(row, l.To), max(row, l.To), &v)
	var words []string
	for _, at := range [...]int{atEmail, atPhone, atBirth} {
		if s.agrees(at, &v) {
			words = append(words, s.m.comparisons[at].name)
		}
	}
	if s.agrees(atGiven, &v) || s.agrees(atFamily, &v) {
		words = append(words, "name")
	}
	for at := atAddress; at < len(s.m.comparisons); at++ {
		if s.agrees(at, &v) {
			words = append(words, s.m.comparisons[at].name)
		}
	}
	if s.agrees(atCompany, &v) {
		words = append(words, "company")
	}
	return strings.Join(words, "+")
}

func (s *clusters) agrees(at int, v *vector) bool {
	return s.m.comparisons[at].levels[v.level[at]].agrees
}

func sortPairs(pairs []Pair) {
	slices.SortFunc(pairs, func(x, y Pair) int {
		return cmp.Or(cmp.Compare(y.Probability, x.Probability), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
}
