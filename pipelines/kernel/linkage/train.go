package linkage

// Training bounds and speeds; none of them needs care.
const (
	samplePairs = 200_000 // pairs that training looks at
	strangers   = 200_000 // pairs of rows drawn at random
	rounds      = 12      // of expectation and maximisation
	belief      = 60      // pairs that the defaults count as
	unseen      = 0.01    // part of a default u that stays when no pair of strangers shows the level
	mostlyTrue  = 0.35    // personal fields of one person differ at most this often: else training found another class
)

// train estimates u from random pairs of rows, and m, h and the two priors from a
// sample of the candidate pairs. Where an agreement is weighed by its value, u is
// the frequency of the value. A pair's
// posterior depends on its own levels alone, so it does not matter for it that
// only pairs from blocks are seen; true pairs outside every block are missed,
// which makes the prior a little too small.
//
// Labelled pairs add to m alone, each as much as one pair whose class is certain.
func train(q *prepared, b *blocks, m *model, vectors []vector, factor float64) {
	labelled := q.vectors(q.Decisions)
	total := float64(q.Rows) * float64(q.Rows-1) / 2
	n := float64(q.Rows)
	met := m.meetStrangers(q, b)
	defaults := append([]comparison{}, m.comparisons...)
	for i := range defaults {
		defaults[i].levels = append([]level{}, m.comparisons[i].levels...)
	}
	for range rounds {
		m.unlike(&met, defaults)
		m.prepareLogs()
		var sums tally
		for i := range vectors {
			same, strangers, household := m.posterior(&vectors[i])
			sums.add(len(m.comparisons), &vectors[i], same, strangers, household)
		}
		m.prior = clamp((sums.same*factor+belief)/(total+belief*n), .1/n, 40/n)
		m.house = clamp((sums.household*factor+belief)/(total+belief*n), .005/n, 5/n)
		for i := range labelled {
			sums.add(len(m.comparisons), &labelled[i], 1, 0, 0)
		}
		for i := range m.comparisons {
			if m.comparisons[i].fixed {
				continue
			}
			for l := 1; l < len(m.comparisons[i].levels); l++ {
				d, to := &defaults[i].levels[l], &m.comparisons[i].levels[l]
				to.m = (sums.m[i][l] + belief*d.m) / (sums.mAny[i] + belief)
				if d.personal && l == len(m.comparisons[i].levels)-1 {
					to.m = min(to.m, mostlyTrue)
				}
				if i == atGiven && l == givenEqual { // father and son of one name
					to.h = clamp((sums.namesakes+belief*d.h)/(sums.dated+belief), d.h, 15*d.h)
				}
				// of two who share an e-mail address, a row without a name is either's
				if !d.personal && i != atEmailName {
					to.h = (d.h + (sums.h[i][l]+belief*d.h)/(sums.hAny[i]+belief)) / 2
				}
			}
		}
	}
	m.prepareLogs()
}

// vectors compares the pairs that are labelled as one person.
func (q *prepared) vectors(labels []Decision) []vector {
	if len(labels) == 0 {
		return nil
	}
	c := newComparer(q)
	var out []vector
	for _, d := range labels {
		if d.Same && d.A != d.B {
			var v vector
			c.compare(min(d.A, d.B), max(d.A, d.B), &v)
			out = append(out, v)
		}
	}
	return out
}

// encounters are the levels of pairs of rows drawn at random.
type encounters struct {
	count   [maxComparisons][maxLevels]float64
	present [maxComparisons]float64
}

// meetStrangers counts the levels of random pairs. The pairs follow from the
// number of rows alone.
func (m *model) meetStrangers(q *prepared, b *blocks) encounters {
	each := make([]encounters, b.workers())
	b.parallel(strangers, func(worker, from, to int) {
		c := newComparer(q)
		var met encounters // of this worker; counts are whole numbers, so their sum has no order
		var v vector
		rows := uint64(q.Rows)
		for i := uint64(from); i < uint64(to); i++ {
			x, y := uint32(mix(2*i)%rows), uint32(mix(2*i+1)%rows)
			if x == y {
				continue
			}
			c.compare(min(x, y), max(x, y), &v)
			for j := range m.comparisons {
				if l := v.level[j]; l != 0 {
					met.count[j][l]++
					met.present[j]++
				}
			}
		}
		each[worker] = met
	})
	all := each[0]
	for _, met := range each[1:] {
		for j := range m.comparisons {
			all.present[j] += met.present[j]
			for l := range met.count[j] {
				all.count[j][l] += met.count[j][l]
			}
		}
	}
	return all
}

// unlike estimates u from the random pairs. The few of them that are one person
// are taken out: in a small table of many duplicates they are most of those that
// agree. The household's chance of a personal level moves with the strangers'.
func (m *model) unlike(met *encounters, defaults []comparison) {
	for j := range m.comparisons {
		if m.comparisons[j].fixed {
			continue
		}
		for l := 1; l < len(m.comparisons[j].levels); l++ {
			d, to := &defaults[j].levels[l], &m.comparisons[j].levels[l]
			strange := max(met.count[j][l]-m.prior*met.present[j]*to.m, 0)
			to.u = max((strange+belief*d.u)/(met.present[j]+belief), d.u*unseen)
			if d.personal && !d.byValue {
				to.h = min(d.h*to.u/d.u, .99)
			}
		}
	}
}

// tally adds up posteriors per field and level.
type tally struct {
	m, h            [maxComparisons][maxLevels]float64
	mAny, hAny      [maxComparisons]float64
	same, household float64
	// pairs of one household with two days of birth, and those of them with one
	// given name: without the days a namesake cannot be told from the same person
	dated, namesakes float64
}

func (t *tally) add(fields int, v *vector, same, _, household float64) {
	t.same += same
	t.household += household
	if v.level[atBirth] != 0 && v.level[atGiven] != 0 {
		t.dated += household
		if v.level[atGiven] == givenEqual {
			t.namesakes += household
		}
	}
	for i := range fields {
		if l := v.level[i]; l != 0 {
			t.m[i][l] += same
			t.mAny[i] += same
			t.h[i][l] += household
			t.hAny[i] += household
		}
	}
}

// sample compares every n-th pair, by whole blocks, and returns n.
func sample(q *prepared, b *blocks) ([]vector, float64) {
	step := uint64(b.pairs/samplePairs + 1)
	c := newComparer(q)
	var out []vector
	for r := range b.rules {
		for block := 0; block+1 < len(b.bounds[r]); block++ {
			rows := b.members[r][b.bounds[r][block]:b.bounds[r][block+1]]
			whole := len(rows) > hardCap // the block of all rows: its pairs are drawn one by one
			if !whole && mix(uint64(rows[0])<<8|uint64(r))%step != 0 {
				continue
			}
			b.each(r, block, func(x, y uint32) {
				if whole && mix(uint64(x)<<32|uint64(y))%step != 0 {
					return
				}
				var v vector
				c.compare(x, y, &v)
				out = append(out, v)
			})
		}
	}
	return out, float64(step)
}

func clamp(x, low, high float64) float64 { return min(max(x, low), high) }
