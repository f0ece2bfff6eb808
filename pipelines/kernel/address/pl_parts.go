package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// plNumberParts takes flat, staircase, floor and "no number" out of the text.
func (w *work) plNumberParts() {
	dropped := false
	for i := range w.toks {
		if w.toks[i].used {
			continue
		}
		f, next := w.toks[i].f, w.near(i+1, i)
		prev := ""
		if i > 0 {
			prev = w.toks[i-1].f
		}
		switch f {
		case "kl", "klatka", "wejscie", "wej", "klat", "wejsc":
			w.plStaircase(i)
			continue
		case "parter", "suterena", "suteryna", "poddasze", "antresola", "przyziemie", "piwnica":
			if w.a.Level == "" && i > 0 {
				from := i
				if prev == "niski" || prev == "wysoki" {
					from--
				}
				w.a.Level = strings.ToLower(w.text(from, i+1))
				w.take(tagger.Level, from, i+1)
			}
			continue
		case "pietro", "pietr", "floor", "p", "pie", "piet", "pietrze":
			w.plLevel(i, prev, next)
			continue
		}
		if n := w.noNumber(i, prev); n > 0 {
			w.plDrop(i, i+n, "house_number", "none")
			dropped = true
			continue
		}
		if plUnitWord(f) != "" || plKeptUnit(f) {
			w.plUnit(i, prev)
		}
	}
	if dropped {
		w.compact()
	}
}

// noNumber gives how many words from i on say that the house has no number.
func (w *work) noNumber(i int, prev string) int {
	t, next := w.toks[i], w.near(i+1, i)
	if i == 0 {
		return 0
	}
	switch t.f {
	case "b":
		if !t.dot() || hasDigit(prev) {
			return 0
		}
		if next == "n" || next == "nr" || next == "num" {
			return 2
		}
	case "bez", "brak":
		if next == "numeru" || next == "nr" || next == "nru" {
			if g := w.near(i+2, i); g == "domu" || g == "posesji" {
				return 3
			}
			return 2
		}
		if t.f == "brak" && w.toks[i-1].seg == t.seg && next == "" && !hasDigit(prev) && typeWordBefore(w.toks[:i]) {
			return 1
		}
	case "nr", "numer":
		if next == "brak" || next == "nieznany" {
			return 2
		}
	case "bn", "b/n", "b/nr", "bnr", "s/n", "sn", "b.n", "n/n":
		if (len(t.f) > 2 || t.dot() || prev != "" && w.toks[i-1].seg == t.seg && next == "") && !hasDigit(prev) {
			return 1
		}
	}
	return 0
}

// typeWordBefore reports a street type among the words of the last segment.
func typeWordBefore(toks []token) bool {
	for i := len(toks) - 1; i >= 0 && toks[i].seg == toks[len(toks)-1].seg; i-- {
		if c, _ := plType(toks[i].f); c != "" && i < len(toks)-1 {
			return true
		}
	}
	return false
}

// plStaircase reads "kl. B", "klatka schodowa nr 2", "kl. B/3" (staircase and flat).
func (w *work) plStaircase(i int) {
	j := i + 1
	for f := w.near(j, i); f == "nr" || f == "schodowa" || f == "sch" || f == "numer" || f == "schod"; f = w.near(j, i) {
		j++
	}
	f := w.near(j, i)
	if f == "" || w.a.Staircase != "" || i == 0 {
		return
	}
	if a, b, ok := strings.Cut(f, "/"); ok && len(a) <= 3 && numberLike(b) && w.a.Unit == "" && a != "" {
		w.a.Staircase, w.a.Unit = upperNumber(a), upperNumber(b)
		w.take(tagger.Staircase, i, j+1)
		return
	}
	if len(f) > 1 && !allDigits(f) && !roman(f) && !(len(f) <= 3 && hasDigit(f)) {
		return
	}
	w.a.Staircase = upperNumber(f)
	w.take(tagger.Staircase, i, j+1)
}

