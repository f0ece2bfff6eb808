package linkage

import "math"

// A level is how far two rows agree on one field. Level 0 is always "absent".
type level struct {
	name string
	// m, u and h are the probabilities of the level among pairs of one person, of
	// strangers, and of two people of one household.
	m, u, h float64
	// byValue: u is the frequency of the agreed value; u above is its usual size.
	byValue bool
	// personal: the household agrees no more often than strangers do, plus h.
	personal bool
	// agrees: the level counts as evidence that is named to the user.
	agrees bool
}

// A comparison is one field with its levels.
type comparison struct {
	name   string
	levels []level
	fixed  bool // training leaves it as it is
}

// maxComparisons bounds the fields of a pair, so that a pair fits an array.
const maxComparisons = 20

// vector is what comparing a pair gives: a level per field, and for levels that
// are weighed by value how many rows have that value (0: use the level's u).
type vector struct {
	level [maxComparisons]uint8
	count [maxComparisons]uint32
	lift  float32 // how much more often the two names are met together; 0 when they do not both agree
}

// model holds the weights of all levels as natural logarithms.
type model struct {
	comparisons []comparison
	m, u, h     [maxComparisons][maxLevels]float64
	// prior is the share of pairs of one person among all pairs of rows, house
	// that of pairs of one household.
	prior, house float64
	rows         int
	oneDay       float64                                 // share of strangers born on one day
	present      [maxComparisons][maxLevels]float64      // rows that have a value, for levels weighed by it
	counted      [maxComparisons][maxLevels][][2]float64 // logarithms of u and h by count
}

func newModel(q *prepared) *model {
	n := float64(max(q.Rows, 2))
	m := &model{comparisons: comparisons(q.People), prior: 1 / n, house: 1 / n, rows: q.Rows}
	f := &q.freq
	m.present[atGiven][givenEqual], m.present[atGiven][givenVariant] = float64(f.nGiven), float64(f.nGiven)
	m.present[atFamily][familyEqual] = float64(f.nFamily)
	m.oneDay = f.sameYear() / 365
	m.present[atCompany][valueEqual] = float64(f.nCompany)
	m.present[atBirth][birthEqual] = float64(f.nBirth)
	m.present[atEmail][emailEqual] = float64(f.nEmail)
	m.present[atPhone][valueEqual] = float64(f.nPhone)
	m.present[atAddress][addressEqual], m.present[atAddress][addressSimilar] = float64(f.nAddress), float64(f.nAddress)
	m.present[atAddress][addressPostcode], m.present[atAddress][addressCity] = float64(f.nPostcode), float64(f.nCity)
	for i, n := range f.nOther {
		m.present[atOther+i][valueEqual] = float64(n)
	}
	return m
}

const maxLevels = 10

// tiny keeps probabilities away from 0.
const tiny = 1e-9

// prepareLogs computes the logarithms from the levels.
func (m *model) prepareLogs() {
	for i, c := range m.comparisons {
		for j, l := range c.levels {
			if j == 0 {
				continue
			}
			m.m[i][j] = math.Log(max(l.m, tiny))
			m.u[i][j] = math.Log(max(l.u, tiny))
			m.h[i][j] = math.Log(max(l.h, tiny))
			if l.byValue && m.present[i][j] > 0 {
				m.counted[i][j] = m.counted[i][j][:0]
				for n := range uint32(countedRows) {
					u := m.valueU(i, j, n)
					m.counted[i][j] = append(m.counted[i][j], [2]float64{math.Log(u), m.valueH(i, j, u)})
				}
			}
		}
	}
}

// countedRows is up to how many rows of a value the logarithms are kept.
const countedRows = 1 << 10

// byCount returns the logarithms of u and h for a value that n rows have.
func (m *model) byCount(i, l int, n uint32) (u, h float64) {
	if n < countedRows {
		if t := m.counted[i][l]; t != nil {
			return t[n][0], t[n][1]
		}
		return m.u[i][l], m.h[i][l]
	}
	share := m.valueU(i, l, n)
	return math.Log(share), m.valueH(i, l, share)
}

