package linkage

import "kartoteka/pipelines/kernel/similar"

// Places of the comparisons in a vector; other fields follow from atOther.
const (
	atGiven = iota
	atFamily
	atSuffix
	atGender
	atCompany
	atBirth
	atEmail
	atEmailName
	atHint
	atPhone
	atAddress
	atSource
	atOther
)

// Levels of values that are equal, alike or different.
const (
	valueEqual = iota + 1
	valueSimilar
	valueDifferent
)

// Levels of a day of birth.
const (
	birthEqual = iota + 1
	birthSlip
	birthYear
	birthNear
	birthDifferent
)

// Levels of an address.
const (
	addressEqual     = iota + 1
	addressNoUnit    // the same house, the flat on one side only
	addressSimilar   // the same house, typed differently
	addressPostcode  // the same postcode
	addressCity      // the same place
	addressDifferent // another place
)

// comparer compares pairs of rows. It belongs to one worker.
type comparer struct {
	q                                                                *prepared
	cachedGiven, cachedFamily, cachedCross, cachedStreet, cachedCity *cache
	cachedOther                                                      []*cache
	sound                                                            map[uint32][]string // family code -> codes of its sound
}

func newComparer(q *prepared) *comparer {
	c := &comparer{q: q, cachedGiven: newCache(), cachedFamily: newCache(), cachedCross: newCache(), cachedStreet: newCache(), cachedCity: newCache(), sound: map[uint32][]string{}}
	for range q.Other {
		c.cachedOther = append(c.cachedOther, newCache())
	}
	return c
}

// compare fills the vector of a pair. It is symmetric.
func (c *comparer) compare(a, b uint32, v *vector) {
	c.begin(a, b, v)
	c.finish(a, b, v)
}

// begin compares names and days of birth, which most pairs of strangers fail.
func (c *comparer) begin(a, b uint32, v *vector) {
	*v = vector{}
	q := c.q
	c.nameLevels(a, b, v)
	if q.Birth != nil {
		v.level[atBirth] = birthLevel(q.Birth[a], q.Birth[b])
		if v.level[atBirth] == birthEqual {
			v.count[atBirth] = q.freq.birth[q.Birth[a]]
		}
	}
}

// finish compares the other fields.
func (c *comparer) finish(a, b uint32, v *vector) {
	q := c.q
	v.level[atSuffix] = exact(q.Suffix.At(a), q.Suffix.At(b))
	if g := v.level[atGiven]; g == 0 || g == givenInitial || g == givenLoose { // else the given name says it
		v.level[atGender] = exact(q.Gender.At(a), q.Gender.At(b))
	}
	c.companyLevel(a, b, v)
	c.emailLevel(a, b, v)
	c.hintLevel(a, b, v)
	c.phoneLevel(a, b, v)
	c.addressLevel(a, b, v)
	c.sourceLevel(a, b, v)
	for i := range q.Other {
		c.otherLevel(i, a, b, v)
	}
}

func exact(a, b uint32) uint8 {
	switch {
	case a == 0 || b == 0:
		return 0
	case a == b:
		return valueEqual
	}
	return valueDifferent
}

func birthLevel(a, b int32) uint8 {
	if a == 0 || b == 0 {
		return 0
	}
	switch similar.Dates(a, b) {
	case similar.DateEqual:
		return birthEqual
	case similar.DateSlip:
		return birthSlip
	case similar.DateYear:
		return birthYear
	case similar.DateNear:
		return birthNear
	}
	return birthDifferent
}

func (c *comparer) companyLevel(a, b uint32, v *vector) {
	x, y := c.q.Company.At(a), c.q.Company.At(b)
	switch {
	case x == 0 && y == 0:
		return
	case x == 0 || y == 0: // a firm is no person
		v.level[atCompany] = valueDifferent
		return
	case x == y:
		v.level[atCompany] = valueEqual
		v.count[atCompany] = c.q.freq.company[x]
		return
	}
	s, t := c.q.Company.Values[x], c.q.Company.Values[y]
	v.level[atCompany] = valueDifferent
	if similar.Distance(s, t, 2) <= 2 && min(len(s), len(t)) >= 6 || jaroWinkler(s, t) >= 0.94 {
		v.level[atCompany] = valueSimilar
	}
}

// Levels of two sources: different ones, the same, and the same by name for the
// first of them.
const (
	sourceOther = iota + 1
	sourceSame
)

func (c *comparer) sourceLevel(a, b uint32, v *vector) {
	x, y := c.q.Source.At(a), c.q.Source.At(b)
	switch {
	case x == 0 || y == 0:
	case x != y:
		v.level[atSource] = sourceOther
	default:
		v.level[atSource] = sourceSame
		if x <= namedSources {
			v.level[atSource] += uint8(x)
		}
	}
}

func (c *comparer) phoneLevel(a, b uint32, v *vector) {
	x, y := c.q.Phone.At(a), c.q.Phone.At(b)
	v.level[atPhone] = exact(x, y)
	switch v.level[atPhone] {
	case valueEqual:
		v.count[atPhone] = c.q.freq.phone[x]
	case valueDifferent:
		if oneSlip(c.q.Phone.Values[x], c.q.Phone.Values[y]) {
			v.level[atPhone] = valueSimilar
		}
	}
}

func (c *comparer) otherLevel(i int, a, b uint32, v *vector) {
	column := &c.q.Other[i].Column
	x, y := column.At(a), column.At(b)
	at := atOther + i
	v.level[at] = exact(x, y)
	switch v.level[at] {
	case valueEqual:
		v.count[at] = c.q.freq.other[i][x]
	case valueDifferent:
		v.level[at] = c.cachedOther[i].get(x, y, func(x, y uint32) uint8 {
			s, t := column.Values[x], column.Values[y]
			if len(s) == 1 && t[:1] == s || len(t) == 1 && s[:1] == t { // the initial of a second name
				return valueSimilar
			}
			if jaroWinkler(s, t) >= 0.9 || similar.Distance(s, t, 1) <= 1 && len(s) > 4 {
				return valueSimilar
			}
			return valueDifferent
		})
	}
}

// oneSlip tells whether two texts of one letter's difference in length or none
// differ by one slip. One slip leaves the beginning or the end as it is, which
// settles nearly all pairs at once.
func oneSlip(x, y string) bool {
	n := min(len(x), len(y))/2 - 1
	if n < 1 || max(len(x), len(y))-min(len(x), len(y)) > 1 || x[:n] != y[:n] && x[len(x)-n:] != y[len(y)-n:] {
		return n < 1 && similar.Distance(x, y, 1) <= 1
	}
	return similar.Distance(x, y, 1) <= 1
}
