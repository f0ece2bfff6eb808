package linkage

import (
	"cmp"
	"slices"
)

// clusters is a union-find over rows that also knows the members of each root
// and refuses unions of rows that contradict each other.
type clusters struct {
	parent  []uint32
	least   []uint32            // root -> its smallest row
	members map[uint32][]uint32 // only roots with two members or more
	known   map[uint32]uint32   // root -> known entity
	apart   map[uint32][]uint32 // root -> values of Apart among its rows, sorted
	cannot  map[uint32][]uint32 // row -> rows that are another person by decision
	link    []Link              // per row: what holds it
	c       *comparer
	m       *model
	match   float64
	review  float64
}

// A Link is what holds a row in its cluster.
type Link struct {
	Probability float64 // 1 for a row that stands alone
	To          uint32  // the row it was linked to; itself when it stands alone
	By          Reason  // why, when it was not the score
}

// A Reason joins rows without a score.
type Reason uint8

// The reasons.
const (
	ByScore    Reason = iota
	ByKnown           // a known identity
	ByDecision        // a human
	ByFormer          // one contact on an earlier day
)

func newClusters(q *prepared, m *model, match, review float64) *clusters {
	s := &clusters{
		parent: make([]uint32, q.Rows), least: make([]uint32, q.Rows), members: map[uint32][]uint32{}, known: map[uint32]uint32{}, cannot: map[uint32][]uint32{},
		link: make([]Link, q.Rows), c: newComparer(q), m: m, match: match, review: review,
	}
	for row := range s.parent {
		s.parent[row], s.least[row] = uint32(row), uint32(row)
		s.link[row] = Link{Probability: 1, To: uint32(row)}
	}
	return s
}

func (s *clusters) find(row uint32) uint32 {
	for s.parent[row] != row {
		s.parent[row] = s.parent[s.parent[row]]
		row = s.parent[row]
	}
	return row
}

func (s *clusters) rows(root uint32) []uint32 {
	if m := s.members[root]; m != nil {
		return m
	}
	return []uint32{root}
}

// nearMatch is the share of the threshold that two rows must reach for their
// clusters to be looked at.
const nearMatch = 0.95

// passes over the edges: an edge refused at first may be good enough when its
// clusters have grown and know more.
const passes = 2

// joinBest takes the edges from the strongest to the weakest. Equal edges are
// taken in the order of their rows.
func (s *clusters) joinBest(edges []edge) {
	slices.SortFunc(edges, func(x, y edge) int {
		return cmp.Or(cmp.Compare(y.p, x.p), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	refused := map[[2]uint32]int{} // two roots -> rows they had when they were refused
	for range passes {
		for _, e := range edges {
			x, y := s.find(e.a), s.find(e.b)
			if x == y {
				continue
			}
			if e.p < nearMatch*s.match {
				break
			}
			roots, rows := [2]uint32{min(x, y), max(x, y)}, len(s.rows(x))+len(s.rows(y))
			if refused[roots] == rows { // nothing has changed since
				continue
			}
			p, ok := s.judge(x, y, e.p)
			if ok {
				s.union(x, y, edge{e.a, e.b, p}, ByScore)
			} else if rows > 2 {
				refused[roots] = rows
			}
		}
	}
}

// union joins two roots. The rows of the smaller side are held by this edge when
// it is weaker than what held them so far; of equal sides the one with the later
// first row counts as the smaller.
func (s *clusters) union(x, y uint32, e edge, by Reason) {
	a, b := s.rows(x), s.rows(y)
	if len(a) < len(b) || len(a) == len(b) && s.least[x] > s.least[y] {
		x, y, a, b = y, x, b, a
		e.a, e.b = e.b, e.a
	}
	if s.find(e.a) != x {
		e.a, e.b = e.b, e.a
	}
	for _, row := range b {
		if to := &s.link[row]; to.To == row || e.p < to.Probability {
			*to = Link{Probability: e.p, To: e.a, By: by}
		}
	}
	if len(a) == 1 && s.link[a[0]].To == a[0] {
		s.link[a[0]] = Link{Probability: e.p, To: e.b, By: by}
	}
	s.parent[y] = x
	s.least[x] = min(s.least[x], s.least[y])
	if len(a) == 1 {
		a = []uint32{x}
	}
	s.members[x] = append(a, b...)
	delete(s.members, y)
	if entity, ok := s.known[y]; ok {
		s.known[x] = entity
		delete(s.known, y)
	}
	if more := s.apart[y]; more != nil {
		s.apart[x] = append(s.apart[x], more...)
		delete(s.apart, y)
	}
}

// maxSide bounds the rows of each cluster that a union looks at; of larger ones
// every n-th row stands for all.
const maxSide = 16

// judge returns the probability that two clusters are one person, and whether
// they may be joined. p is the probability of the pair of rows that suggests it.
//
// Two clusters are compared as wholes: field by field the closest pair of their
// rows counts. One row may know the telephone and another the e-mail; together
// they say more than each pair of rows does, for the union or against it. Pairs of
// rows that contradict each other must not outnumber those that are one person by
// themselves.
func (s *clusters) judge(x, y uint32, p float64) (float64, bool) {
	if s.forbidden(x, y) {
		return 0, false
	}
	left, right := sampled(s.rows(x)), sampled(s.rows(y))
	if len(left) == 1 && len(right) == 1 {
		return p, p >= s.match
	}
	var best, v vector
	apart := false // two full given names have nothing in common
	agree, against := 0, 0
	for _, a := range left {
		for _, b := range right {
			s.c.compare(min(a, b), max(a, b), &v)
			switch p := s.m.probability(&v); {
			case p >= s.match:
				agree++
			case p < s.review && contradict(&v):
				against++
			}
			apart = apart || v.level[atGiven] == givenDifferent
			best.improve(&v)
		}
	}
	if against > agree {
		return 0, false
	}
	if apart && best.level[atGiven] == givenInitial {
		best.level[atGiven] = givenDifferent // an initial that fits both does not make them one
	}
	p = s.m.probability(&best)
	return p, p >= s.match
}

// sampled is at most maxSide of the rows.
func sampled(rows []uint32) []uint32 {
	if len(rows) <= maxSide {
		return rows
	}
	out := make([]uint32, maxSide)
	for i := range out {
		out[i] = rows[i*len(rows)/maxSide]
	}
	return out
}

// improve takes over every field in which w is closer than v. Of equal levels
// the more frequent value counts, which says less.
func (v *vector) improve(w *vector) {
	v.lift = max(v.lift, w.lift)
	for i := range v.level {
		switch {
		case w.level[i] == 0:
		case v.level[i] == 0 || w.level[i] < v.level[i]:
			v.level[i], v.count[i] = w.level[i], w.count[i]
		case w.level[i] == v.level[i]:
			v.count[i] = max(v.count[i], w.count[i])
		}
	}
}

// contradict tells whether two rows can hardly be one person: given name and day
// of birth have nothing in common, one is junior and the other senior, or one is
// a firm.
func contradict(v *vector) bool {
	return v.level[atGiven] == givenDifferent && v.level[atBirth] == birthDifferent ||
		v.level[atSuffix] == valueDifferent || v.level[atCompany] == valueDifferent
}
