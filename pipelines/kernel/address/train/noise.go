package main

import (
	"math/rand/v2"
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
)

// worldVariants is the number of variants of each address of the world set.
const worldVariants = 1

// habits says what is done to one variant.
type habits struct {
	rng      *rand.Rand
	noCommas bool
	drop     [tagger.Labels]bool
	bis      bool // a second number word after the house number
	extra    extra
	hasExtra bool
}

// variant makes another writing of an example: separators lost, lines broken, parts
// missing. The draw depends on the address and n alone.
func (a *aligner) variant(s sample, e example, n uint64) (sample, bool) {
	h := habits{rng: rand.New(rand.NewPCG(uint64(s.group), n+7))}
	often := 8
	if e.country == "US" {
		often = 4
	}
	h.noCommas = h.rng.IntN(2) == 0
	if !h.noCommas || h.rng.IntN(2) == 0 {
		for _, l := range []tagger.Label{tagger.Postcode, tagger.State, tagger.City, tagger.Country, tagger.HouseNumber} {
			h.drop[l] = h.rng.IntN(often) == 0
		}
	}
	if h.rng.IntN(20) == 0 { // a place without a street
		for _, l := range []tagger.Label{tagger.HouseNumber, tagger.Road, tagger.House, tagger.Unit, tagger.Level, tagger.Postcode} {
			h.drop[l] = true
		}
		h.drop[tagger.City], h.drop[tagger.State], h.drop[tagger.Country] = false, false, false
	}
	h.bis = e.country == "FR" && h.rng.IntN(6) == 0
	if h.extra, h.hasExtra = h.added(e.country); h.hasExtra {
		for l := range h.drop { // nothing else is done to it
			h.drop[l] = h.extra.instead && l != int(tagger.City) && l != int(tagger.Postcode) && l != int(tagger.Country) && l != int(tagger.State)
		}
	}
	v := h.write(s, e)
	country := v.country
	if h.rng.IntN(2) == 0 {
		country = ""
	}
	t := a.words(v.text, country)
	t.group = s.group
	return t, a.label(&t, v)
}

// write puts the words together again.
func (h *habits) write(s sample, e example) example {
	v := draft{e: example{country: e.country, fold: e.fold, spans: []span{}}}
	if h.extra.instead || h.hasExtra && h.extra.after == tagger.None {
		v.put(h.extra.text, h.extra.label)
		v.next = []string{", ", "\n", ", ", " "}[h.rng.IntN(4)]
	}
	last := -1
	for i, w := range s.words {
		l := s.gold[i]
		if h.drop[l] && l != tagger.None || last >= 0 && s.words[last].To > w.From {
			continue
		}
		if last >= 0 {
			v.next = h.between(s, e.text, last, i)
		}
		v.put(e.text[w.From:w.To], l)
		if l == tagger.HouseNumber && (i+1 == len(s.words) || s.gold[i+1] != l) {
			switch {
			case h.bis && w.F[0] >= '0' && w.F[0] <= '9':
				v.next = " "
				v.put([]string{"bis", "ter", "bis", "quater", "b", "a"}[h.rng.IntN(6)], l)
			case h.hasExtra && h.extra.after == l:
				v.next = []string{", ", " "}[h.rng.IntN(2)]
				v.put(h.extra.text, h.extra.label)
			}
		}
		last = i
	}
	v.e.text = v.b.String()
	return v.e
}

// draft is a text in the making.
type draft struct {
	b    strings.Builder
	e    example
	next string // what stands before the next word
}

// put adds words of one label.
func (d *draft) put(text string, l tagger.Label) {
	if d.b.Len() > 0 {
		d.b.WriteString(d.next)
	}
	d.b.WriteString(text)
	d.e.spans = append(d.e.spans, span{d.b.Len() - len(text), d.b.Len(), l})
}

// between gives what stands between two words that follow each other now.
func (h *habits) between(s sample, text string, last, i int) string {
	if s.words[last].Segment == s.words[i].Segment {
		if last == i-1 {
			return text[s.words[last].To:s.words[i].From]
		}
		return " "
	}
	switch {
	case h.noCommas:
		return " "
	case h.rng.IntN(2) == 0:
		return "\n"
	}
	return ", "
}
