package tagger

import "math"

// maxWords bounds the words of one address; longer texts are not tagged.
const maxWords = 64

// Scratch is the memory of one tagging. Keep one per goroutine; the zero value is ready.
type Scratch struct {
	view  view
	feats [maxFeatures]uint32
	unary [][Labels]int32
	back  [][Labels]uint8
}

// Tag gives every word its label: the best sequence under the model, and the
// probability of that whole sequence. The labels are written to out, which has the
// length of words. It reports false for texts that are empty or too long.
func (m *Model) Tag(words []Word, ctx Context, s *Scratch, out []Label) (prob float64, ok bool) {
	n := len(words)
	if n == 0 || n > maxWords {
		return 0, false
	}
	s.view.read(words, ctx, m.Places)
	s.grow(n)
	for i := range n {
		u := &s.unary[i]
		*u = [Labels]int32{}
		for _, key := range s.view.features(i, s.feats[:0]) {
			if row := m.find(key); row != nil {
				for y := range u {
					u[y] += int32(row[y])
				}
			}
		}
	}
	best := m.viterbi(n, s, out)
	if again(out) {
		best = m.mend(n, s, out)
	}
	return math.Exp(float64(best)*m.scale - m.logZ(n, s)), true
}

func (s *Scratch) grow(n int) {
	if cap(s.unary) < n {
		s.unary, s.back = make([][Labels]int32, 2*n), make([][Labels]uint8, 2*n)
	}
	s.unary, s.back = s.unary[:cap(s.unary)], s.back[:cap(s.back)]
}

// across gives 1 when word i opens a segment.
func (s *Scratch) across(i int) int { return int(b2u(s.view.w[i].first == i)) }

// viterbi finds the best sequence and its score in steps.
func (m *Model) viterbi(n int, s *Scratch, out []Label) int32 {
	cur := s.unary[0]
	for i := 1; i < n; i++ {
		e := &m.edges[s.across(i)]
		var next [Labels]int32
		for y := range Labels {
			best, from := int32(math.MinInt32), 0
			for x := range Labels {
				if v := cur[x] + e[x*Labels+y]; v > best {
					best, from = v, x
				}
			}
			next[y], s.back[i][y] = best+s.unary[i][y], uint8(from)
		}
		cur = next
	}
	y := 0
	for x := range cur {
		if cur[x] > cur[y] {
			y = x
		}
	}
	score := cur[y]
	for i := n - 1; i > 0; i-- {
		out[i] = Label(y)
		y = int(s.back[i][y])
	}
	out[0] = Label(y)
	return score
}

// logZ sums over all sequences, scaled at every word so that nothing overflows.
func (m *Model) logZ(n int, s *Scratch) float64 {
	z := 0.0
	var cur [Labels]float64
	for y := range cur {
		cur[y] = 1
	}
	for i := range n {
		u := &s.unary[i]
		top := u[0]
		for _, x := range u {
			top = max(top, x)
		}
		next := cur
		if i > 0 {
			e := &m.exps[s.across(i)]
			next = [Labels]float64{}
			for x := range Labels {
				for y := range Labels {
					next[y] += float64(cur[x] * e[x*Labels+y])
				}
			}
		}
		sum := 0.0
		for y := range next {
			next[y] *= math.Exp(float64(u[y]-top) * m.scale)
			sum += next[y]
		}
		for y := range next {
			next[y] /= sum
		}
		z += math.Log(sum) + float64(float64(top)*m.scale)
		cur = next
	}
	return z
}
