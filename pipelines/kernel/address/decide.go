package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
)

// decide sets the confidence and, where the grammar is unsure, asks the tagger. In
// Poland and the United States the grammar leads and a sure grammar is not
// questioned; elsewhere the tagger leads and has the grammar's reading as a feature.
func (w *work) decide() {
	sig := w.signature()
	sure := w.p.odds.grammar(sig)
	lead := w.taggerLeads()
	if w.p.model == nil || !w.taggable() || !lead && sure >= enough(sig) {
		w.a.Confidence = sure
		return
	}
	s := w.p.scratch.Get().(*scratch)
	defer w.p.scratch.Put(s)
	s.words = w.words(s.words[:0])
	s.labels = append(s.labels[:0], make([]tagger.Label, len(s.words))...)
	prob, ok := w.p.model.Tag(s.words, w.context(), &s.tag, s.labels)
	if !ok {
		w.a.Confidence = sure
		return
	}
	w.settle(s.labels)
	agree := w.agrees(s.labels)
	prob = w.p.odds.tagger(agree, prob)
	switch {
	case agree && lead:
		w.a.Confidence = prob
	case agree:
		w.a.Confidence = max(sure, prob)
	case lead:
		w.adopt(s.labels)
		w.a.Rule, w.a.Confidence = "tagger", prob
	case prob > sure:
		w.again(s.labels)
		w.a.Rule, w.a.Confidence = "tagger+"+w.a.Rule, prob
	default:
		w.a.Confidence = sure
	}
}

// settle puts right what holds without exception: "bis" after a number belongs to it,
// a country written in full is one.
func (w *work) settle(labels []tagger.Label) {
	for i, t := range w.toks {
		switch {
		case t.label == tagger.Country && len(t.f) > 3:
			labels[i] = tagger.Country
		case i > 0 && labels[i-1] == tagger.HouseNumber && (t.f == "bis" || t.f == "ter" || t.f == "quater") && strings.EqualFold(t.text, t.f) && hasDigit(w.toks[i-1].f):
			labels[i] = tagger.HouseNumber
		}
	}
}

// enough is the probability from which on a grammar is not questioned; without
// separators it guesses where the city begins, and the tagger knows more cities. In
// Poland words that are left over are mostly remarks, and no reason to ask.
func enough(s signature) float64 {
	if strings.HasPrefix(s.rule, "pl:") && s.sure >= 35 {
		return 0
	}
	if s.one {
		return 0.97
	}
	return 0.9
}

// scratch is the memory of one tagging.
type scratch struct {
	words  []tagger.Word
	labels []tagger.Label
	tag    tagger.Scratch
}

// taggerLeads reports whether the tagger decides unless it agrees.
func (w *work) taggerLeads() bool { return w.a.Country != "PL" && w.a.Country != "US" || w.unsure }

// context is what the tagger is told: no country that is hardly more than a guess.
func (w *work) context() tagger.Context {
	if w.unsure {
		return tagger.Context{}
	}
	return tagger.Context{Country: w.a.Country}
}

// taggable reports whether the text is all there is: the tagger learns from whole
// addresses, not from street columns.
func (w *work) taggable() bool {
	return w.in.City == "" && w.in.Postcode == "" && w.in.HouseNumber == "" && len(w.toks) > 0 && w.a.Rule != "pl:garbage"
}

// agrees reports whether the grammar labelled every word alike.
func (w *work) agrees(labels []tagger.Label) bool {
	for i, t := range w.toks {
		if t.label != labels[i] {
			return false
		}
	}
	return true
}

// again lets the grammar read the text with separators where the tagger sees a new
// part begin; the words keep the labels of the tagger. A floor that nothing marks as
// one stays a flat in the fields, as Publication 28 has it.
func (w *work) again(labels []tagger.Label) {
	next := work{p: w.p, in: w.in}
	for i := 1; i < len(w.toks); i++ {
		if segmentOf(labels[i]) != segmentOf(labels[i-1]) && w.toks[i].from > w.toks[i-1].from {
			next.cuts = append(next.cuts, w.toks[i].from)
		}
	}
	if !w.sameCut(labels) && next.grammar() {
		before := w.toks
		*w = next
		for i, k := 0, 0; i < len(w.toks); i++ {
			for k+1 < len(before) && before[k+1].from <= w.toks[i].from {
				k++
			}
			w.toks[i].label = labels[k]
		}
		return
	}
	for i := range w.toks {
		w.toks[i].label = labels[i]
	}
}

// sameCut reports whether grammar and tagger differ in nothing but flat and floor.
func (w *work) sameCut(labels []tagger.Label) bool {
	for i, t := range w.toks {
		if segmentOf(t.label) != segmentOf(labels[i]) {
			return false
		}
	}
	return true
}

// segmentOf groups the labels that stand together between two commas.
func segmentOf(l tagger.Label) int {
	switch l {
	case tagger.HouseNumber, tagger.Road:
		return 1
	case tagger.Unit, tagger.Level, tagger.Staircase:
		return 2
	case tagger.State, tagger.Postcode, tagger.StateDistrict:
		return 3
	case tagger.City, tagger.CityDistrict:
		return 4
	}
	return 5 + int(l)
}

// cut starts a new segment at every word that begins at an offset of w.cuts.
func (w *work) cut() {
	shift := 0
	for i := range w.toks {
		if shift < len(w.cuts) && w.toks[i].from >= w.cuts[shift] {
			shift++
		}
		w.toks[i].seg += shift
	}
}

// adopt takes the labels of the tagger. Fields whose words stay the same keep the
// value and the codes of the grammar, the others are filled anew.
func (w *work) adopt(labels []tagger.Label) {
	var changed [tagger.Labels]bool
	for i := range w.toks {
		t := &w.toks[i]
		if t.label == labels[i] {
			continue
		}
		changed[t.label], changed[labels[i]] = true, true
		t.label, t.used = labels[i], labels[i] != tagger.None
	}
	if changed[tagger.Suburb] || changed[tagger.CityDistrict] {
		changed[tagger.Suburb] = true
	}
	if changed[tagger.State] || changed[tagger.StateDistrict] {
		changed[tagger.State] = true
	}
	for l := tagger.None + 1; int(l) < tagger.Labels; l++ {
		if changed[l] {
			w.fill(l)
		}
	}
	w.a.Country = w.countryLabelled(changed[tagger.Country])
}

// countryLabelled reads the words labelled as country when nothing named one before.
func (w *work) countryLabelled(changed bool) string {
	if c := countryCode(w.labelled(tagger.Country)); changed && w.a.Country == "" && c != "" {
		w.code("country", "from_text")
		return c
	}
	return w.a.Country
}

// labelled joins the words of a label as written.
func (w *work) labelled(l tagger.Label) string {
	var out []string
	w.stretches(l, func(from, to int) { out = append(out, w.text(from, to)) })
	return strings.Join(out, " ")
}

// stretches visits the runs of words of a label.
func (w *work) stretches(l tagger.Label, visit func(from, to int)) {
	for i := 0; i < len(w.toks); {
		j := i + 1
		if w.toks[i].label == l {
			for j < len(w.toks) && w.toks[j].label == l {
				j++
			}
			visit(i, j)
		}
		i = j
	}
}
