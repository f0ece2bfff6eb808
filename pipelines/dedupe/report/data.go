package report

import "math"

// Data is what a run found, in counts.
type Data struct {
	Title          string
	AsOf           string // yyyy-mm-dd
	Rows           int
	Contacts       int
	Review         int   // pairs for a human
	Pairs          int64 // compared
	Match, Least   float64
	Prior          float64 // share of pairs of one person
	Fields         []Field
	Scores         Bits // compared pairs by weight
	GivenUp        int64
	Unlinkable     Bits // rows by the weight that they reach against themselves
	ContactsBySize map[int]int
	Rules          []Rule
}

// Field is one comparison with its levels.
type Field struct {
	Name   string
	Levels []Level
}

// Level is one outcome of a comparison: its share among pairs of one person and
// among strangers.
type Level struct {
	Name string
	M, U float64
}

// Bits is what the level is worth.
func (l Level) Bits() float64 {
	return math.Log2(max(l.M, 1e-9) / max(l.U, 1e-9))
}

// Bits counts things by weight: Count[i] lie between Least+i and Least+i+1 bits.
type Bits struct {
	Least int
	Count []int64
}

// above counts what lies at or above a number of bits.
func (b Bits) above(bits float64) int64 {
	var n int64
	for i, c := range b.Count {
		if float64(b.Least+i) >= bits {
			n += c
		}
	}
	return n
}

func (b Bits) sum() int64 {
	var n int64
	for _, c := range b.Count {
		n += c
	}
	return n
}

// span is the part of the bins that holds anything.
func (b Bits) span() (from, to int) {
	from, to = len(b.Count), 0
	for i, c := range b.Count {
		if c > 0 {
			from, to = min(from, i), max(to, i+1)
		}
	}
	if from >= to {
		return 0, 0
	}
	return from, to
}

// Rule is one blocking rule with what it proposed.
type Rule struct {
	Name    string
	Blocks  int
	Pairs   int64
	Largest int
}

// bitsOf is the weight of a probability.
func bitsOf(p float64) float64 {
	p = min(max(p, 1e-9), 1-1e-9)
	return math.Log2(p / (1 - p))
}
