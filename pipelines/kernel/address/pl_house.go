package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
)

// plHouseAt finds the house number in [from, to), or -1: the first number that is
// neither the first word of a name (3 Maja 5) nor a year or a number in it (28 Czerwca
// 1956 r. 5, Dywizjonu 303 5). It gives from when the line consists of a number alone.
func (w *work) plHouseAt(from, to int) int {
	for i := from; i < to; i++ {
		f := w.toks[i].f
		if plBlock(f) && i > from && i+1 < to && (hasDigit(w.toks[i+1].f) || len(w.toks[i+1].f) == 1 || plNumberWord(w.toks[i+1]) || plotWord(w.toks[i+1].f)) {
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
		if w.inName(i, to) {
			continue
		}
		if i+1 < to && plDateWord(w.toks[i+1].f) && i+2 < to && !plDateWord(w.toks[i-1].f) {
			continue
		}
		return i
	}
	return -1
}

// inName reports whether the number i belongs to the name of a street: its year, or
// the number of a squadron.
func (w *work) inName(i, to int) bool {
	f, prev := w.toks[i].f, w.toks[i-1].f
	next := ""
	if i+1 < to {
		next = w.toks[i+1].f
	}
	follows := next != "" && (numberLike(next) || plBlock(next) || plNumberWord(w.toks[i+1]))
	switch {
	case (prev == "dywizjonu" || prev == "dywizjon" || prev == "dyonu" || prev == "eskadry" || prev == "pulku" || prev == "szlaku") && allDigits(f):
		return follows || f == "303"
	case prev == "pawla" && f == "2" && i > 1 && w.toks[i-2].f == "jana":
		return follows // Jana Pawła 2 5
	case len(f) == 5 && f[4] == 'r' && plYear(f[:4]):
		return follows || w.toks[i].dot()
	case !plYear(f):
		return false
	}
	return next == "r" && (w.toks[i+1].dot() || i+2 < to) || next == "roku" || follows && (plDateWord(prev) || numberLike(next) && !fraction(next) && plYearWord(prev))
}

// plYear reports four digits of the last thousand years.
func plYear(f string) bool { return len(f) == 4 && allDigits(f) && (f[0] == '1' || f[:2] == "20") }

// plYearWord tells words that a year follows in names of streets.
func plYearWord(f string) bool {
	switch f {
	case "powstancow", "powstania", "ludow", "wrzesnia", "bohaterow", "czerwca", "grudnia", "roku", "konstytucji", "obroncow", "strajku", "porozumien", "rewolucji":
		return true
	}
	return false
}

func plBlock(f string) bool {
	switch f {
	case "bl", "blok", "bud", "budynek", "dz", "dzialka", "segment", "seg", "bloku", "budynku", "szeregowiec":
		return true
	}
	return false
}

// plotWord tells words between "dz." and its number.
func plotWord(f string) bool { return f == "ew" || f == "ewid" || f == "ewidencyjna" || f == "geod" }

// plHouse reads the number at n and what belongs to it: a letter or a fraction
// written apart, a building, a flat after a blank.
func (w *work) plHouse(n, to int) {
	f := w.toks[n].f
	i := n + 1
	if plBlock(f) && i < to {
		w.plBlockNumber(n, to)
		return
	}
	tail := ""
	if i < to {
		g := w.toks[i].f
		plain := allDigits(f[strings.LastIndexAny(f, "/-")+1:])
		switch {
		case g == "i" && i+1 < to && numberLike(w.toks[i+1].f) && plain && !fraction(w.toks[i+1].f):
			tail = " i " + w.toks[i+1].f
			i += 2
		case len(g) == 1 && isLetter(g[0]) && plain && (w.toks[i].text != g || g != "i" && g != "w" && g != "z"):
			tail = g
			i++
			if a := w.near(i, n); i < to && len(a) > 1 && a[0] == '/' && numberLike(a[1:]) {
				tail += a // "12 a /5"
				i++
			}
		case len(g) > 2 && isLetter(g[0]) && g[1] == '/' && allDigits(f) && numberLike("1"+g), len(g) == 3 && isLetter(g[0]) && g[1] == '-' && isLetter(g[2]) && plain:
			tail = g // "12 a/5", "12 a-c"
			i++
		case g == "bis":
			tail = " bis"
			i++
		}
	}
	half := ""
	if tail == "" && i < to && fraction(w.toks[i].f) {
		half = " " + w.toks[i].f
		i++
	}
	w.take(tagger.HouseNumber, n, i)
	w.plSetNumber(f + tail)
	w.a.HouseNumber += half
	w.plTail(i, to)
}

// plBlockNumber reads a block, building or plot that is the house number itself.
func (w *work) plBlockNumber(n, to int) {
	f := w.toks[n].f
	i := n + 1
	for i+1 < to && (plNumberWord(w.toks[i]) || plotWord(w.toks[i].f)) {
		i++
	}
	number := w.toks[i].f
	if g := i + 1; g < to && len(w.toks[g].f) == 1 && isLetter(w.toks[g].f[0]) && allDigits(number) {
		number += w.toks[g].f
		i++
	}
	if f == "dz" || f == "dzialka" {
		w.a.HouseNumber = "dz. " + upperNumber(number)
	} else {
		w.plSetNumber(number)
	}
	w.take(tagger.HouseNumber, n, i+1)
	w.plTail(i+1, to)
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
	case len(f) > 1 && f[0] == '/' && isLetter(f[1]) && (len(f) > 2 && allDigits(f[2:]) || roman(f[1:])) && w.a.Unit == "":
		w.a.Unit = upperNumber(f)
		w.take(tagger.HouseNumber, i, i+1)
	case numberLike(f) && w.a.Unit == "" && !w.plPostcodeHere(i) && len(f) < 6:
		w.a.Unit = upperNumber(f)
		w.take(tagger.Unit, i, i+1)
		w.code("unit", "after_blank")
	}
}

