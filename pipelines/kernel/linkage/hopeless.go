package linkage

import "math"

// A ceiling knows the most that each field can say for one person, in natural
// logarithms of m/u.
type ceiling struct {
	prior float64 // log of prior odds
	least float64 // log odds below which a pair is given up

	// per comparison: the weight of the closest level, for two equal values, and of
	// the best other level
	equal, other    [maxComparisons]float64
	postcode, place float64 // of two addresses in one postcode, or one place, at most
}

func (m *model) ceiling(leastProbability float64) *ceiling {
	c := &ceiling{prior: math.Log(m.prior), least: math.Log(leastProbability / (1 - leastProbability))}
	for i := range m.comparisons {
		for l := 1; l < len(m.comparisons[i].levels); l++ {
			u := m.u[i][l]
			if t := m.counted[i][l]; t != nil {
				u = min(u, t[0][0])
			}
			w := max(m.m[i][l]-u, 0)
			switch {
			case l == 1:
				c.equal[i] = w
			case i == atAddress && l == addressPostcode:
				c.postcode = w
			case i == atAddress && l == addressCity:
				c.place = w
			default:
				c.other[i] = max(c.other[i], w)
			}
		}
	}
	c.equal[atAddress] = max(c.equal[atAddress], c.other[atAddress], c.postcode, c.place)
	c.postcode = max(c.postcode, c.place)
	return c
}

// hopeless tells, from names and days of birth alone and from which values of the
// other fields are equal, that a pair cannot reach the least probability.
func (c *comparer) hopeless(m *model, top *ceiling, a, b uint32, v *vector) bool {
	sum := top.prior
	for _, i := range [...]int{atGiven, atFamily, atBirth} {
		l := int(v.level[i])
		if l == 0 {
			continue
		}
		u := m.u[i][l]
		if n := v.count[i]; n > 0 && m.comparisons[i].levels[l].byValue {
			u, _ = m.byCount(i, l, n)
		}
		sum += m.m[i][l] - u
	}
	if v.lift > 0 {
		sum -= math.Log(float64(v.lift))
	}
	if sum >= top.least {
		return false
	}
	q := c.q
	if v.level[atBirth] == 0 {
		sum += top.equal[atHint]
	}
	sum += c.emailCeiling(top, q.Email.At(a), q.Email.At(b)) + c.phoneCeiling(top, q.Phone.At(a), q.Phone.At(b)) +
		top.field(atCompany, q.Company.At(a), q.Company.At(b)) + max(top.equal[atSource], top.other[atSource]) +
		top.field(atGender, q.Gender.At(a), q.Gender.At(b)) + top.field(atSuffix, q.Suffix.At(a), q.Suffix.At(b))
	switch {
	case c.maybeOneHouse(a, b):
		sum += top.equal[atAddress]
	case q.Postcode.At(a) == q.Postcode.At(b):
		sum += top.postcode
	default:
		sum += top.place
	}
	for i := range q.Other {
		sum += top.field(atOther+i, q.Other[i].At(a), q.Other[i].At(b))
	}
	return sum < top.least
}

// field is the most that a field can say about two codes.
func (top *ceiling) field(i int, x, y uint32) float64 {
	switch {
	case x == 0 || y == 0:
		return 0
	case x == y:
		return max(top.equal[i], top.other[i])
	}
	return top.other[i]
}

// maybeOneHouse tells whether two addresses can be more than in one place.
func (c *comparer) maybeOneHouse(a, b uint32) bool {
	q := c.q
	if x := q.Address.At(a); x != 0 && x == q.Address.At(b) {
		return true
	}
	h := q.House.At(a)
	return h != 0 && h == q.House.At(b) || q.Box.At(a) != 0
}

// emailCeiling is the most that two e-mail addresses can say.
func (c *comparer) emailCeiling(top *ceiling, x, y uint32) float64 {
	switch {
	case x == 0 || y == 0:
		return 0
	case x == y:
		return top.equal[atEmail] + max(top.equal[atEmailName], top.other[atEmailName])
	case c.q.quick.email[x].unlike(&c.q.quick.email[y]):
		return 0
	}
	return top.other[atEmail]
}

// phoneCeiling is the most that two telephones can say.
func (c *comparer) phoneCeiling(top *ceiling, x, y uint32) float64 {
	switch {
	case x == 0 || y == 0:
		return 0
	case x == y:
		return top.equal[atPhone]
	}
	if p, q := c.q.quick.phone[x], c.q.quick.phone[y]; p[0] != q[0] && p[1] != q[1] {
		return 0 // one slip leaves the beginning or the end as it is
	}
	return top.other[atPhone]
}

// halves hashes the two ends of a telephone that one slip leaves as they are.
func halves(s string) [2]uint32 {
	n := len(s)/2 - 2
	if n < 1 {
		return [2]uint32{}
	}
	return [2]uint32{uint32(textHash(s[:n])), uint32(textHash(s[len(s)-n:]))}
}