// plLevel reads a floor around its word: "piętro 3", "II p.", "p. 2", "3rd floor".
func (w *work) plLevel(i int, prev, next string) {
	if w.a.Level != "" || i == 0 || w.toks[i].glued && len(prev) == 1 && w.toks[i-1].dot() {
		return // P.P. is no floor
	}
	t, before := w.toks[i], w.toks[i-1]
	short := t.f == "p"
	if next == "nr" && !short {
		w.toks[i+1].used = true
		next = w.near(i+2, i)
		if next != "" && len(next) <= 2 && allDigits(next) {
			w.a.Level = strings.ToUpper(next)
			w.take(tagger.Level, i, i+3)
		}
		return
	}
	ordinalBefore := !before.used && (roman(prev) || len(prev) <= 4 && isDigit(firstByte(prev)) && numberLike(strings.TrimRight(prev, "rdnths")) || plFloorWord(prev) && !short)
	// "II p. 5" and "23 3 p. m. 8": the number before is the floor, unless it is the
	// only number and another follows the word.
	first := i-2 < 0 || w.toks[i-2].seg != before.seg
	switch {
	case ordinalBefore && i > 1 && (!short || t.dot()) &&
		(roman(prev) || plFloorWord(prev) || first || hasDigit(w.toks[i-2].f) || w.toks[i-2].used || len(w.toks[i-2].f) == 1) &&
		!(short && allDigits(prev) && next != "" && (allDigits(next) || roman(next))):
		w.a.Level = strings.ToUpper(prev)
		w.take(tagger.Level, i-1, i+1)
	case next != "" && (allDigits(strings.TrimRight(next, "rdnths")) && len(next) <= 4 && len(strings.TrimRight(next, "rdnths")) <= 2 || roman(next)) && (!short || t.dot() && (hasDigit(prev) || before.used || before.seg != t.seg || len(prev) == 1)):
		w.a.Level = strings.ToUpper(next)
		w.take(tagger.Level, i, i+2)
	case short && t.dot() && len(next) >= 3 && len(next) <= 4 && isDigit(next[0]) && numberLike(next) && hasDigit(prev) && w.a.Unit == "":
		w.a.UnitType, w.a.Unit = "pok.", upperNumber(next) // "p. 204" is a room
		w.take(tagger.Unit, i, i+2)
	}
}

func plFloorWord(f string) bool {
	switch f {
	case "pierwsze", "drugie", "trzecie", "czwarte", "piate", "szoste", "siodme", "osme", "dziewiate", "dziesiate", "first", "second", "third", "ground":
		return true
	}
	return false
}

// plUnit reads a flat after its designator. The bare letters m and l count only
// after a number ("12 m 5") or at the head of a segment, because they also stand for
// other words.
func (w *work) plUnit(i int, prev string) {
	t := w.toks[i]
	word := plUnitWord(t.f)
	head := i == 0 || w.toks[i-1].seg != t.seg
	switch {
	case w.a.Unit != "" && w.in.Unit == "":
		return
	case i == 0 && len(w.toks) < 3:
		return
	case len(t.f) == 1 && t.f != "#" && !head && !hasDigit(prev) && len(prev) > 1 && !w.toks[i-1].used:
		return
	case word == "" && head && (i == 0 || w.toks[i-1].label == tagger.None && !hasDigit(prev)):
		return // "Hala 3" in front is a name
	}
	if word == "box" && i == 0 && w.a.POBox == "" && isDigit(firstByte(w.near(i+1, i))) {
		w.plBox(i)
		return
	}
	j := i + 1
	for ; j < len(w.toks); j++ {
		switch w.near(j, i) {
		case "uzytkowy", "uzytk", "uz", "nr", "mieszkalny", "handlowy", "uslugowy", "numer", "usl", "no", "biurowy", "handl", "uzyt", "u":
			if w.near(j, i) != "u" || w.toks[j].dot() {
				continue
			}
		}
		break
	}
	f := w.near(j, i)
	if f == "" || !hasDigit(f) && len(f) > 1 && !(roman(f) && hasDigit(prev)) || len(f) > 8 || postcodeShape(f) {
		return
	}
	if !hasDigit(f) && (!head && !hasDigit(prev) && !w.toks[i-1].used && len(prev) > 1 || head && i == 0 || w.toks[j].dot() && !isLetter(f[0])) {
		return
	}
	end := j + 1
	if g := w.near(end, i); len(g) == 1 && isLetter(g[0]) && allDigits(f) && plUnitWord(g) == "" && g != "p" && g != "i" && g != "w" && g != "z" {
		f, end = f+g, end+1
	}
	w.a.UnitType, w.a.Unit = word, upperNumber(f)
	if word == "" {
		w.a.Unit = strings.ToLower(w.text(i, i+1)) + " " + upperNumber(f)
	}
	w.take(tagger.Unit, i, end)
	if i > 0 && w.f(i-1) == "/" {
		w.take(tagger.Unit, i-1, i)
	}
}

// unitColumn reads a separate column for the flat: the designator goes off.
func unitColumn(s string) (unit, kind string) {
	if s == "" {
		return "", ""
	}
	t := fold.Tokens(s)
	for len(t) > 1 && (plUnitWord(t[0]) != "" || usUnit(t[0]) != "" || t[0] == "nr" || t[0] == "flat") {
		if kind == "" {
			if kind = plUnitWord(t[0]); kind == "" {
				kind = usUnit(t[0])
			}
		}
		t = t[1:]
	}
	return strings.ToUpper(strings.Join(t, "")), kind
}

// upperNumber writes the letters of a number in capitals: 12a becomes 12A.
func upperNumber(f string) string { return strings.ToUpper(strings.Trim(f, "-/")) }
