package main

import (
	"bytes"
	"fmt"
	"sort"
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
)

// leastRows is the number of labelled rows that a signature needs for a line of its own.
const leastRows = 5

type tally struct{ n, right int }

func (t tally) share(prior float64) float64 {
	return (float64(t.right) + 2*prior) / float64(t.n+2)
}

// table fits the confidence table: for the grammars the share right by signature,
// for the tagger a curve that rises with its own probability.
func (c *corpus) table(results []result) []byte {
	signs, rules := map[string]tally{}, map[string]tally{}
	count := func(s sample, right bool) {
		if !grammarLeads(s.ctx.Country) || s.signature == "" {
			return
		}
		rule, _, _ := strings.Cut(s.signature, " ")
		for m, k := range map[string]map[string]tally{s.signature: signs, rule: rules} {
			t := k[m]
			k[m] = tally{t.n + 1, t.right + b2i(right)}
		}
	}
	var points [2][]point
	for _, r := range results {
		for i, s := range r.read {
			hints := hints(s)
			count(s, r.e.says(s.words, hints))
			if !grammarLeads(s.ctx.Country) {
				a := b2i(equal(hints, r.got[i]))
				points[a] = append(points[a], point{r.prob[i], r.right[i]})
			}
		}
	}
	for _, s := range c.human {
		count(s, equal(hints(s), s.gold))
	}
	var b bytes.Buffer
	for _, k := range sortedKeys(signs) {
		if t := signs[k]; t.n >= leastRows {
			rule, _, _ := strings.Cut(k, " ")
			fmt.Fprintf(&b, "grammar,%s,%d,%.3f\n", k, t.n, t.share(rules[rule].share(0.5)))
		}
	}
	for a, name := range []string{"differs", "agrees"} {
		for _, k := range isotonic(points[a]) {
			fmt.Fprintf(&b, "%s,%.3f,%d,%.3f\n", name, k.score, k.n, k.share)
		}
	}
	return b.Bytes()
}

func grammarLeads(country string) bool { return country == "PL" || country == "US" }

func hints(s sample) []tagger.Label {
	out := make([]tagger.Label, len(s.words))
	for i, w := range s.words {
		out[i] = w.Hint
	}
	return out
}

func equal(a, b []tagger.Label) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return len(a) == len(b)
}

func sortedKeys(m map[string]tally) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// point is one tagging: the probability it claims, and whether it was right.
type point struct {
	score float64
	right bool
}

type bin struct {
	score, share float64
	n            int
}

// leastBin is the number of taggings in a bin of the curve.
const leastBin = 60

// isotonic fits the share right as a rising function of the score: bins of neighbours
// that would fall are pooled (pool adjacent violators; Ayer and others, 1955).
func isotonic(points []point) []bin {
	sort.SliceStable(points, func(i, j int) bool { return points[i].score < points[j].score })
	var bins []bin
	for i := 0; i < len(points); {
		end := min(i+leastBin, len(points))
		if len(points)-end < leastBin {
			end = len(points)
		}
		b := bin{}
		for _, p := range points[i:end] {
			b.score += p.score
			b.share += float64(b2i(p.right))
			b.n++
		}
		i = end
		bins = append(bins, bin{b.score / float64(b.n), b.share / float64(b.n), b.n})
		for k := len(bins) - 1; k > 0 && bins[k-1].share >= bins[k].share; k-- {
			p, q := bins[k-1], bins[k]
			n := float64(p.n + q.n)
			bins[k-1] = bin{(p.score*float64(p.n) + q.score*float64(q.n)) / n, (p.share*float64(p.n) + q.share*float64(q.n)) / n, p.n + q.n}
			bins = bins[:k]
		}
	}
	return bins
}
