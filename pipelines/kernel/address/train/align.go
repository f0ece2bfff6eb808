package main

import (
	"strings"
	"unicode"

	"kartoteka/pipelines/kernel/address"
	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// sample is an example as the tagger sees it.
type sample struct {
	words []tagger.Word
	ctx   tagger.Context
	gold  []tagger.Label
	fold  int
	group int // the address it was made of

	signature string
	unique    bool // the truth left no choice
}

// letters keeps the letters and digits of a text, in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || unicode.Is(unicode.No, r) {
			return r
		}
		return -1
	}, fold.Lower(s))
}

// aligner finds which words a field of the truth consists of. Where a field fits
// several places it takes the order of labels that is usual in the other rows.
type aligner struct {
	parser *address.Parser
	counts [2][tagger.Labels][tagger.Labels]int
}

// words lets the grammar read a text; country is the default country, or "".
func (a *aligner) words(text, country string) sample {
	r := a.parser.Read(address.Input{Lines: []string{text}, DefaultCountry: country})
	return sample{words: r.Words, ctx: tagger.Context{Country: r.Country}, signature: r.Signature}
}

// learn counts the order of labels in the rows that leave no choice.
func (a *aligner) learn(rows []example) {
	for _, e := range rows {
		s := a.words(e.text, e.country)
		if a.label(&s, e) && s.unique {
			for i := 1; i < len(s.gold); i++ {
				a.counts[boundary(s.words, i)][s.gold[i-1]][s.gold[i]]++
			}
		}
	}
}

// label fills in gold. It reports false when the words do not say the truth: a field
// is not among them while some words belong to no field.
func (a *aligner) label(s *sample, e example) bool {
	s.gold, s.fold, s.unique = make([]tagger.Label, len(s.words)), e.fold, false
	if len(s.words) == 0 {
		return false
	}
	if e.spans != nil {
		for i, w := range s.words {
			for _, sp := range e.spans {
				if w.From < sp.to && sp.from < w.To {
					s.gold[i] = sp.label
					break
				}
			}
		}
		return true
	}
	norm := make([]string, len(s.words))
	for i, w := range s.words {
		norm[i] = letters(e.text[w.From:w.To])
	}
	q := search{a: a, s: s, best: -1, keep: make([]tagger.Label, len(s.words))}
	missing := false
	for l := tagger.None + 1; int(l) < tagger.Labels; l++ {
		if e.fields[l] == "" {
			continue
		}
		found := occurrences(norm, letters(e.fields[l]))
		if len(found) == 0 {
			missing = true
			continue
		}
		q.fields, q.places = append(q.fields, l), append(q.places, found)
	}
	q.walk(0)
	copy(s.gold, q.keep)
	if missing {
		for i, l := range s.gold {
			if l == tagger.None && norm[i] != "" {
				return false
			}
		}
	}
	s.unique = q.ways == 1 && !missing
	return q.ways > 0
}

// search tries the ways to give words to fields.
type search struct {
	a      *aligner
	s      *sample
	fields []tagger.Label
	places [][][2]int
	best   int
	ways   int
	keep   []tagger.Label
}

const mostWays = 500

func (q *search) walk(k int) {
	if q.ways > mostWays {
		return
	}
	gold := q.s.gold
	if k == len(q.fields) {
		q.ways++
		if c := q.a.usual(q.s.words, gold); c > q.best {
			q.best = c
			copy(q.keep, gold)
		}
		return
	}
	for _, p := range q.places[k] {
		free := true
		for i := p[0]; i < p[1]; i++ {
			free = free && gold[i] == tagger.None
		}
		if !free {
			continue
		}
		for i := p[0]; i < p[1]; i++ {
			gold[i] = q.fields[k]
		}
		q.walk(k + 1)
		for i := p[0]; i < p[1]; i++ {
			gold[i] = tagger.None
		}
	}
}

// usual scores a labelling by how often its steps occur elsewhere.
func (a *aligner) usual(words []tagger.Word, gold []tagger.Label) int {
	score := 0
	for i := 1; i < len(gold); i++ {
		n := a.counts[boundary(words, i)][gold[i-1]][gold[i]]
		for n > 0 {
			score += 10
			n /= 2
		}
	}
	return score
}

func boundary(words []tagger.Word, i int) int {
	if words[i].Segment != words[i-1].Segment {
		return 1
	}
	return 0
}

// occurrences gives the word ranges whose letters are those of the field.
func occurrences(norm []string, field string) [][2]int {
	var out [][2]int
	for i := range norm {
		if norm[i] == "" {
			continue
		}
		got := ""
		for j := i; j < len(norm) && len(got) < len(field); j++ {
			got += norm[j]
			if got == field && norm[j] != "" {
				out = append(out, [2]int{i, j + 1})
			}
		}
	}
	return out
}
