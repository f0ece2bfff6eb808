package linkage

// Bounds of the threshold that is chosen from the table.
const (
	leastMatch  = 50   // per cent; below, two rows are more likely two people
	mostMatch   = 94   // above, more true links are lost than wrong ones avoided
	matchStep   = 2    // coarse, so that a few new rows do not move it
	wrongLinks  = 0.01 // share of pairs that may be wrong
	reviewShare = 0.8
)

// least is the lowest probability that is kept for clustering or review.
func (o *Options) least() float64 {
	match := o.Match
	if match == 0 {
		match = leastMatch / 100.
	}
	if o.Review > 0 {
		return min(o.Review, match)
	}
	return reviewShare * match
}

// chooseMatch returns the lowest threshold at which no more than one pair in a
// hundred is expected to be wrong, by the probabilities themselves. Where records
// say a lot, nearly every pair is as good as certain, and pairs that are more
// likely right than wrong may be joined; where many pairs have a usual name alone,
// they may not.
func chooseMatch(edges []edge) float64 {
	var wrong, n [101]float64
	for _, e := range edges {
		at := int(e.p * 100)
		wrong[at] += 1 - e.p
		n[at]++
	}
	match := mostMatch
	var sumWrong, sum float64
	for at := 100; at >= leastMatch; at-- {
		sumWrong += wrong[at]
		sum += n[at]
		if at > mostMatch || (at-leastMatch)%matchStep > 0 {
			continue
		}
		if sumWrong > wrongLinks*sum {
			break
		}
		match = at
	}
	return float64(match) / 100
}

// edges scores pairs for chooseMatch.
func (m *model) edges(vectors []vector) []edge {
	out := make([]edge, len(vectors))
	for i := range vectors {
		out[i].p = m.probability(&vectors[i])
	}
	return out
}