// valueU is the chance that a stranger has a value that n rows have. The rows of
// the pair itself, and those that one person has on average, are no strangers:
// what is left of n is divided by all rows. A value that no stranger is left with
// is as rare as the model's rarest value of the field.
func (m *model) valueU(i, l int, n uint32) float64 {
	own := 1.0
	partners := m.prior * float64(m.rows)
	for closer := 1; closer <= l; closer++ {
		own += ownSpread * partners * m.comparisons[i].levels[closer].m
	}
	least := 2.0
	if m.owned(i, l) {
		least = homeRows
	}
	return max((float64(n)-max(own, least))/m.present[i][l], m.rarest(i, l), tiny)
}

// homeRows is how many rows one home has of its telephone, e-mail and address:
// more look like a shared value, such as a switchboard.
const homeRows = 8

// owned tells whether the values of a level belong to one person or one home, so
// that strangers share them by mistake alone.
func (m *model) owned(i, l int) bool {
	return i == atEmail || i == atPhone || i == atAddress && l <= addressSimilar
}

// rarest is the share of strangers that have a value which is seen on the rows of
// one person alone: for a day of birth the share of people born on one day of one
// year, for other values half a row.
func (m *model) rarest(i, l int) float64 {
	switch {
	case m.owned(i, l):
		return 0.02 / m.present[i][l]
	case i == atBirth:
		return m.oneDay
	}
	return min(0.5/m.present[i][l], m.comparisons[i].levels[l].u)
}

// valueH is the logarithm of the chance that another member of the household has
// the value.
func (m *model) valueH(i, l int, u float64) float64 {
	at := &m.comparisons[i].levels[l]
	if at.personal {
		return math.Log(min(u+at.h, 1))
	}
	return math.Log(max(at.h, tiny))
}

// logs returns the logarithms of prior times likelihood of the three classes:
// one person, strangers, one household.
func (m *model) logs(v *vector) (same, strangers, household float64) {
	same, household = math.Log(m.prior), math.Log(m.house)
	for i := range m.comparisons {
		l := int(v.level[i])
		if l == 0 {
			continue
		}
		u, h := m.u[i][l], m.h[i][l]
		if n := v.count[i]; n > 0 && m.comparisons[i].levels[l].byValue {
			u, h = m.byCount(i, l, n)
		}
		same += m.m[i][l]
		strangers += u
		household += h
	}
	if v.lift > 0 {
		strangers += math.Log(float64(v.lift))
	}
	return same, strangers, household
}

// probability returns the probability that the pair is one person, 0 when a veto
// stands.
func (m *model) probability(v *vector) float64 {
	p, _ := m.score(v)
	return p
}

// score returns the probability that the pair is one person and its weight in
// bits, which knows no veto.
func (m *model) score(v *vector) (p, bits float64) {
	same, strangers, household := m.logs(v)
	bits = (same - logSum(strangers, household)) / math.Ln2
	if m.veto(v) != VetoNone {
		return 0, bits
	}
	return 1 / (1 + math.Exp2(-bits)), bits
}

// weight returns the part of one field in the score, in bits: log2(m/u). It
// leaves the household out, which has no part per field.
func (m *model) weight(i int, v *vector) float64 {
	l := v.level[i]
	if l == 0 {
		return 0
	}
	u := m.u[i][l]
	if n := v.count[i]; n > 0 && m.comparisons[i].levels[l].byValue {
		u, _ = m.byCount(i, int(l), n)
	}
	return (m.m[i][l] - u) / math.Ln2
}

// posterior returns the probabilities of the three classes, which add up to 1.
func (m *model) posterior(v *vector) (same, strangers, household float64) {
	a, b, c := m.logs(v)
	top := max(a, b, c)
	same, strangers, household = math.Exp(a-top), math.Exp(b-top), math.Exp(c-top)
	sum := same + strangers + household
	return same / sum, strangers / sum, household / sum
}

// agreesOther tells whether a further field of the table is equal.
func (m *model) agreesOther(v *vector) bool {
	for i := atOther; i < len(m.comparisons); i++ {
		if v.level[i] == valueEqual {
			return true
		}
	}
	return false
}

// veto returns the rule that refuses the pair whatever its weights are: two given
// names and two days of birth, or junior and senior. A further field that is
// equal, such as an identity number, lifts the first.
func (m *model) veto(v *vector) Veto {
	switch {
	case v.level[atSuffix] == valueDifferent:
		return VetoSuffix
	case v.level[atGiven] == givenDifferent && v.level[atBirth] == birthDifferent && !m.agreesOther(v):
		return VetoName
	}
	return VetoNone
}

// ownSpread is how many times the usual number of rows a person may have: some
// have many more than most.
const ownSpread = 2
