package main

import (
	"math"
	"math/rand/v2"
	"sort"

	"kartoteka/pipelines/kernel/address/tagger"
)

const labels = tagger.Labels

// compiled is a sample with its features as row numbers.
type compiled struct {
	feats  [][]int32
	across []uint8
	gold   []uint8
}

// field is a conditional random field in training: adaptive gradient descent
// (Duchi, Hazan and Singer, 2011) on the log-likelihood of whole sequences.
type field struct {
	row   map[uint32]int32
	keys  []uint32
	seen  []int32 // in how many addresses
	last  []int32
	w, g2 []float64
	edge  [2][labels * labels]float64
	edge2 [2][labels * labels]float64
	rng   *rand.Rand
}

// How a model is fitted; chosen on the folds.
const (
	epochs      = 8
	averaged    = 4 // the weights are the mean after the last epochs (Polyak and Juditsky, 1992)
	seed        = 1
	leastSeen   = 2    // addresses that a feature must occur in
	rate        = 0.1  // length of the first steps
	ease        = 1.0  // keeps the first steps along small slopes small
	lasso       = 0.02 // pull towards zero (Tibshirani, 1996), as in Duchi and Singer (2009)
	weightLimit = 4.0  // weights are clipped there
	dropout     = 0.35 // share of the features of a word hidden in a step (Hinton and others, 2012)
	kept        = 1 / (1 - dropout)
)

func newField() *field { return &field{row: map[uint32]int32{}} }

// compile turns samples into rows of features; new features are entered.
func (f *field) compile(s sample, places *tagger.Places, ex *tagger.Extractor) compiled {
	var c compiled
	ex.Read(s.words, s.ctx, places)
	for i := range s.words {
		var rows []int32
		for _, key := range ex.Features(i) {
			r, ok := f.row[key]
			if !ok {
				r = int32(len(f.keys))
				f.row[key] = r
				f.keys = append(f.keys, key)
				f.seen, f.last = append(f.seen, 0), append(f.last, -1)
			}
			if f.last[r] != int32(s.group) {
				f.last[r] = int32(s.group)
				f.seen[r]++
			}
			rows = append(rows, r)
		}
		c.feats = append(c.feats, rows)
		c.gold = append(c.gold, uint8(s.gold[i]))
		b := uint8(0)
		if i == 0 || boundary(s.words, i) == 1 {
			b = 1
		}
		c.across = append(c.across, b)
	}
	return c
}

// prune drops the features of fewer addresses than least and gives the others new
// row numbers.
func (f *field) prune(all []compiled, least int32) {
	to := make([]int32, len(f.keys))
	var keys []uint32
	for r := range f.keys {
		to[r] = -1
		if f.seen[r] >= least {
			to[r] = int32(len(keys))
			keys = append(keys, f.keys[r])
		}
	}
	f.keys = keys
	for _, c := range all {
		for i, rows := range c.feats {
			out := rows[:0]
			for _, r := range rows {
				if to[r] >= 0 {
					out = append(out, to[r])
				}
			}
			c.feats[i] = out
		}
	}
	f.w, f.g2 = make([]float64, len(keys)*labels), make([]float64, len(keys)*labels)
}

// fit runs epochs over the samples in an order that the seed decides, and averages
// the weights after the last of them.
func (f *field) fit(all []compiled, epochs int, seed uint64) {
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	f.rng = rand.New(rand.NewPCG(seed, 1))
	var m lattice
	sum := make([]float64, len(f.w))
	var edges [2][labels * labels]float64
	for n := range epochs {
		f.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			f.step(&m, all[i])
		}
		if n < epochs-averaged {
			continue
		}
		for i, x := range f.w {
			sum[i] += x
		}
		for b := range edges {
			for i, x := range f.edge[b] {
				edges[b][i] += x
			}
		}
	}
	for i, x := range sum {
		f.w[i] = x / averaged
	}
	for b := range edges {
		for i, x := range edges[b] {
			f.edge[b][i] = x / averaged
		}
	}
}

// lattice is the memory of one forward-backward pass.
type lattice struct {
	unary, alpha, beta [][labels]float64
	exps               [2][labels * labels]float64
}

