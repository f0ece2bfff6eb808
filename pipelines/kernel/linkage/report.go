package linkage

import "math"

// A Blocked rule tells what a blocking rule proposed.
type Blocked struct {
	Rule    Rule
	Blocks  int   // groups of two rows or more
	Rows    int   // rows in them
	Pairs   int64 // pairs of rows, before those that earlier rules found are left out
	Largest int   // rows of the largest block
}

func (b *blocks) report() []Blocked {
	var out []Blocked
	for r, rule := range b.rules {
		x := Blocked{Rule: rule, Blocks: len(b.bounds[r]) - 1, Rows: len(b.members[r])}
		for i := range x.Blocks {
			n := int(b.bounds[r][i+1] - b.bounds[r][i])
			x.Largest = max(x.Largest, n)
			x.Pairs += int64(n) * int64(n-1) / 2
		}
		out = append(out, x)
	}
	return out
}

// A Histogram counts scored pairs by their weight in whole bits. Pairs that were
// given up early are in none of the bins.
type Histogram struct {
	Least int     // bits of the first bin
	Count []int64 // Count[i] pairs have a weight from Least+i to Least+i+1 bits
	Given int64   // pairs given up early, because nothing could have made them one person
}

const (
	leastBits = -30
	mostBits  = 60
)

func newHistogram() Histogram {
	return Histogram{Least: leastBits, Count: make([]int64, mostBits-leastBits)}
}

func (h *Histogram) add(bits float64) {
	at := int(math.Floor(bits)) - h.Least
	h.Count[min(max(at, 0), len(h.Count)-1)]++
}

func (h *Histogram) merge(o *Histogram) {
	for i, n := range o.Count {
		h.Count[i] += n
	}
	h.Given += o.Given
}

// Unlinkables counts rows by the weight in bits that they reach against
// themselves: a row that does not reach the threshold can be linked with none.
func (e *Explainer) Unlinkables() Histogram {
	h := newHistogram()
	var v vector
	for row := range uint32(e.q.Rows) {
		e.c.compare(row, row, &v)
		same, strangers, household := e.m.logs(&v)
		h.add((same - logSum(strangers, household)) / math.Ln2)
	}
	return h
}

// Above returns how many counts lie at or above a number of bits.
func (h *Histogram) Above(bits int) int64 {
	var n int64
	for i, c := range h.Count {
		if h.Least+i >= bits {
			n += c
		}
	}
	return n
}
