package linkage

import "math"

// A ceiling knows the most that each field can say for one person, in natural
// logarithms of m/u.
type ceiling struct {
	prior float64 // log of prior odds
	least float64 // log odds below which a pair is given up

	// per comparison: the weight of the closest level, for two equal values, and of
	// the best other level
	equal, other [maxComparisons]float64
	postcode     float64 // of two addresses in one place at most
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
			case i == atAddress && l >= addressPostcode:
				c.postcode = max(c.postcode, w)
			default:
				c.other[i] = max(c.other[i], w)
			}
		}
	}
	c.equal[atAddress] = max(c.equal[atAddress], c.other[atAddress])
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
	sum += top.field(atEmail, q.Email.At(a), q.Email.At(b)) + top.field(atPhone, q.Phone.At(a), q.Phone.At(b)) +
		top.field(atCompany, q.Company.At(a), q.Company.At(b)) + top.field(atSource, 1, 1) +
		top.equal[atHint] + top.equal[atGender] + top.equal[atSuffix] + top.equal[atEmailName]
	if q.House.At(a) == q.House.At(b) || q.Address.At(a) == q.Address.At(b) {
		sum += top.equal[atAddress]
	} else {
		sum += top.postcode
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
