package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// plStreet finds the street line: at a street type; else the first segment with a
// name and a number; else a number alone (a village).
func (w *work) plStreet() {
	if i, skip := w.plTypeAt(); i >= 0 {
		w.plTyped(i, skip)
		return
	}
	done := false
	w.runs(func(from, to int) bool {
		if numberLike(w.toks[from].f) || w.toks[from].f == "nr" {
			return true
		}
		if n := w.plHouseAt(from, to); n > from && !military(w.toks[from:to]) {
			w.plLine(from, n, to)
			w.a.Rule, w.a.Confidence = "pl:street", 0.9
			done = true
		}
		return !done
	})
	if done {
		w.plVillage()
		return
	}
	w.runs(func(from, to int) bool {
		if w.toks[from].f == "nr" && from+1 < to {
			w.toks[from].used = true
			from++
		}
		if !numberLike(w.toks[from].f) {
			return true
		}
		// A date street without a house number, or the English order "12 Lipowa".
		if from+1 < to && (plDateWord(w.toks[from+1].f) || len(w.toks[from+1].f) > 1) && !fraction(w.toks[from+1].f) && !plBlock(w.toks[from+1].f) && !numberLike(w.toks[from+1].f) {
			w.plTyped(from, from)
		} else {
			w.plHouse(from, to)
			w.a.Rule, w.a.Confidence = "pl:number", 0.9
		}
		done = true
		return false
	})
	if done {
		return
	}
	// A name without a number: a street of which the number is missing.
	if w.in.Street != "" || len(w.in.Lines) > 0 && w.a.City != "" && w.in.City != "" {
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
	if d, again := plType(w.near(skip, best)); d != "" && abbr && (again || d == c) && w.near(skip+1, best) != "" {
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

// plTypo repairs a misspelt type at the head of a segment ("ulca Jasna 5").
func (w *work) plTypo() int {
	best := -1
	w.runs(func(from, to int) bool {
		if to-from < 2 || numberLike(w.toks[from+1].f) && !(to-from > 3) {
			return true
		}
		if want := misspelt(w.toks[from].f, "ulica", "aleja", "aleje", "osiedle", "plac"); want != "" {
			w.toks[from].f = want
			w.code("street_type", "spelling_corrected")
			best = from
		}
		return best < 0
	})
	return best
}

func typeAbbr(f string) bool { _, abbr := plType(f); return abbr }

// plTyped reads name and number after a street type; from == skip means a line
// without a type that begins with a number.
func (w *work) plTyped(from, skip int) {
	to := w.run(skip)
	w.a.Rule, w.a.Confidence = "pl:typed-street", 0.98
	if from == skip {
		w.a.Rule, w.a.Confidence = "pl:number-first", 0.75
	}
	n := w.plHouseAt(skip, to)
	w.take(tagger.Road, from, skip)
	switch {
	case n > skip:
		w.plLine(skip, n, to)
	case n == skip && (w.toks[skip-min(1, skip)].f == "rynek" || plBlock(w.toks[skip].f)):
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
	if f := w.toks[to-1].f; f == "st" || f == "street" || f == "ave" || f == "avenue" {
		w.a.StreetType = "ul."
		if f[0] == 'a' {
			w.a.StreetType = "al."
		}
		w.take(tagger.Road, to-1, to)
		w.code("street_type", "normalized")
		to--
	}
	if from+1 < to {
		w.a.Street = w.name(from+1, to)
		w.take(tagger.Road, from+1, to)
	}
	w.code("house_number", "moved_after_street")
}

// plLine stores name [from, n) and the number at n.
func (w *work) plLine(from, n, to int) {
	end := n
	if f := w.toks[n-1].f; n-1 > from && (f == "nr" || f == "numer") {
		end = n - 1
		w.take(tagger.HouseNumber, n-1, n)
	}
	w.a.Street = w.name(from, end)
	w.take(tagger.Road, from, end)
	w.plHouse(n, to)
}

// plHouseAt finds the house number in [from, to), or -1: the first number that is
// neither the first word of a name (3 Maja 5) nor a year in it (28 Czerwca 1956 r. 5).
// It gives from when the line consists of a number alone.
func (w *work) plHouseAt(from, to int) int {
	for i := from; i < to; i++ {
		f := w.toks[i].f
		if plBlock(f) && i > from && i+1 < to && (hasDigit(w.toks[i+1].f) || len(w.toks[i+1].f) == 1) {
			return i
		}
		if !numberLike(f) {
			continue
		}
		if i == from {
			if i+1 == to {
				return from
			}
			continue
		}
		if len(f) == 4 && allDigits(f) && (f[0] == '1' || f[0] == '2') && i+1 < to && plDateWord(w.toks[i-1].f) {
			if g := w.toks[i+1].f; g == "r" || g == "roku" || numberLike(g) {
				continue
			}
		}
		if i+1 < to && plDateWord(w.toks[i+1].f) && i+2 < to {
			continue
		}
		return i
	}
	return -1
}

func plBlock(f string) bool {
	switch f {
	case "bl", "blok", "bud", "budynek", "dz", "dzialka":
		return true
	}
	return false
}

// plHouse reads the number at n and what belongs to it: a letter or a fraction
// written apart, a building, a flat after a blank.
func (w *work) plHouse(n, to int) {
	f := w.toks[n].f
	i := n + 1
	if plBlock(f) && i < to {
		w.a.HouseNumber = upperNumber(w.toks[i].f)
		if f == "dz" || f == "dzialka" {
			w.a.HouseNumber = "dz. " + w.a.HouseNumber
		}
		w.take(tagger.HouseNumber, n, i+1)
		w.plTail(i+1, to)
		return
	}
	letter := ""
	if i < to {
		if g := w.toks[i].f; len(g) == 1 && isLetter(g[0]) && allDigits(f[strings.LastIndexAny(f, "/-")+1:]) && (w.toks[i].text != g || g != "i" && g != "w" && g != "z") {
			letter = g
			i++
		} else if len(g) > 2 && isLetter(g[0]) && g[1] == '/' && allDigits(f) && numberLike("1"+g) {
			letter = g // "12 a/5"
			i++
		}
	}
	half := ""
	if letter == "" && i < to && fraction(w.toks[i].f) {
		half = " " + w.toks[i].f
		i++
	}
	w.take(tagger.HouseNumber, n, i)
	w.plSetNumber(f + letter)
	w.a.HouseNumber += half
	w.plTail(i, to)
}

// plTail reads what follows the number in the segment.
func (w *work) plTail(i, to int) {
	if i >= to {
		w.nextBlock(to)
		return
	}
	f := w.toks[i].f
	switch {
	case plBlock(f) && i+1 < to:
		w.block(i)
	case f == "hala" && i+1 < to && hasDigit(w.toks[i+1].f) && w.a.Unit == "":
		w.a.Unit = f + " " + upperNumber(w.toks[i+1].f)
		w.take(tagger.Unit, i, i+2)
	case numberLike(f) && w.a.Unit == "":
		w.a.Unit = upperNumber(f)
		w.take(tagger.Unit, i, i+1)
		w.code("unit", "after_blank")
	}
}

func (w *work) block(i int) {
	word := "bud. "
	if f := w.toks[i].f; f == "bl" || f == "blok" {
		word = "bl. "
	}
	w.a.HouseNumber += " " + word + upperNumber(w.toks[i+1].f)
	w.take(tagger.HouseNumber, i, i+2)
}

// nextBlock and nextNumber look into the segment after a comma.
func (w *work) nextBlock(i int) {
	if w.free(i) && plBlock(w.toks[i].f) && w.near(i+1, i) != "" && w.a.HouseNumber != "" {
		w.block(i)
	}
}

func (w *work) nextNumber(i int) {
	if w.free(i) && w.toks[i].f == "nr" && w.free(i+1) {
		w.toks[i].used = true
		i++
	}
	if w.free(i) && (numberLike(w.toks[i].f) || plBlock(w.toks[i].f)) {
		w.plHouse(i, w.run(i))
	}
}

// plSetNumber stores a house number; without a flat of its own the part after the
// last slash is the flat (12/7; 118/120/6), unless a fraction stands there.
func (w *work) plSetNumber(f string) {
	f = strings.Trim(f, "/-")
	if i := strings.LastIndexByte(f, '/'); i > 0 && w.a.Unit == "" {
		w.a.HouseNumber, w.a.Unit = upperNumber(f[:i]), upperNumber(f[i+1:])
		return
	}
	w.a.HouseNumber = upperNumber(f)
}

// military reports a unit of the army ("JW 1234"), which is a recipient.
func military(toks []token) bool { return toks[0].f == "jw" }
