package main

import "maps"

// quality compares a partition of rows with the true one.
type quality struct {
	right, found, all float64 // pairs in one cluster and entity, in one cluster, in one entity
	rows              int
	bp, br            float64 // sums of B-cubed precision and recall
}

// compare counts over the rows of the truth; a row without an entity is its own,
// and so is a row that the program left out.
func compare(entity, cluster map[string]string) quality {
	type cell struct{ entity, cluster string }
	both, truth, found := map[cell]int{}, map[string]int{}, map[string]int{}
	for id, e := range entity {
		c := cluster[id]
		if e == "" {
			e = "own row\x00" + id
		}
		if c == "" {
			c = "own row\x00" + id
		}
		both[cell{e, c}]++
		truth[e]++
		found[c]++
	}
	q := quality{rows: len(entity)}
	pairs := func(n int) float64 { return float64(n) * float64(n-1) / 2 }
	for k, n := range both {
		q.right += pairs(n)
		q.bp += float64(n) * float64(n) / float64(found[k.cluster])
		q.br += float64(n) * float64(n) / float64(truth[k.entity])
	}
	for n := range maps.Values(truth) {
		q.all += pairs(n)
	}
	for n := range maps.Values(found) {
		q.found += pairs(n)
	}
	return q
}

func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

func (q quality) precision() float64 { return ratio(q.right, q.found) }
func (q quality) recall() float64    { return ratio(q.right, q.all) }
func (q quality) f1() float64        { return ratio(2*q.right, q.found+q.all) }

// bcubed is the F1 of B-cubed precision and recall: rows count, not pairs.
func (q quality) bcubed() float64 {
	return ratio(2*q.bp*q.br, (q.bp+q.br)*float64(q.rows))
}