// block adds the building at token i to the house number.
func (w *work) block(i int) {
	word := "bud. "
	switch f := w.toks[i].f; f {
	case "bl", "blok", "bloku":
		word = "bl. "
	case "segment", "seg", "szeregowiec":
		word = "segment "
	case "dz", "dzialka":
		word = "dz. "
	}
	j := i + 1
	for w.near(j+1, i) != "" && (plNumberWord(w.toks[j]) || plotWord(w.toks[j].f)) {
		j++
	}
	number := w.near(j, i)
	if number == "" || len(number) > 6 {
		return
	}
	if a, b, ok := strings.Cut(number, "/"); ok && w.a.Unit == "" && word != "dz. " {
		number, w.a.Unit = a, upperNumber(b)
	}
	w.a.HouseNumber += " " + word + upperNumber(number)
	w.take(tagger.HouseNumber, i, j+1)
}

// nextBlock and nextNumber look into the segment after a comma.
func (w *work) nextBlock(i int) {
	if w.free(i) && plBlock(w.toks[i].f) && w.near(i+1, i) != "" && w.a.HouseNumber != "" {
		w.block(i)
	}
}

func (w *work) nextNumber(i int) {
	if w.free(i) && plNumberWord(w.toks[i]) && w.free(i+1) {
		w.take(tagger.HouseNumber, i, i+1)
		i++
	}
	if w.free(i) && (numberLike(w.toks[i].f) && !w.plTownAfter(i) || plBlock(w.toks[i].f)) {
		w.plHouse(i, w.run(i))
	}
}

// plTownAfter reports a word that is no part of a number behind the number i, so that
// the segment is one of its own.
func (w *work) plTownAfter(i int) bool {
	f := w.near(i+1, i)
	return len(f) > 2 && isLetter(f[0]) && !plBlock(f) && f != "bis"
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
func military(toks []token) bool {
	switch f := toks[0].f; {
	case f == "jw" || f == "j.w":
		return true
	case f == "j" && len(toks) > 1:
		return toks[1].f == "w"
	case f == "jednostka" && len(toks) > 1:
		return toks[1].f == "wojskowa"
	}
	return false
}
