package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// plCity finds the town: beside the postcode, else in a segment of its own.
func (w *work) plCity() {
	if w.a.City != "" {
		return
	}
	w.plFloorBeforeCity()
	if w.a.City != "" {
		return
	}
	at := -1 // the token after the postcode, which is used by now
	for i := range w.toks {
		if w.toks[i].used && len(w.toks[i].f) >= 3 {
			if pc, _ := plPostcodeOf(w.toks[i].f); pc != "" && pc == w.a.Postcode || i > 0 && w.toks[i-1].used && len(w.toks[i].f) == 3 && w.toks[i-1].f+"-"+w.toks[i].f == w.a.Postcode {
				at = i
			}
		}
	}
	if at >= 0 && w.plCityBeside(at) {
		return
	}
	w.plCityAlone(at)
}

// plFloorBeforeCity reads a floor that some exports put in front of the town:
// "Lipowa 10, 2 Siedlce", "pl. Bankowy 3, 21-570 1 Drelów".
func (w *work) plFloorBeforeCity() {
	for i := 1; i+1 < len(w.toks); i++ {
		f := w.f(i)
		if f == "" || len(f) > 3 || !allDigits(strings.Replace(f, ".", "", 1)) {
			continue
		}
		from, to := w.segment(i)
		if from == 0 || from < i && !w.toks[i-1].used || to != len(w.toks) && w.toks[to].seg == w.toks[i].seg {
			continue
		}
		town := w.toks[i+1 : to]
		if len(town) == 0 || digitsIn(town) || plDateWord(town[0].f) || len(town[0].f) < 3 || typeInside(town) || plBlock(town[0].f) {
			continue
		}
		if !w.otherNumber(i, to) || w.a.Level != "" {
			continue
		}
		w.a.Level = f
		w.take(tagger.Level, i, i+1)
		w.plSetCity(i+1, to)
		return
	}
}

func typeInside(toks []token) bool {
	for _, t := range toks {
		if c, _ := plType(t.f); c != "" {
			return true
		}
	}
	return false
}

// plCityBeside takes the name after the postcode, or before it.
func (w *work) plCityBeside(at int) bool {
	if to := w.plNameEnd(at + 1); to > at+1 && w.toks[at+1].seg == w.toks[at].seg {
		w.plSetCity(at+1, to)
		return true
	}
	// "Ełk 19-300", "ul. Polna 4 Warszawa 00-950"
	from := at
	for w.free(from-1) && w.toks[from-1].seg == w.toks[at].seg && !hasDigit(w.toks[from-1].f) && len(w.toks[from-1].f) > 0 {
		from--
	}
	if from < at {
		start, _ := w.segment(at)
		typed := false
		for i := from; i < at; i++ {
			if c, _ := plType(w.toks[i].f); c != "" {
				typed = true
			}
		}
		lone := from > start && len(w.toks[from].f) == 1 && isLetter(w.toks[from].f[0])
		if lone {
			from++ // the letter of "12 A Warszawa"
		}
		if !typed && from < at {
			w.plSetCity(from, at)
			return true
		}
	}
	// alone in its segment: the next one, then the one before
	if to := w.plNameEnd(at + 1); to > at+1 && w.wholeSegment(at+1, to) {
		w.plSetCity(at+1, to)
		return true
	}
	return false
}

// plNameEnd finds the end of a town name that begins at i: the segment's end, a
// street type, or the first number (the number of a post office is included).
func (w *work) plNameEnd(i int) int {
	if !w.free(i) || hasDigit(w.toks[i].f) {
		return i
	}
	if c, abbr := plType(w.toks[i].f); c != "" && abbr {
		return i
	}
	end := w.run(i)
	for j := i + 1; j < end; j++ {
		f := w.toks[j].f
		if c, abbr := plType(f); c != "" && (abbr || f != "rynek" && f != "droga" && f != "trakt" && f != "szosa") {
			return j
		}
		if !hasDigit(f) {
			continue
		}
		if j+1 == end && allDigits(f) && len(f) <= 2 {
			if j == i+1 || w.a.Postcode != "" && w.otherNumber(i, end) {
				return end
			}
		}
		return w.plTownWords(i, j)
	}
	return end
}

// otherNumber reports a free number outside [from, to): the house is elsewhere, so
// a number after the town is that of the post office.
func (w *work) otherNumber(from, to int) bool {
	for i, t := range w.toks {
		if (i < from || i >= to) && !t.used && hasDigit(t.f) {
			return true
		}
	}
	return w.a.POBox != ""
}

// plTownWords splits "Zielona Góra Lipowa" before a house number into town and
// street: by the gazetteer, else by the usual first words of two-word towns.
func (w *work) plTownWords(from, number int) int {
	if number-from < 2 {
		return number
	}
	if w.p.gaz != nil {
		for to := number - 1; to > from; to-- {
			if w.p.gaz.Has("PL", w.a.Postcode, join(w.toks[from:to])) {
				return to
			}
		}
	}
	if number-from > 2 && plTownFirst(w.toks[from].f) {
		return from + 2
	}
	return from + 1
}

