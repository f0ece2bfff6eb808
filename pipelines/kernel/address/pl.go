package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// parsePL reads a Polish address. The order matters: what is certain goes first,
// so that the less certain rules see fewer words.
func (w *work) parsePL() {
	w.a.Rule = "pl:empty"
	w.plColumns()
	w.plSplit()
	w.plPostcode()
	w.plRemarks()
	w.plNumberParts()
	w.plCity()
	w.plStreet()
	w.plRest()
}

// plColumns reads the separate columns for postcode, city, region and unit.
func (w *work) plColumns() {
	if w.in.Postcode != "" {
		pc, code := plPostcodeOf(fold.ASCII(w.in.Postcode))
		switch {
		case pc == "00-000":
			w.code("postcode", "placeholder")
		case pc != "":
			w.a.Postcode = pc
			if code != "" {
				w.code("postcode", code)
			}
		default:
			w.a.Postcode = w.in.Postcode
			w.code("postcode", "invalid")
		}
	}
	w.a.Region = w.in.Region
	if r := plRegion(strings.TrimPrefix(strings.TrimPrefix(fold.ASCII(w.in.Region), "woj. "), "woj.")); r != "" {
		w.a.Region = r
	}
	w.a.Unit, w.a.UnitType = unitColumn(w.in.Unit)
	if w.in.City == "" {
		return
	}
	// The city column may hold more than a name: postcode, district, gmina.
	s := scanner{seg: 1000}
	s.add(w.in.City)
	c := work{p: w.p, in: &Input{}, toks: s.toks, a: Address{Country: "PL"}}
	c.plPostcode()
	c.plRemarks()
	if w.a.Postcode == "" {
		w.a.Postcode = c.a.Postcode
	}
	if w.a.Region == "" {
		w.a.Region = c.a.Region
	}
	c.plCityColumn()
	w.a.City, w.a.DependentLocality = c.a.City, c.a.DependentLocality
	c.leftovers()
	w.a.Unparsed = c.a.Unparsed
	for _, k := range c.a.Codes {
		w.code(k.Field, k.Code)
	}
}

func (w *work) plCityColumn() {
	w.runs(func(from, to int) bool {
		if w.a.City == "" {
			w.plSetCity(from, to)
		} else if w.a.DependentLocality == "" && !hasDigit(w.toks[from].f) {
			w.a.DependentLocality = w.name(from, to)
			w.take(tagger.Suburb, from, to)
		}
		return true
	})
}

// plSplit cuts words that were written together and joins numbers that were
// written apart: "m5", "12m5", "12 / 7", "10 - 12".
func (w *work) plSplit() {
	clean := true
	for _, t := range w.toks {
		if hasDigit(t.f) && !allDigits(t.f) || t.f == "/" || t.f == "-" {
			clean = false
			break
		}
	}
	if clean {
		return
	}
	out := make([]token, 0, len(w.toks)+4)
	for _, t := range w.toks {
		out = plCut(out, t)
	}
	w.toks = out
	w.plJoin()
}

// plCut splits a glued designator off its number.
func plCut(out []token, t token) []token {
	f := t.f
	if len(f) == len(t.text) && len(f) > 1 && hasDigit(f) {
		i := 0
		for i < len(f) && isLetter(f[i]) {
			i++
		}
		if i > 0 && isDigit(f[i]) && (plUnitWord(f[:i]) != "" || f[:i] == "nr" || f[:i] == "kl" || f[:i] == "bl") && numberLike(f[i:]) {
			a, b := t, t
			a.text, a.f, b.text, b.f, b.glued = t.text[:i], f[:i], t.text[i:], f[i:], true
			a.to, b.from = t.cut(i), t.cut(i)
			return append(out, a, b)
		}
		if j := strings.IndexByte(f, 'm'); j > 0 && j < len(f)-1 && isDigit(f[0]) && numberLike(f[:j]) && numberLike(f[j+1:]) {
			a, b, c := t, t, t
			a.text, a.f = t.text[:j], f[:j]
			b.text, b.f, b.glued = t.text[j:j+1], "m", true
			c.text, c.f, c.glued = t.text[j+1:], f[j+1:], true
			a.to, b.from, b.to, c.from = t.cut(j), t.cut(j), t.cut(j+1), t.cut(j+1)
			return append(out, a, b, c)
		}
	}
	return append(out, t)
}

// plJoin closes the blanks around a slash or dash between two numbers.
func (w *work) plJoin() {
	out := w.toks[:0]
	for i := 0; i < len(w.toks); i++ {
		t := w.toks[i]
		if n := len(out); n > 0 && out[n-1].seg == t.seg && t.f != "" {
			last := &out[n-1]
			c := t.f[0]
			startsTie := (c == '/' || c == '-' && len(t.f) == 1) && numberLike(last.f)
			endsTie := isDigit(c) && len(last.f) > 1 && strings.ContainsRune("/-", rune(last.f[len(last.f)-1])) && isDigit(last.f[0])
			if startsTie && (len(t.f) > 1 || i+1 < len(w.toks) && isDigit(firstByte(w.toks[i+1].f)) && w.toks[i+1].seg == t.seg) || endsTie {
				last.text += t.text
				last.f += t.f
				last.to = t.to
				continue
			}
		}
		out = append(out, t)
	}
	w.toks = out
}

func firstByte(s string) byte {
	if s == "" {
		return 0
	}
	return s[0]
}

// plRest gives the words before the street line to the recipient.
func (w *work) plRest() {
	first := true
	w.runs(func(from, to int) bool {
		t := w.text(from, to)
		k := fold.Key(t)
		switch {
		case k == "" || k == fold.Key(w.a.City) || k == fold.Key(w.a.DependentLocality):
			w.use(from, to) // the place named twice
		case w.a.Recipient == "" && first && strings.Contains(t, "@"):
			return true
		case first && !w.afterDelivery(from):
			w.a.Recipient = strings.TrimSpace(w.a.Recipient + " " + t)
			w.take(tagger.House, from, to)
			return true
		}
		first = first && !w.afterDelivery(from)
		return true
	})
	if w.a.Rule == "pl:empty" && w.a.Recipient != "" && w.a.City == "" && w.a.Postcode == "" {
		w.a.Unparsed, w.a.Recipient = strings.TrimSpace(w.a.Unparsed+" "+w.a.Recipient), ""
	}
}

// afterDelivery reports whether a used word that names the delivery point stands
// before token i.
func (w *work) afterDelivery(i int) bool {
	for j := i - 1; j >= 0; j-- {
		if w.toks[j].used {
			return true
		}
	}
	return false
}
