package address

import "kartoteka/pipelines/kernel/address/tagger"

// Reading is what the grammar alone makes of a text: its words with the field that
// each was given to, the country unless it is a mere guess, and how sure it is, as the confidence table has it.
type Reading struct {
	Words     []tagger.Word
	Country   string
	Signature string
}

// Read gives the reading of the grammar. The program that trains the tagger learns
// from it.
func (p *Parser) Read(in Input) Reading {
	w := work{p: p, in: &in}
	if !w.grammar() {
		return Reading{Country: w.a.Country}
	}
	return Reading{w.words(nil), w.context().Country, w.signature().String()}
}

func (w *work) words(out []tagger.Word) []tagger.Word {
	for _, t := range w.toks {
		out = append(out, tagger.Word{F: t.f, Segment: t.seg, Hint: t.label, From: t.from, To: t.to})
	}
	return out
}
