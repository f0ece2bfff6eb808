package returns

import (
	"slices"
	"strings"

	"kartoteka/pipelines/kernel/returnpolicy"
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

// spellings gives address keys one spelling each: the first known one that is the same address.
type spellings struct{ known map[string][]string }

// newSpellings knows the current address first, then keys in the order of the alphabet.
func newSpellings(current string, keys []string) spellings {
	s := spellings{known: map[string][]string{}}
	s.learn(current)
	keys = slices.Clone(keys)
	slices.Sort(keys)
	for _, k := range slices.Compact(keys) {
		s.learn(k)
	}
	return s
}

func (s spellings) learn(key string) {
	b := bucket(key)
	if key != "" && s.of(key) == key && !slices.Contains(s.known[b], key) {
		s.known[b] = append(s.known[b], key)
	}
}

// of is the one spelling of a key; a key that is like none stays.
func (s spellings) of(key string) string {
	known := s.known[bucket(key)]
	if i := slices.IndexFunc(known, func(other string) bool { return sameAddress(other, key) }); i >= 0 {
		return known[i]
	}
	return key
}

// bucket is what two spellings of one address have in common for certain: country, house number, unit.
func bucket(key string) string {
	p := strings.Split(key, "|")
	if len(p) < 4 {
		return key
	}
	return p[0] + "|" + strings.Join(p[3:], "|")
}

// unifyHomes gives contacts who live where a family moves from the spelling on the piece, so that a slip on one record
// does not leave a member of the family behind.
func (r *results) unifyHomes() {
	var left []string
	for _, x := range r.returns {
		if x.MoveType == returnpolicy.Family && x.Contact >= 0 {
			left = append(left, x.Printed)
		}
	}
	homes := newSpellings("", left)
	for c := range r.before {
		r.before[c].Address = homes.of(r.before[c].Address)
	}
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
