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
const maxComparisons = 16

// vector is what comparing a pair gives: a level per field, and for levels that
// are weighed by value the frequency of that value (0: use the level's u).
type vector struct {
	level [maxComparisons]uint8
	freq  [maxComparisons]float32
}

// model holds the weights of all levels as natural logarithms.
type model struct {
	comparisons []comparison
	m, u, h     [maxComparisons][maxLevels]float64
	// prior is the share of pairs of one person among all pairs of rows, house
	// that of pairs of one household.
	prior, house float64
	rows         int
}

func newModel(q *prepared) *model {
	n := float64(max(q.Rows, 2))
	return &model{comparisons: comparisons(q.People), prior: 1 / n, house: 1 / n, rows: q.Rows}
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
		}
	}
}

// logs returns the logarithms of prior times likelihood of the three classes:
// one person, strangers, one household.
func (m *model) logs(v *vector) (same, strangers, household float64) {
	same, household = math.Log(m.prior), math.Log(m.house)
	for i := range m.comparisons {
		l := v.level[i]
		if l == 0 {
			continue
		}
		u, h := m.u[i][l], m.h[i][l]
		if f := v.freq[i]; f > 0 && m.comparisons[i].levels[l].byValue {
			u = math.Log(float64(f))
			if m.comparisons[i].levels[l].personal {
				h = math.Log(float64(f) + m.comparisons[i].levels[l].h)
			}
		}
		same += m.m[i][l]
		strangers += u
		household += h
	}
	return same, strangers, household
}

// probability returns the probability that the pair is one person. Two different
// given names are two people, whatever else they share, unless they were born on
// the same day (a twin, or one person who is called by another name) or a further
// personal field agrees, such as an identity number.
func (m *model) probability(v *vector) float64 {
	p, _ := m.score(v)
	return p
}

// score returns the probability that the pair is one person and its weight in
// bits, which knows no veto.
func (m *model) score(v *vector) (p, bits float64) {
	same, strangers, household := m.logs(v)
	bits = (same - logSum(strangers, household)) / math.Ln2
	if m.vetoed(v) {
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
	if f := v.freq[i]; f > 0 && m.comparisons[i].levels[l].byValue {
		u = math.Log(float64(f))
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

// twoPeople tells whether given name and day of birth rule one person out.
func (m *model) twoPeople(v *vector) bool {
	return v.level[atGiven] == givenDifferent && v.level[atBirth] != birthEqual && v.level[atBirth] != birthSlip
}

// vetoed tells whether a rule refuses the pair whatever its weights are.
func (m *model) vetoed(v *vector) bool { return m.twoPeople(v) && !m.agreesOther(v) }
