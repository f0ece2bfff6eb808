package linkage

import (
	"cmp"
	"math"
	"slices"
)

// An Explainer says why two rows are, or are not, one person.
type Explainer struct {
	q  *prepared
	m  *model
	c  *comparer
	at []uint32 // per row of the table: its place; nil for itself
}

// A Waterfall adds up the evidence about a pair of rows, in bits: the prior, the
// part of every field, and what the household takes away.
type Waterfall struct {
	Prior       float64 // log2 of the odds that two rows drawn at random are one person
	Steps       []Step  // one per field that both rows have
	Household   float64 // bits lost because two people of one household would agree alike; at most 0
	Total       float64 // sum of all
	Probability float64 // 0 when a veto stands
	Veto        Veto    // why the pair is refused whatever the sum says; empty when it is not
}

// A Step is the part of one field.
type Step struct {
	Field, Level string
	Bits         float64 // log2(m/u)
	M, U         float64 // U is the frequency of the agreed value where it has one
}

// A Veto is a rule that refuses a pair.
type Veto string

// The vetoes.
const (
	VetoNone   Veto = ""
	VetoName   Veto = "two given names and two days of birth"
	VetoSuffix Veto = "junior and senior"
)

// Pair explains two rows.
func (e *Explainer) Pair(a, b uint32) Waterfall {
	if e.at != nil {
		a, b = e.at[a], e.at[b]
	}
	var v vector
	e.c.compare(min(a, b), max(a, b), &v)
	return e.m.waterfall(&v)
}

func (m *model) waterfall(v *vector) Waterfall {
	same, strangers, household := m.logs(v)
	w := Waterfall{Prior: math.Log2(m.prior), Probability: m.probability(v)}
	w.Total = (same - logSum(strangers, household)) / math.Ln2
	w.Household = w.Total - (same-strangers)/math.Ln2
	for i := range m.comparisons {
		l := v.level[i]
		if l == 0 {
			continue
		}
		at := &m.comparisons[i].levels[l]
		u := at.u
		if n := v.count[i]; n > 0 && at.byValue {
			u = m.valueU(i, int(l), n)
		}
		w.Steps = append(w.Steps, Step{m.comparisons[i].name, at.name, m.weight(i, v), at.m, u})
	}
	if v.lift > 0 {
		w.Steps = append(w.Steps, Step{Field: "name_pair", Level: "met together", Bits: -math.Log2(float64(v.lift)), M: 1, U: float64(v.lift)})
	}
	w.Veto = m.veto(v)
	return w
}

func logSum(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	return a + math.Log1p(math.Exp(b-a))
}

// A Hop is one link of the tree that holds a cluster.
type Hop struct {
	A, B        uint32
	Probability float64
}

// largestTree bounds the rows whose pairs are all compared for a tree.
const largestTree = 400

// Tree returns the strongest links that hold the rows together: a spanning tree
// of greatest probability, the strongest link first. It has one link less than
// there are rows; weak ones show where the cluster is joined by further evidence
// than that of two rows. Of more than 400 rows the first 400 are looked at.
func (e *Explainer) Tree(rows []uint32) []Hop {
	rows = slices.Sorted(slices.Values(rows[:min(len(rows), largestTree)]))
	type scored struct {
		Hop
		total float64
	}
	var all []scored
	for i, a := range rows {
		for _, b := range rows[i+1:] {
			w := e.Pair(a, b)
			if w.Veto != VetoNone {
				w.Total = math.Inf(-1)
			}
			all = append(all, scored{Hop{a, b, w.Probability}, w.Total})
		}
	}
	slices.SortFunc(all, func(x, y scored) int {
		return cmp.Or(cmp.Compare(y.total, x.total), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	root := map[uint32]uint32{}
	find := func(x uint32) uint32 {
		for root[x] != x {
			x = root[x]
		}
		return x
	}
	for _, row := range rows {
		root[row] = row
	}
	var tree []Hop
	for _, s := range all {
		if x, y := find(s.A), find(s.B); x != y {
			root[max(x, y)] = min(x, y)
			tree = append(tree, s.Hop)
		}
	}
	return tree
}

// Path returns the links between two rows of a cluster, in order from a to b;
// none when they are the same row or not both among the rows.
func (e *Explainer) Path(rows []uint32, a, b uint32) []Hop {
	next := map[uint32][]Hop{}
	for _, h := range e.Tree(rows) {
		next[h.A] = append(next[h.A], h)
		next[h.B] = append(next[h.B], Hop{h.B, h.A, h.Probability})
	}
	came := map[uint32]Hop{}
	for queue := []uint32{a}; len(queue) > 0; queue = queue[1:] {
		for _, h := range next[queue[0]] {
			if _, seen := came[h.B]; !seen && h.B != a {
				came[h.B] = h
				queue = append(queue, h.B)
			}
		}
	}
	var path []Hop
	for at := b; at != a; {
		h, ok := came[at]
		if !ok {
			return nil
		}
		path = append(path, h)
		at = h.A
	}
	slices.Reverse(path)
	return path
}
