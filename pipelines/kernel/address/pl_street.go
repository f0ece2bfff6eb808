package address

import (
	"kartoteka/pipelines/kernel/address/places"
	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// plStreet finds the street line: at a street type; else the first segment with a
// name and a number; else a number alone (a village).
func (w *work) plStreet() {
	w.plLooseType()
	if i, skip := w.plTypeAt(); i >= 0 {
		w.plTyped(i, skip)
		return
	}
	if w.plNamed(false) || w.plNumbered() || w.plNamed(true) {
		return
	}
	// A name without a number: a street of which the number is missing.
	if w.in.Street != "" || len(w.in.Lines) > 0 && w.a.City != "" && w.in.City != "" || w.has("house_number", "none") {
		w.runs(func(from, to int) bool {
			if !plPerson(w.toks[from:to]) && !digitsIn(w.toks[from:to]) {
				w.a.Street = w.name(from, to)
				w.take(tagger.Road, from, to)
				w.a.Rule, w.a.Confidence = "pl:name-only", 0.6
				w.plVillage()
				return false
			}
			return true
		})
	}
}

// plNamed takes the first words with a number behind them; those that name a person
// or a firm ("Przedszkole nr 12") only when personal.
func (w *work) plNamed(personal bool) bool {
	done := false
	w.runs(func(head, to int) bool {
		from := w.afterInstitution(head, to)
		if from == to || numberLike(w.toks[from].f) || plNumberWord(w.toks[from]) {
			return true
		}
		n := w.plHouseAt(from, to)
		if n <= from || military(w.toks[from:to]) || military(w.toks[max(from, n-2):n]) || military(w.toks[n-1:n]) {
			return true
		}
		name := n
		for name-1 > from && plNumberWord(w.toks[name-1]) {
			name--
		}
		start := w.recipientEnd(from, name)
		if start == from && (plPerson(w.toks[from:to]) != personal || personal && plUnitOrFirm(w.toks[from:to])) {
			return true
		}
		if start == from && !personal {
			start = w.villageEnd(from, name)
		}
		if c, _ := plType(w.toks[start].f); c != "" && start > head && start+1 < n {
			w.a.StreetType = c
			w.take(tagger.Road, start, start+1)
			w.code("street_type", "normalized")
			start++
		}
		w.plLine(start, n, to)
		w.a.Rule, w.a.Confidence = "pl:street", 0.9
		done = true
		return false
	})
	if done {
		w.plVillage()
	}
	return done
}

// villageEnd skips a village of the postcode in front of its street.
func (w *work) villageEnd(from, n int) int {
	if w.plIsTown(from, n) {
		return from
	}
	for i := n - 1; i > from; i-- {
		if w.plUnder(placeWord(joinFolded(w.toks[from:i]))) && places.Known(placeWord(joinFolded(w.toks[from:i]))) && len(w.toks[i].f) > 1 {
			return i
		}
	}
	return from
}

// afterInstitution skips a school or office with its number in front of a street
// without a separator: "Przedszkole nr 12 Klonowa 4".
func (w *work) afterInstitution(from, to int) int {
	if !plInstitution(w.toks[from].f) {
		return from
	}
	for i := from + 1; i+1 < to; i++ {
		if w.toks[i].f == "nr" && allDigits(w.toks[i+1].f) && i+2 < to {
			if n := w.plHouseAt(i+2, to); n > i+2 {
				return i + 2
			}
		}
	}
	return from
}

// plUnitOrFirm reports words that cannot be a street even when nothing else is there.
func plUnitOrFirm(toks []token) bool {
	for _, t := range toks {
		if plFirm(t.f) || plInstitution(t.f) {
			return true
		}
	}
	return false
}

// plNumbered reads a segment that begins with a number: a village without streets, a
// date street, the English order.
func (w *work) plNumbered() bool {
	done := false
	w.runs(func(from, to int) bool {
		if plNumberWord(w.toks[from]) && from+1 < to {
			w.take(tagger.HouseNumber, from, from+1)
			from++
		}
		if !numberLike(w.toks[from].f) {
			return true
		}
		if from+2 < to && numberLike(w.toks[from+1].f) && plDateWord(w.toks[from+2].f) && foreignType(w.toks[to-1].f) != "" {
			w.plEnglish(from, to) // "4 3 Maja Street"
			w.a.Rule, w.a.Confidence = "pl:number-first", 0.75
			done = true
			return false
		}
		// A date street without a house number, or the English order "12 Lipowa".
		if from+1 < to && (plDateWord(w.toks[from+1].f) || len(w.toks[from+1].f) > 1) && !fraction(w.toks[from+1].f) && !plBlock(w.toks[from+1].f) && !numberLike(w.toks[from+1].f) && w.plPlace(from+1, to) < 3 {
			w.plTyped(from, from)
		} else {
			w.plHouse(from, to)
			w.a.Rule, w.a.Confidence = "pl:number", 0.9
		}
		done = true
		return false
	})
	return done
}

// plNumberWord reports "nr", "numer", "No." before a house number.
func plNumberWord(t token) bool {
	return t.f == "nr" || t.f == "numer" || t.f == "no" && t.dot()
}

// plLooseType joins a street type that a comma parted from its name: "ul., Lipowa 4".
func (w *work) plLooseType() {
	for i := 0; i+1 < len(w.toks); i++ {
		t := &w.toks[i]
		if c, abbr := plType(t.f); c == "" || !abbr && t.f != "ulica" || t.used || w.toks[i+1].used || w.toks[i+1].seg == t.seg || len(t.f) < 2 {
			continue
		}
		if isDigit(w.toks[i+1].f[0]) && !(i+2 < len(w.toks) && plDateWord(w.toks[i+2].f)) {
			continue
		}
		t.seg = w.toks[i+1].seg
	}
}

// plTypeAt finds the street type; skip is the index of the first word after it.
func (w *work) plTypeAt() (i, skip int) {
	best := -1
	for i := range w.toks {
		t := w.toks[i]
		if t.used {
			continue
		}
		c, abbr := plType(t.f)
		if c == "" {
			continue
		}
		first := i == 0 || w.toks[i-1].used || w.toks[i-1].seg != t.seg
		switch {
		case len(t.f) <= 2 && t.f != "ul" && t.f != "al" && t.f != "os" && t.f != "pl" && !t.dot(),
			(t.f == "il" || t.f == "str" || t.f == "u" || t.f == "wyb") && (!t.dot() || !first):
			continue
		case !abbr && !first && c != "ul.":
			continue
		}
		if w.near(i+1, i) == "" && !(t.f == "rynek" && best < 0) {
			continue
		}
		if best < 0 || abbr && !typeAbbr(w.toks[best].f) {
			best = i
		}
	}
	if best < 0 {
		best = w.plTypo()
	}
	if best < 0 {
		return -1, 0
	}
	skip = best + 1
	c, abbr := plType(w.toks[best].f)
	w.a.StreetType = c
	// "ul. al. Wolności": a form put ul. before another abbreviation.
	if d, again := plType(w.near(skip, best)); d != "" && len(w.toks[skip].f) > 1 && (abbr && again || d == c) && w.near(skip+1, best) != "" {
		if d != c {
			w.code("street_type", "second_wins")
		}
		w.a.StreetType = d
		skip++
	}
	if fold.Lower(w.toks[skip-1].text) != w.a.StreetType {
		w.code("street_type", "normalized")
	}
	return best, skip
}

// plTypo repairs a misspelt type at the head of a segment ("ulca Jasna 5", "lu. Jasna
// 5"), or behind the words that no segment parts from it.
func (w *work) plTypo() int {
	best := -1
	w.runs(func(from, to int) bool {
		if to-from < 2 || numberLike(w.toks[from+1].f) && !(to-from > 3) {
			return true
		}
		want := misspelt(w.toks[from].f, "ulica", "aleja", "aleje", "osiedle", "plac")
		if want != "" && len(want) < 5 && !w.toks[from].dot() && len(w.toks[from].f) != len(want) {
			want = "" // "Place" may be a name
		}
		if shortTypo(w.toks[from].f) && (w.toks[from].dot() || sameCase(w.toks[from].text)) {
			want = "ul"
		}
		if want != "" {
			w.toks[from].f = want
			w.code("street_type", "spelling_corrected")
			best = from
		}
		return best < 0
	})
	return best
}

// shortTypo tells typing errors of "ul." that are no other word.
func shortTypo(f string) bool {
	switch f {
	case "lu", "ull", "uul", "yl", "ui", "uk", "uo", "jl", "ukl", "ult", "uil", "iul":
		return true
	}
	return false
}

// foreignType gives the Polish type of an English or German word for a street, or "".
func foreignType(f string) string {
	switch f {
	case "street", "st", "str", "strasse", "straße", "strase", "road", "rd":
		return "ul."
	case "avenue", "ave", "av", "allee":
		return "al."
	case "square", "sq", "platz":
		return "pl."
	}
	return ""
}

func typeAbbr(f string) bool { _, abbr := plType(f); return abbr }

// plTyped reads name and number after a street type; from == skip means a line
// without a type that begins with a number.
func (w *work) plTyped(from, skip int) {
	to := w.run(skip)
	for skip > from && skip+1 < to && plNumberWord(w.toks[skip]) && numberLike(w.toks[skip+1].f) {
		skip++ // "Rynek nr 4"
	}
	w.a.Rule, w.a.Confidence = "pl:typed-street", 0.98
	if from == skip {
		w.a.Rule, w.a.Confidence = "pl:number-first", 0.75
	}
	n := w.plHouseAt(skip, to)
	w.take(tagger.Road, from, skip)
	switch {
	case n > skip:
		w.plLine(skip, n, to)
	case n == skip && (w.a.StreetType == "rynek" || plBlock(w.toks[skip].f)):
		w.a.Street = "Rynek"
		w.plHouse(skip, to)
	case w.a.StreetType == "rynek" && skip == to:
		w.a.Street = "Rynek"
	case numberLike(w.toks[skip].f) && skip+1 < to && !plDateWord(w.toks[skip+1].f):
		w.plEnglish(skip, to)
	case n == skip:
		w.plHouse(skip, to)
	default:
		w.a.Street = w.name(skip, to)
		w.take(tagger.Road, skip, to)
		w.nextNumber(to)
	}
	// "12 Lipowa St." and "Lipowa Street 12"
	if f := w.f(from - 1); from > 0 && w.a.HouseNumber == "" && numberLike(f) && w.toks[from-1].seg == w.toks[from].seg {
		w.plSetNumber(f)
		w.take(tagger.HouseNumber, from-1, from)
	}
}

// plEnglish reads "12 Lipowa St.".
func (w *work) plEnglish(from, to int) {
	w.plSetNumber(w.toks[from].f)
	w.take(tagger.HouseNumber, from, from+1)
	to = w.trailingType(from+1, to)
	if from+1 < to {
		w.a.Street = w.name(from+1, to)
		w.take(tagger.Road, from+1, to)
	}
	w.code("house_number", "moved_after_street")
}

// trailingType takes a foreign type off the end of the name [from, to).
func (w *work) trailingType(from, to int) int {
	if to-from < 2 || w.a.StreetType != "" {
		return to
	}
	kind := foreignType(w.toks[to-1].f)
	if kind == "" {
		return to
	}
	w.a.StreetType = kind
	w.take(tagger.Road, to-1, to)
	w.code("street_type", "normalized")
	return to - 1
}

// plLine stores name [from, n) and the number at n.
func (w *work) plLine(from, n, to int) {
	end := n
	for end-1 > from && (plNumberWord(w.toks[end-1]) || w.toks[end-1].f == "no" || loneSign(w.toks[end-1].f)) {
		end--
		w.take(tagger.HouseNumber, end, end+1)
	}
	end = w.trailingType(from, end)
	if w.a.StreetType == "" && foreignType(w.toks[from].f) != "" && end-from > 1 && w.toks[from].f != "st" {
		w.a.StreetType = foreignType(w.toks[from].f)
		w.take(tagger.Road, from, from+1)
		w.code("street_type", "normalized")
		from++
	}
	w.a.Street = w.name(from, end)
	w.take(tagger.Road, from, end)
	w.plHouse(n, to)
}
