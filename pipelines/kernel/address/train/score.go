package main

import (
	"fmt"
	"io"
	"sort"
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// test is a labelled address of the world set, read with its country given and not.
type test struct {
	e    example
	read [2]sample
}

// result is a tagged test.
type result struct {
	test
	got   [2][]tagger.Label
	prob  [2]float64
	right [2]bool
}

// judge tags every test with the model that did not see it.
func (c *corpus) judge(models [folds]*tagger.Model) []result {
	var s tagger.Scratch
	out := make([]result, 0, len(c.tests))
	for _, t := range c.tests {
		r := result{test: t}
		for i, x := range t.read {
			r.got[i] = make([]tagger.Label, len(x.words))
			r.prob[i], _ = models[t.e.fold].Tag(x.words, x.ctx, &s, r.got[i])
			r.right[i] = t.e.says(x.words, r.got[i])
		}
		out = append(out, r)
	}
	return out
}

// says reports whether the labels give the truth, field by field.
func (e example) says(words []tagger.Word, labels []tagger.Label) bool {
	for l := tagger.None + 1; int(l) < tagger.Labels; l++ {
		if part(e.text, words, labels, l) != clean(e.fields[l]) {
			return false
		}
	}
	return true
}

// part joins the words of one label as the parser prints them.
func part(text string, words []tagger.Word, labels []tagger.Label, l tagger.Label) string {
	var out []string
	for i := 0; i < len(words); {
		j := i + 1
		if labels[i] == l {
			for j < len(words) && labels[j] == l {
				j++
			}
			from, to := tagger.Ends(text, words[i].From, words[j-1].To)
			out = append(out, text[from:to])
		}
		i = j
	}
	return clean(strings.Join(out, " "))
}

func clean(s string) string { return fold.Space(fold.Lower(s)) }

// report prints the shares of rows in which every field is right, by country.
func report(w io.Writer, results []result, show string) {
	type count struct{ n, given, free int }
	by := map[string]*count{}
	var all count
	for _, r := range results {
		c := by[r.e.country]
		if c == nil {
			c = &count{}
			by[r.e.country] = c
		}
		for _, x := range []*count{c, &all} {
			x.n++
			x.given += b2i(r.right[0])
			x.free += b2i(r.right[1])
		}
		if !r.right[0] && (show == r.e.country || show == "all") {
			fmt.Fprintf(w, "%s %.3f %q\n", r.e.country, r.prob[0], r.e.text)
			for l := tagger.None + 1; int(l) < tagger.Labels; l++ {
				if got := part(r.e.text, r.read[0].words, r.got[0], l); got != clean(r.e.fields[l]) {
					fmt.Fprintf(w, "      %s: %q, not %q\n", l, got, r.e.fields[l])
				}
			}
		}
	}
	var names []string
	for c := range by {
		names = append(names, c)
	}
	sort.Slice(names, func(i, j int) bool {
		a, b := by[names[i]], by[names[j]]
		return a.n > b.n || a.n == b.n && names[i] < names[j]
	})
	fmt.Fprintln(w, "tagger alone, rows it was not fitted to: country given, not given")
	for _, c := range names[:min(20, len(names))] {
		x := by[c]
		fmt.Fprintf(w, "%s %5d  %6.2f  %6.2f\n", c, x.n, percent(x.given, x.n), percent(x.free, x.n))
	}
	fmt.Fprintf(w, "all %4d  %6.2f  %6.2f\n", all.n, percent(all.given, all.n), percent(all.free, all.n))
}

func percent(k, n int) float64 { return 100 * float64(k) / float64(max(n, 1)) }

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
