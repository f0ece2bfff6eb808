package linkage

import (
	"context"
	"fmt"
	"slices"
)

// Options of Find. Zero values stand for the defaults.
type Options struct {
	Rules   []Rule  // DefaultRules
	Match   float64 // probability from which two rows are one person; 0: chosen from the table
	Review  float64 // from which a pair is shown to a human; 0: 0.8 of Match
	Model   *Model  // weights to start from; fields marked as fixed keep theirs
	Frozen  bool    // take the weights of Model as they are
	Memory  int64   // bytes that linking may need beside the columns; 0: no limit
	Threads int     // as many as there are processors
}

// A Pair lies between review and match and was not joined.
type Pair struct {
	A, B        uint32
	Probability float64
	Weights     []float64 // bits per field, in the order of Result.Fields
}

// Result of Find.
type Result struct {
	Cluster  []uint32 // per row: the smallest row of its cluster
	Links    []Link   // per row
	Evidence []string // per row: the fields that hold it, joined with "+"
	Review   []Pair   // sorted by probability, the highest first
	Fields   []string // names of the compared fields
	Skipped  []Skipped
	Dropped  []Rule     // loose rules for which there was no memory
	Refused  []Decision // that rows are one person, against other decisions or known identities
	Blocks   []Blocked
	Model    *Model    // what was learned
	Match    float64   // the threshold used
	Weights  Histogram // of the scored pairs
	Pairs    int64     // candidate pairs, a pair counted once per rule that found it

	q  *prepared
	m  *model
	at []uint32 // per row: its place among the rows that were linked; nil for itself
}

// Find links the rows of p.
func Find(ctx context.Context, p People, o Options) (*Result, error) {
	if n := len(p.Other); atOther+n > maxComparisons {
		return nil, fmt.Errorf("%d further fields to compare; at most %d are possible", n, maxComparisons-atOther)
	}
	if c := findCopies(&p); c != nil {
		r, err := findLinks(ctx, c.people(p), o)
		if err != nil {
			return nil, err
		}
		return c.spread(r), nil
	}
	return findLinks(ctx, p, o)
}

// findLinks links rows of which few are equal.
func findLinks(ctx context.Context, p People, o Options) (*Result, error) {
	q := prepare(p)
	if len(o.Rules) == 0 {
		o.Rules = q.defaultRules()
	}
	fitting, err := q.fit(o.Rules, o.Memory)
	if err != nil {
		return nil, err
	}
	b, err := makeBlocks(q, fitting, o.Threads)
	if err != nil {
		return nil, err
	}
	m := newModel(q)
	if o.Model != nil {
		if err := m.load(o.Model); err != nil {
			return nil, err
		}
	}
	var sampled []vector
	if p.Rows > 1 && (!o.Frozen || p.Former.Present()) {
		sampled = learn(q, b, m, &o)
	}
	m.prepareLogs()
	if o.Match == 0 && p.Former.Present() { // the few new pairs are no measure of the table
		o.Match = chooseMatch(m.edges(sampled))
	}
	b.settled = q.settled()
	edges, weights, err := scoreAll(ctx, q, b, m, o.least(), o.Threads)
	if err != nil {
		return nil, err
	}
	if o.Match == 0 {
		o.Match = chooseMatch(edges)
	}
	if o.Review == 0 {
		o.Review = reviewShare * o.Match
	}
	edges = slices.DeleteFunc(edges, func(e edge) bool { return e.p < o.Review })
	s := newClusters(q, m, o.Match, o.Review)
	refused := s.decide(&p)
	s.joinBest(edges)
	r := s.result(edges, b)
	r.Dropped = o.Rules[len(fitting):]
	r.Weights, r.Refused, r.Match = weights, refused, o.Match
	return r, nil
}

// learn trains on pairs of all rows, whether they are compared tonight or not, so
// that a night with former contacts has the weights of one without. It returns the
// pairs it looked at.
func learn(q *prepared, b *blocks, m *model, o *Options) []vector {
	vectors, factor := sample(q, b)
	if !o.Frozen {
		train(q, b, m, vectors, factor)
	}
	return vectors
}

// Explainer explains pairs of the rows that were linked.
func (r *Result) Explainer() *Explainer {
	return &Explainer{q: r.q, m: r.m, c: newComparer(r.q), at: r.at}
}

// result turns clusters and left-over edges into what the caller reads.
func (s *clusters) result(edges []edge, b *blocks) *Result {
	n := len(s.parent)
	r := &Result{Cluster: make([]uint32, n), Links: s.link, Evidence: make([]string, n), Skipped: b.skipped, Pairs: b.pairs, Blocks: b.report(), Model: s.m.save(n), q: s.c.q, m: s.m}
	for _, c := range s.m.comparisons {
		r.Fields = append(r.Fields, c.name)
	}
	for row := range r.Cluster {
		r.Cluster[row] = s.least[s.find(uint32(row))]
	}
	for row := range r.Evidence {
		r.Evidence[row] = s.evidence(uint32(row))
	}
	var v vector
	for _, e := range edges {
		if r.Cluster[e.a] == r.Cluster[e.b] {
			continue
		}
		s.c.compare(e.a, e.b, &v)
		p := Pair{A: e.a, B: e.b, Probability: e.p}
		for i := range s.m.comparisons {
			p.Weights = append(p.Weights, s.m.weight(i, &v))
		}
		r.Review = append(r.Review, p)
	}
	sortPairs(r.Review)
	return r
}
