package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"sort"
	"strings"

	"golang.org/x/text/unicode/norm"

	"kartoteka/pipelines/kernel/address"
	"kartoteka/pipelines/kernel/address/tagger"
)

// writings are the ways a text is written differently without another meaning.
var writings = []struct {
	name  string
	write func(string) string
}{
	{"as it is", func(s string) string { return s }},
	{"upper case", strings.ToUpper},
	{"no diacritics", bare},
	{"lines", func(s string) string { return strings.ReplaceAll(s, ", ", "\n") }},
	{"double blanks", func(s string) string { return strings.ReplaceAll(s, " ", "  ") }},
}

// whole judges parsers, one for each fold, with a model not fitted to the rows of the
// fold: shares right by country and writing, and what its confidence is worth.
func (c *corpus) whole(w io.Writer, parsers [folds]*address.Parser) {
	type key struct {
		country, writing string
		given            bool
	}
	counts := map[key]tally{}
	bins := map[int]*bin{}
	for _, t := range c.tests {
		p := parsers[t.e.fold]
		if p == nil {
			continue
		}
		for i, given := range []bool{true, false} {
			for _, x := range writings {
				in := address.Input{Lines: strings.Split(x.write(t.e.text), "\n")}
				if given {
					in.DefaultCountry = t.e.country
				}
				a, parts := p.ParseParts(in)
				ok := t.e.equals(parts, x.write)
				for _, country := range []string{t.e.country, "all"} {
					k := key{country, x.name, given}
					counts[k] = tally{counts[k].n + 1, counts[k].right + b2i(ok)}
				}
				if i == 0 && x.name == "as it is" {
					b := min(9, int(a.Confidence*10))
					if a.Confidence >= 0.95 {
						b = 10
					}
					if bins[b] == nil {
						bins[b] = &bin{}
					}
					bins[b].n++
					bins[b].score += a.Confidence
					bins[b].share += float64(b2i(ok))
				}
			}
		}
	}
	countries := map[string]int{}
	for k, t := range counts {
		countries[k.country] = max(countries[k.country], t.n)
	}
	var names []string
	for name := range countries {
		names = append(names, name)
	}
	sort.Slice(names, func(i, j int) bool {
		a, b := names[i], names[j]
		return countries[a] > countries[b] || countries[a] == countries[b] && a < b
	})
	fmt.Fprintln(w, "parser, rows that the tagger was not fitted to; in brackets without the country")
	fmt.Fprintf(w, "%-4s %6s", "", "rows")
	for _, x := range writings {
		fmt.Fprintf(w, "  %-16s", x.name)
	}
	fmt.Fprintln(w)
	for _, name := range names[:min(21, len(names))] {
		fmt.Fprintf(w, "%-4s %6d", name, countries[name])
		for _, x := range writings {
			a, b := counts[key{name, x.name, true}], counts[key{name, x.name, false}]
			fmt.Fprintf(w, "  %6.2f (%6.2f) ", percent(a.right, a.n), percent(b.right, b.n))
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w, "confidence: rows, mean, share right")
	var keys []int
	for k := range bins {
		keys = append(keys, k)
	}
	sort.Ints(keys)
	for _, k := range keys {
		b := bins[k]
		n := float64(b.n)
		fmt.Fprintf(w, "from %.2f %6d  %.3f  %.3f\n", math.Min(float64(k)/10, 0.95), b.n, b.score/n, b.share/n)
	}
}

// equals reports whether the parts say the truth of e, written otherwise.
func (e example) equals(parts []address.Part, write func(string) string) bool {
	var got [tagger.Labels][]string
	for _, p := range parts {
		l := tagger.Named(p.Label)
		got[l] = append(got[l], p.Text)
	}
	for l := tagger.None + 1; int(l) < tagger.Labels; l++ {
		if clean(strings.Join(got[l], " ")) != clean(write(e.fields[l])) {
			return false
		}
	}
	return true
}

// noisy judges the parsers on rows of usaddress that their tagger was not fitted to,
// without commas and with parts missing.
func (c *corpus) noisy(w io.Writer, parsers [folds]*address.Parser, models [folds]*tagger.Model, show bool) {
	var scratch tagger.Scratch
	var tagged [2]tally
	a := &aligner{parser: address.New(address.Options{GrammarOnly: true})}
	var all [2]tally
	shown := 0
	for i, e := range c.us {
		p := parsers[e.fold]
		if p == nil || i%3 != 0 {
			continue
		}
		s := a.words(e.text, "US")
		if s.group = i; !a.label(&s, e) {
			continue
		}
		h := habits{rng: rand.New(rand.NewPCG(uint64(i), 99)), noCommas: true}
		for _, l := range []tagger.Label{tagger.Postcode, tagger.State, tagger.City, tagger.HouseNumber} {
			h.drop[l] = h.rng.IntN(5) == 0
		}
		v := h.write(s, e)
		if v.text = strings.ReplaceAll(v.text, ",", " "); len(v.spans) < 2 {
			continue
		}
		kind := b2i(len(c.us)-i < 16490) // the last file is the generated one
		_, parts := p.ParseParts(address.Input{Lines: []string{v.text}, DefaultCountry: "US"})
		ok := v.covers(parts)
		if i, x := 0, a.words(v.text, "US"); len(x.words) > 0 {
			got := make([]tagger.Label, len(x.words))
			models[e.fold].Tag(x.words, x.ctx, &scratch, got)
			alone := true
			for _, s := range v.spans {
				for ; i < len(x.words) && x.words[i].From < s.to; i++ {
					alone = alone && (got[i] == s.label || x.words[i].To <= s.from)
				}
			}
			tagged[kind] = tally{tagged[kind].n + 1, tagged[kind].right + b2i(alone)}
		}
		all[kind] = tally{all[kind].n + 1, all[kind].right + b2i(ok)}
		if show && !ok && shown < 60 && kind == 0 {
			shown++
			fmt.Fprintf(w, "   %q %v\n", v.text, parts)
		}
	}
	fmt.Fprintf(w, "United States without commas, parts missing: written by people %d rows %.2f, generated %d rows %.2f\n",
		all[0].n, percent(all[0].right, all[0].n), all[1].n, percent(all[1].right, all[1].n))
	fmt.Fprintf(w, "the tagger alone: %.2f, %.2f\n", percent(tagged[0].right, tagged[0].n), percent(tagged[1].right, tagged[1].n))
}

// covers reports whether the parts label every span as it should be.
func (e example) covers(parts []address.Part) bool {
	points := []int{}
	for i := range e.text {
		points = append(points, i)
	}
	points = append(points, len(e.text))
	for _, s := range e.spans {
		got := tagger.None
		for _, p := range parts {
			if points[p.Start] < s.to && s.from < points[p.End] {
				got = tagger.Named(p.Label)
			}
		}
		if got != s.label && letters(e.text[s.from:s.to]) != "" {
			return false
		}
	}
	return true
}

// bare takes the diacritics off the letters.
func bare(s string) string {
	s = strings.NewReplacer("ł", "l", "Ł", "L", "ø", "o", "Ø", "O", "ß", "ss", "æ", "ae", "đ", "d", "ð", "d", "þ", "th", "ı", "i").Replace(s)
	s = strings.Map(func(r rune) rune {
		if r >= 0x300 && r < 0x370 {
			return -1
		}
		return r
	}, norm.NFD.String(s))
	return norm.NFC.String(s)
}
