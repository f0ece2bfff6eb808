package linkage

// Bounds of the threshold that is chosen from the table.
const (
	leastMatch  = 0.5   // below, two rows are more likely two people
	mostMatch   = 0.95  // above, more true links are lost than wrong ones avoided
	matchStep   = 0.05  // coarse, so that a few new rows do not move it
	wrongLinks  = 0.005 // share of pairs that may be wrong
	reviewShare = 0.8
)

// least is the lowest probability that is kept for clustering or review.
func (o *Options) least() float64 {
	match := o.Match
	if match == 0 {
		match = leastMatch
	}
	if o.Review > 0 {
		return min(o.Review, match)
	}
	return reviewShare * match
}

// chooseMatch returns the lowest threshold at which no more than one pair in two
// hundred is expected to be wrong, by the probabilities themselves. Where records
// say a lot, nearly every pair is as good as certain, and pairs that are more
// likely right than wrong may be joined; where many pairs have a usual name alone,
// they may not.
func chooseMatch(edges []edge) float64 {
	match := mostMatch
	for t := mostMatch; t >= leastMatch-matchStep/2; t -= matchStep {
		var wrong, n float64
		for _, e := range edges {
			if e.p >= t {
				wrong += 1 - e.p
				n++
			}
		}
		if wrong > wrongLinks*n {
			break
		}
		match = t
	}
	return match
}
