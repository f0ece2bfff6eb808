package returns

import (
	"slices"
	"strings"

	"kartoteka/pipelines/kernel/similar"
)

// Letters that the longer of two spellings must have for one slip and for two.
const (
	oneSlipFrom = 5
	twoSlipFrom = 10
)

// sameAddress says whether two address keys are one address in two spellings: they agree in all parts but one, which
// holds no digit and differs by one letter, or two in a long one; points between its words do not count. Postcode, house number and unit must agree, so
// this does not bring neighbours together.
func sameAddress(a, b string) bool {
	if a == b {
		return true
	}
	p, q := strings.Split(a, "|"), strings.Split(b, "|")
	if len(p) != len(q) || len(p) < 4 {
		return false
	}
	differ := -1
	for i := range p {
		if p[i] == q[i] {
			continue
		}
		if differ >= 0 {
			return false
		}
		differ = i
	}
	x, y := strings.ReplaceAll(p[differ], ".", ""), strings.ReplaceAll(q[differ], ".", "")
	if strings.ContainsAny(x+y, "0123456789") {
		return false
	}
	limit := 0
	switch letters := max(len(x), len(y)); {
	case letters >= twoSlipFrom:
		limit = 2
	case letters >= oneSlipFrom:
		limit = 1
	}
	return limit > 0 && similar.Distance(x, y, limit) <= limit
}

// spellings gives every address key of one contact one spelling: that of the current address where it is the same
// address, otherwise the first in the order of the alphabet.
type spellings struct{ known []string }

func newSpellings(current string, keys []string) spellings {
	var s spellings
	if current != "" {
		s.known = append(s.known, current)
	}
	keys = slices.Clone(keys)
	slices.Sort(keys)
	for _, k := range slices.Compact(keys) {
		if s.of(k) == k && !slices.Contains(s.known, k) {
			s.known = append(s.known, k)
		}
	}
	return s
}

// of is the one spelling of a key; a key that is like none stays.
func (s spellings) of(key string) string {
	if i := slices.IndexFunc(s.known, func(other string) bool { return sameAddress(other, key) }); i >= 0 {
		return s.known[i]
	}
	return key
}

// unifySpellings rewrites the printed and new keys of all messages contact by contact.
func (r *results) unifySpellings() []spellings {
	keys := make([][]string, len(r.contacts))
	for i := range r.returns {
		x := &r.returns[i]
		if x.Contact < 0 {
			continue
		}
		for _, k := range []string{x.Printed, x.New} {
			if k != "" {
				keys[x.Contact] = append(keys[x.Contact], k)
			}
		}
	}
	all := make([]spellings, len(r.contacts))
	for c := range all {
		if len(keys[c]) > 0 {
			all[c] = newSpellings(r.before[c].Address, keys[c])
		}
	}
	for i := range r.returns {
		if x := &r.returns[i]; x.Contact >= 0 {
			x.Printed, x.New = all[x.Contact].of(x.Printed), all[x.Contact].of(x.New)
		}
	}
	return all
}