// step moves the weights along the gradient of one address.
func (f *field) step(m *lattice, c compiled) {
	n := len(c.gold)
	for len(m.unary) < n {
		m.unary, m.alpha, m.beta = append(m.unary, [labels]float64{}), append(m.alpha, [labels]float64{}), append(m.beta, [labels]float64{})
	}
	c.feats = f.thin(c.feats)
	for i := range n {
		var u [labels]float64
		for _, r := range c.feats[i] {
			row := f.w[int(r)*labels : int(r)*labels+labels]
			for y := range u {
				u[y] += float64(row[y] * kept)
			}
		}
		top := u[0]
		for _, x := range u {
			top = max(top, x)
		}
		for y := range u {
			u[y] = exp(u[y] - top)
		}
		m.unary[i] = u
	}
	for b := range m.exps {
		for i, x := range f.edge[b] {
			m.exps[b][i] = exp(x)
		}
	}
	m.pass(c, n)
	var ge [2][labels * labels]float64
	for i := range n {
		var g [labels]float64
		sum := 0.0
		for y := range g {
			g[y] = float64(m.alpha[i][y] * m.beta[i][y])
			sum += g[y]
		}
		for y := range g {
			g[y] /= sum
		}
		g[c.gold[i]]--
		for y := range g {
			g[y] = float64(g[y] * kept)
		}
		for _, r := range c.feats[i] {
			at := int(r) * labels
			f.move(f.w[at:at+labels], f.g2[at:at+labels], g[:])
		}
		if i > 0 {
			f.edgeGradient(m, c, i, &ge[c.across[i]])
		}
	}
	for b := range ge {
		f.move(f.edge[b][:], f.edge2[b][:], ge[b][:])
	}
}

// thin hides a share of the features, so that none is relied on alone.
func (f *field) thin(feats [][]int32) [][]int32 {
	out := make([][]int32, len(feats))
	for i, rows := range feats {
		left := make([]int32, 0, len(rows))
		for _, r := range rows {
			if f.rng.Float64() >= dropout {
				left = append(left, r)
			}
		}
		out[i] = left
	}
	return out
}

// move is one adaptive step.
func (f *field) move(w, g2, g []float64) {
	for y := range g {
		d := g[y]
		g2[y] += float64(d * d)
		step := rate / math.Sqrt(g2[y]+ease)
		v := w[y] - float64(step*d)
		cut := float64(step * lasso)
		switch {
		case v > cut:
			w[y] = v - cut
		case v < -cut:
			w[y] = v + cut
		default:
			w[y] = 0
		}
	}
}

// pass fills alpha and beta, each word scaled to sum 1.
func (m *lattice) pass(c compiled, n int) {
	for i := range n {
		var a [labels]float64
		if i == 0 {
			a = m.unary[0]
		} else {
			e := &m.exps[c.across[i]]
			for x := range labels {
				for y := range labels {
					a[y] += float64(m.alpha[i-1][x] * e[x*labels+y])
				}
			}
			for y := range a {
				a[y] *= m.unary[i][y]
			}
		}
		m.alpha[i] = normed(a)
	}
	for y := range labels {
		m.beta[n-1][y] = 1
	}
	for i := n - 2; i >= 0; i-- {
		e := &m.exps[c.across[i+1]]
		var b [labels]float64
		for y := range labels {
			t := float64(m.unary[i+1][y] * m.beta[i+1][y])
			for x := range labels {
				b[x] += float64(e[x*labels+y] * t)
			}
		}
		m.beta[i] = normed(b)
	}
}

func normed(a [labels]float64) [labels]float64 {
	sum := 0.0
	for _, x := range a {
		sum += x
	}
	for y := range a {
		a[y] /= sum
	}
	return a
}

func (f *field) edgeGradient(m *lattice, c compiled, i int, ge *[labels * labels]float64) {
	e := &m.exps[c.across[i]]
	var p [labels * labels]float64
	sum := 0.0
	for x := range labels {
		for y := range labels {
			v := float64(m.alpha[i-1][x]*e[x*labels+y]) * float64(m.unary[i][y]*m.beta[i][y])
			p[x*labels+y] = v
			sum += v
		}
	}
	for k := range p {
		ge[k] += p[k] / sum
	}
	ge[int(c.gold[i-1])*labels+int(c.gold[i])]--
}

// exp is the exponential function by halving and a series, so that every machine
// gives the same bits.
func exp(x float64) float64 {
	if x < -700 {
		return 0
	}
	k := math.Floor(float64(x*math.Log2E) + 0.5)
	r := x - float64(k*math.Ln2)
	// The series of e^r for |r| <= 0.35, by Horner.
	s := 1.0
	for i := 13; i >= 1; i-- {
		s = 1 + float64(float64(r*s)/float64(i))
	}
	return math.Ldexp(s, int(k))
}

// weights quantises: steps of equal size, clipped at limit; rows without a weight of
// more than one step fall away.
func (f *field) weights(limit float64, places *tagger.Places) *tagger.Weights {
	out := &tagger.Weights{Scale: limit / 127, Places: places}
	for r, key := range f.keys {
		row := tagger.Feature{Key: key}
		most := 0.0
		for y := range labels {
			q := max(-127, min(127, math.Round(f.w[r*labels+y]/out.Scale)))
			row.Row[y] = int8(q)
			most = max(most, math.Abs(q))
		}
		if most > 1 {
			out.Features = append(out.Features, row)
		}
	}
	sort.Slice(out.Features, func(i, j int) bool { return out.Features[i].Key < out.Features[j].Key })
	for b := range f.edge {
		for i, x := range f.edge[b] {
			out.Edges[b][i] = int32(math.Round(x / out.Scale))
		}
	}
	return out
}