func plTownFirst(f string) bool {
	switch f {
	case "nowy", "nowa", "nowe", "stary", "stara", "stare", "zielona", "jelenia", "biala", "bielsk", "gorzow", "ostrow",
		"grodzisk", "ostrowiec", "tomaszow", "piotrkow", "skarzysko", "dabrowa", "ruda", "piekary", "tarnowskie",
		"wodzislaw", "starogard", "aleksandrow", "kedzierzyn", "minsk", "nowe miasto", "gora", "konstancin", "kamienna":
		return true
	}
	return false
}

func (w *work) wholeSegment(from, to int) bool {
	a, b := w.segment(from)
	return a == from && b == to
}

// plCityAlone looks for a segment that can only be a town: without digits and
// without a street type, the last such one before or after the street line.
func (w *work) plCityAlone(at int) {
	type span struct{ from, to int }
	var found []span
	line := -1
	w.runs(func(from, to int) bool {
		digits := false
		typed := -1
		for i := from; i < to; i++ {
			digits = digits || hasDigit(w.toks[i].f)
			if c, _ := plType(w.toks[i].f); c != "" && typed < 0 {
				typed = i
			}
		}
		switch {
		case typed > from && !w.toks[from].dot() && typed-from <= 3 && at < 0:
			// "Warszawa ul. Polna 5"
			if !digitsIn(w.toks[from:typed]) && !plPerson(w.toks[from:typed]) {
				found = append(found, span{from, typed})
			}
			line = from
		case digits || typed >= 0:
			if line < 0 {
				line = from
			}
		case to-from <= 4 && !plPerson(w.toks[from:to]):
			found = append(found, span{from, to})
		}
		return true
	})
	if len(found) > 0 {
		best := found[len(found)-1]
		if line >= 0 && len(found) > 1 && best.from > line && at >= 0 {
			for _, s := range found {
				if s.to == at || s.to == at-1 {
					best = s
				}
			}
		}
		if line < 0 && at < 0 && len(found) == 1 && w.a.POBox == "" && w.in.City != "" {
			return
		}
		if line >= 0 || at >= 0 {
			w.plSetCity(best.from, best.to)
			return
		}
	}
	if line >= 0 {
		w.plCityAfterNumber()
	}
}

// plCityAfterNumber reads "ul. Polna 5 Warszawa" and "Polna 5/7 Zielona Góra".
func (w *work) plCityAfterNumber() {
	w.runs(func(from, to int) bool {
		last := -1
		for i := from; i < to; i++ {
			if numberLike(w.toks[i].f) {
				last = i
			}
		}
		if last > from && last+1 < to && len(w.toks[last+1].f) > 2 && to-last <= 4 {
			w.plSetCity(last+1, to)
			return false
		}
		return true
	})
}

func digitsIn(toks []token) bool {
	for _, t := range toks {
		if hasDigit(t.f) {
			return true
		}
	}
	return false
}

// plPerson reports words that name a person or a firm rather than a place.
func plPerson(toks []token) bool {
	for _, t := range toks {
		switch t.f {
		case "pan", "pani", "panstwo", "sz", "szanowny", "szanowna", "c/o", "sp", "spolka", "firma", "phu", "fhu", "ppuh",
			"s.a", "sa", "mgr", "inz", "dr", "lek", "adw", "apteka", "sklep", "biuro", "szkola", "urzad", "zaklad", "przedsiebiorstwo":
			return true
		}
	}
	return false
}

// plSetCity stores tokens [from, to) as the town: abbreviations are expanded, the
// number of a post office and a hyphenated district are split off.
func (w *work) plSetCity(from, to int) {
	w.take(tagger.City, from, to)
	if f := w.toks[to-1].f; to-from > 1 && allDigits(f) && len(f) <= 2 {
		to--
		w.code("city", "post_office_removed")
	}
	f := joinFolded(w.toks[from:to])
	if full := plShortCity(f); full != "" {
		w.a.City = full
		w.code("city", "abbreviation_expanded")
		return
	}
	if i := strings.IndexByte(w.toks[from].text, '-'); to-from == 1 && i > 0 && plBigCity(fold.ASCII(w.toks[from].text[:i])) && i+1 < len(w.toks[from].text) && w.a.DependentLocality == "" {
		w.a.City = properName(w.toks[from].text[:i], "PL")
		w.a.DependentLocality = properName(w.toks[from].text[i+1:], "PL")
		w.code("city", "district_split")
		return
	}
	name := w.name(from, to)
	if to-from > 1 && w.toks[from].f == "m" && w.toks[from].dot() {
		name = w.name(from+1, to)
	}
	w.a.City = name
}
