package linkage

// Training bounds and speeds; none of them needs care.
const (
	samplePairs = 200_000 // pairs that training looks at
	rounds      = 12      // of expectation and maximisation
	belief      = 60      // pairs that the defaults count as
)

// train estimates m, h and the two priors from a sample of the candidate pairs.
// The strangers' u stays: it is known from the values themselves. A pair's
// posterior depends on its own levels alone, so it does not matter for it that
// only pairs from blocks are seen; true pairs outside every block are missed,
// which makes the prior a little too small.
func train(q *prepared, b *blocks, m *model) {
	vectors, factor := sample(q, b)
	total := float64(q.Rows) * float64(q.Rows-1) / 2
	n := float64(q.Rows)
	defaults := comparisons(q.People)
	for range rounds {
		m.prepareLogs()
		var sums tally
		for i := range vectors {
			same, strangers, household := m.posterior(&vectors[i])
			sums.add(len(m.comparisons), &vectors[i], same, strangers, household)
		}
		m.prior = clamp((sums.same*factor+belief)/(total+belief*n), .1/n, 40/n)
		m.house = clamp((sums.household*factor+belief)/(total+belief*n), .1/n, 5/n)
		for i := range m.comparisons {
			for l := 1; l < len(m.comparisons[i].levels); l++ {
				d, to := &defaults[i].levels[l], &m.comparisons[i].levels[l]
				to.m = (sums.m[i][l] + belief*d.m) / (sums.mAny[i] + belief)
				if !d.personal {
					to.h = (d.h + (sums.h[i][l]+belief*d.h)/(sums.hAny[i]+belief)) / 2
				}
			}
		}
	}
	m.prepareLogs()
}

// tally adds up posteriors per field and level.
type tally struct {
	m, h            [maxComparisons][maxLevels]float64
	mAny, hAny      [maxComparisons]float64
	same, household float64
}

func (t *tally) add(fields int, v *vector, same, _, household float64) {
	t.same += same
	t.household += household
	for i := range fields {
		if l := v.level[i]; l != 0 {
			t.m[i][l] += same
			t.mAny[i] += same
			t.h[i][l] += household
			t.hAny[i] += household
		}
	}
}

// sample compares the pairs of every n-th block, and returns n.
func sample(q *prepared, b *blocks) ([]vector, float64) {
	step := uint64(b.pairs/samplePairs + 1)
	c := newComparer(q)
	var out []vector
	for r := range b.rules {
		for block := 0; block+1 < len(b.bounds[r]); block++ {
			first := b.members[r][b.bounds[r][block]]
			if mix(uint64(first)<<8|uint64(r))%step != 0 {
				continue
			}
			b.each(r, block, func(x, y uint32) {
				var v vector
				c.compare(x, y, &v)
				out = append(out, v)
			})
		}
	}
	return out, float64(step)
}

func clamp(x, low, high float64) float64 { return min(max(x, low), high) }
