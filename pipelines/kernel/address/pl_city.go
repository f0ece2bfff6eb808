package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
)

// plCity finds the town: beside the postcode, else in a segment of its own.
func (w *work) plCity() {
	if w.a.City != "" {
		return
	}
	w.plPostTown()
	if w.a.City != "" {
		return
	}
	w.plFloorBeforeCity()
	if w.a.City != "" {
		return
	}
	at := -1 // the token after the postcode, which is used by now
	for i := range w.toks {
		if w.toks[i].label == tagger.Postcode {
			at = i
		}
	}
	if at >= 0 && w.plCityBeside(at) {
		return
	}
	w.plCityAlone(at)
}

// plPostTown reads the town after the word poczta: "Lusówko 6, p-ta Lusowo".
func (w *work) plPostTown() {
	for i := range w.toks {
		f := w.f(i)
		if f != "poczta" && f != "p-ta" && f != "pta" && f != "pocz" {
			continue
		}
		from := i + 1
		if !w.free(from) || w.toks[from].seg != w.toks[i].seg {
			// "p-ta 62-080 Lusowo": the town stands beside the postcode
			if i+1 < len(w.toks) && w.toks[i+1].label == tagger.Postcode || i > 0 && w.toks[i-1].label == tagger.Postcode || strings.HasSuffix(w.toks[i].text, ":") {
				w.plDrop(i, i+1, "label", "dropped")
			}
			continue
		}
		if to := w.plNameEnd(from); to > from && (w.plPlace(from, to) > 0 || len(w.toks[from].f) > 2) {
			w.plDrop(i, i+1, "label", "dropped")
			w.plSetCity(from, to)
			return
		}
	}
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

// plCityBeside takes the name after the postcode, or before it. A name that lies
// under the postcode wins; else the one after it in the same segment.
func (w *work) plCityBeside(at int) bool {
	after, start := at+1, w.townStart(at)
	next := w.plNameEnd(after)
	same := after < len(w.toks) && w.toks[after].seg == w.toks[at].seg
	before := start < at
	switch {
	case same && next > after && w.plPlace(after, next) >= 2:
		w.plSetCity(after, next)
		return true
	case before && w.plPlace(start, at) == 3 && !(same && next > after && w.plBegins(after, next) == 3):
		w.plSetCity(start, at)
		return true
	case same && next > after:
		w.plSetCity(after, next)
		return true
	}
	if before {
		typed := false
		for i := start; i < at; i++ {
			if c, _ := plType(w.toks[i].f); c != "" {
				typed = true
			}
		}
		if !typed {
			w.plSetCity(start, at)
			return true
		}
	}
	// alone in its segment: the next one, then the one before
	if next > after && w.wholeSegment(after, next) && !w.plPersonal(after, next) {
		if from, to := w.segmentBefore(at); from < to && w.plPlace(after, next) < 3 && w.plPlace(from, to) == 3 {
			w.plSetCity(from, to)
			return true
		}
		w.plSetCity(after, next)
		return true
	}
	if from, to := w.segmentBefore(at); from < to && w.plPlace(from, to) == 3 {
		w.plSetCity(from, to)
		return true
	}
	return false
}

// plBegins grades the best place that [from, to) begins with.
func (w *work) plBegins(from, to int) int {
	best := 0
	for i := to; i > from; i-- {
		best = max(best, w.plPlace(from, i))
		f := w.toks[i-1].f
		if at := strings.LastIndexByte(f, '-'); at > 0 {
			head := f[:at]
			if i-1 > from {
				head = joinFolded(w.toks[from:i-1]) + " " + head
			}
			if g := w.plPlaceKey(placeWord(head), head); g >= 2 {
				best = max(best, g)
			}
		}
	}
	return best
}

// townStart finds where the name before the postcode begins in its segment: the
// longest that lies under the postcode, else all that is free and no number.
func (w *work) townStart(at int) int {
	from := at
	for w.free(from-1) && w.toks[from-1].seg == w.toks[at].seg && !hasDigit(w.toks[from-1].f) {
		from--
	}
	start, _ := w.segment(at)
	if from > start && from < at && len(w.toks[from].f) == 1 && isLetter(w.toks[from].f[0]) && hasDigit(w.toks[from-1].f) {
		from++ // the letter of "12 A Warszawa"
	}
	for i := max(from, at-4); i < at; i++ {
		if w.plPlace(i, at) >= 2 {
			return i
		}
	}
	return from
}

// segmentBefore gives the free words of the segment before that of token at, when
// they are all of it.
func (w *work) segmentBefore(at int) (from, to int) {
	a, _ := w.segment(at)
	if a == 0 {
		return 0, 0
	}
	from, to = w.segment(a - 1)
	if w.run(from) != to || digitsIn(w.toks[from:to]) {
		return 0, 0
	}
	return from, to
}

// plNameEnd finds the end of a town name that begins at i: the segment's end, a
// street type, or the first number (the number of a post office is included).
func (w *work) plNameEnd(i int) int {
	if !w.free(i) || hasDigit(w.toks[i].f) {
		return i
	}
	if c, abbr := plType(w.toks[i].f); c != "" && (abbr || w.toks[i].f == "ulica" || w.toks[i].f == "osiedle") {
		return i
	}
	end := w.run(i)
	for j := i + 1; j < end; j++ {
		f := w.toks[j].f
		if c, abbr := plType(f); c != "" && (abbr || f != "rynek" && f != "droga" && f != "trakt" && f != "szosa") && (len(f) > 2 || j+1 < end) && f != "u" && f != "str" {
			return j
		}
		if loneSign(f) && j+2 < end && !hasDigit(w.toks[j+1].f) {
			return j // "Gniezno - proszę dzwonić"
		}
		if !hasDigit(f) {
			if plBlock(f) || f == "nr" {
				return w.plTownWords(i, j)
			}
			continue
		}
		if j+1 == end && allDigits(f) && len(f) <= 2 && (w.otherNumber(i, end) || j == i+1 && w.a.Postcode == "") {
			return end
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
// street: by the places under the postcode, else by the usual first words of two-word
// towns.
func (w *work) plTownWords(from, number int) int {
	if number-from < 2 {
		return number
	}
	for grade := 3; grade > 0; grade-- {
		for to := number; to > from; to-- {
			if w.plPlace(from, to) >= grade && (to < number || grade == 3 || w.a.Postcode == "") {
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

// townSpan is a stretch of words that may be the town; grade as plPlace gives it.
type townSpan struct{ from, to, grade int }

// plCityAlone looks for a town that no postcode stands beside: a segment without
// digits and street type, the words before a street type, or the known places that a
// segment begins or ends with. The better known wins, then the later.
func (w *work) plCityAlone(at int) {
	var found []townSpan
	line := -1
	w.runs(func(from, to int) bool {
		digits, typed := false, -1
		for i := from; i < to; i++ {
			digits = digits || hasDigit(w.toks[i].f)
			if c, abbr := plType(w.toks[i].f); c != "" && typed < 0 && (i == from || abbr || w.toks[i].f == "ulica" || w.toks[i].f == "osiedle" || w.plPlace(from, to) == 0) {
				typed = i
			}
		}
		switch {
		case typed > from && w.plPersonal(from, typed):
			for i := from + 1; i < typed; i++ {
				if w.plPlace(i, typed) == 3 {
					found = append(found, townSpan{i, typed, 3})
					break
				}
			}
			line = from
		case typed > from:
			// "Warszawa ul. Polna 5"
			g := w.plPlace(from, typed)
			if g == 0 && w.plBegins(from, typed) >= 2 && !w.plNamesPerson(from, typed) {
				g = 2
			}
			for i := from + 1; i < typed && g == 0; i++ {
				if w.plPlace(i, typed) == 3 {
					found = append(found, townSpan{i, typed, 3}) // "Jan Nowak Warszawa ul. Polna 5"
					break
				}
			}
			if !digitsIn(w.toks[from:typed]) && (g > 0 || !w.toks[from].dot() && typed-from <= 3 && at < 0 && !w.plNamesPerson(from, typed)) {
				found = append(found, townSpan{from, typed, g})
			}
			line = from
		case digits || typed >= 0:
			if line < 0 {
				line = from
			}
			if x := w.townHead(from, to); typed < 0 && x.grade > 0 {
				found = append(found, x)
			}
		case to-from <= 4 && !w.plPersonal(from, to):
			g := w.plPlace(from, to)
			if g == 0 {
				g = min(w.plBegins(from, to), 2)
			}
			if g > 0 || !w.plNamesPerson(from, to) {
				found = append(found, townSpan{from, to, g})
			}
		}
		if line == from {
			if x := w.townTail(from, to); x.grade > 0 {
				found = append(found, x)
			}
		}
		return true
	})
	if len(found) == 0 {
		if line >= 0 {
			w.plCityAfterNumber()
		}
		return
	}
	best := found[0]
	for _, x := range found[1:] {
		if x.grade > best.grade || x.grade == best.grade && (x.from > best.from) {
			best = x
		}
	}
	switch {
	case best.grade >= 2, line >= 0 && (best.grade > 0 || best.from > line), line >= 0 || at >= 0:
		if best.grade == 0 && best.from < line && at >= 0 && w.in.Street == "" && best.from == 0 && len(found) == 1 {
			return // a recipient in front, and no town
		}
		w.plSetCity(best.from, best.to)
	case w.in.City == "" && w.in.Street == "" && best.grade > 0 && w.allPlaces():
		w.plSetCity(best.from, best.to)
	}
}

// allPlaces reports whether nothing but places, or districts of them, is left.
func (w *work) allPlaces() bool {
	ok := true
	w.runs(func(from, to int) bool {
		ok = ok && w.plPlace(from, to) > 0 && len(w.toks[from].f) > 3
		return ok
	})
	return ok
}

// townHead gives the place that the words [from, to) begin with, in front of a street
// with its number: "Ostrów Wielkopolski Lipowa 18".
func (w *work) townHead(from, to int) townSpan {
	number := from
	for number < to && !isDigit(w.toks[number].f[0]) {
		number++
	}
	for grade := 3; grade > 1; grade-- {
		for i := number - 1; i > from; i-- {
			if w.plPlace(from, i) >= grade {
				return townSpan{from, i, grade}
			}
		}
	}
	if w.a.Postcode == "" && number-from > 2 && w.plPlace(from, from+2) == 1 && plTownFirst(w.toks[from].f) {
		return townSpan{from, from + 2, 1}
	}
	return townSpan{}
}

// townTail gives the place that the words [from, to) end with, behind the number of a
// house: "ul. Lipowa 18 Zielona Góra".
func (w *work) townTail(from, to int) townSpan {
	last := -1
	for i := from; i < to; i++ {
		if isDigit(w.toks[i].f[0]) {
			last = i
		}
	}
	if last <= from && !(last == from && to-from > 1) {
		return townSpan{}
	}
	for i := last + 1; i < to; i++ {
		if len(w.toks[i].f) < 3 {
			continue
		}
		if g := w.plPlace(i, to); g > 0 {
			return townSpan{i, to, g}
		}
		if g := w.plBegins(i, to); g >= 2 {
			return townSpan{i, to, 2}
		}
	}
	return townSpan{}
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
