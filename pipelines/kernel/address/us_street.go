package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
)

// usStreet reads the delivery line: the first free segment that begins with a
// house number.
func (w *work) usStreet() {
	if w.urbanization(); w.a.Route != "" && w.a.POBox != "" {
		return
	}
	done := false
	w.runs(func(from, to int) bool {
		if to-from > 1 && (usNumber(w.toks[from].f) || numberWord(w.toks[from].f) && w.streetAfter(from+1, to)) {
			w.usLine(from, to, true)
			done = true
		}
		return !done
	})
	if done {
		return
	}
	w.runs(func(from, to int) bool { // "Jane Doe 12 Oak St" without a comma
		for i := from + 1; i+1 < to; i++ {
			if usNumber(w.toks[i].f) && w.suffixAhead(i+2, to) {
				w.usLine(i, to, true)
				done = true
				return false
			}
		}
		return true
	})
	if done || w.a.POBox != "" || w.a.Route != "" {
		return
	}
	w.runs(func(from, to int) bool { // a name without a number, or a number alone
		s, _ := w.p.suffix(w.toks[to-1].f)
		switch {
		case to-from == 1 && usNumber(w.toks[from].f):
			w.a.HouseNumber = strings.ToUpper(w.toks[from].f)
			w.take(tagger.HouseNumber, from, to)
		case s != "" || w.crossing(from, to) || w.in.Street != "" || w.highway(from, to) > 0 || streetAlone(w.toks[from].f):
			w.usLine(from, to, false)
		default:
			return true
		}
		return false
	})
}

// urbanization takes "Urb. Royal Oak" of Puerto Rico.
func (w *work) urbanization() {
	w.runs(func(from, to int) bool {
		if f := w.toks[from].f; (f == "urb" || f == "urbanizacion") && to-from > 1 {
			w.a.Urbanization = "URB " + w.name(from+1, to)
			w.take(tagger.Suburb, from, to)
			return false
		}
		return true
	})
}

func (w *work) streetAfter(from, to int) bool {
	s, _ := w.p.suffix(w.toks[to-1].f)
	return s != "" || w.suffixAhead(from, to)
}

func (w *work) crossing(from, to int) bool {
	for i := from + 1; i+1 < to; i++ {
		if f := w.toks[i].f; f == "&" || f == "@" || f == "and" {
			return true
		}
	}
	return false
}

// usNumber tells a house number of the United States: 12, 12A, 112-10, N6W23001,
// 5N123. An ordinal (5th) is a street name.
func usNumber(f string) bool {
	if numberLike(f) {
		return true
	}
	if len(f) < 4 || len(f) > 10 || !isDigit(f[len(f)-1]) {
		return false
	}
	letters := 0
	for i := 0; i < len(f); i++ {
		switch {
		case isDigit(f[i]):
		case strings.IndexByte("nsew", f[i]) >= 0:
			letters++
		default:
			return false
		}
	}
	return letters > 0 && letters < 3
}

// numberWord tells house numbers written out.
func numberWord(f string) bool { return wordNumber(f) != "" }

func wordNumber(f string) string {
	switch f {
	case "one":
		return "1"
	case "two":
		return "2"
	case "three":
		return "3"
	case "four":
		return "4"
	case "five":
		return "5"
	case "six":
		return "6"
	case "seven":
		return "7"
	case "eight":
		return "8"
	case "nine":
		return "9"
	case "ten":
		return "10"
	}
	return ""
}

// usLine reads [from, to): number, predirectional, name, suffix, postdirectional,
// bare unit.
func (w *work) usLine(from, to int, numbered bool) {
	w.a.Rule, w.a.Confidence = "us:street", 0.95
	i := from
	if numbered {
		if n := wordNumber(w.toks[i].f); n != "" {
			w.a.HouseNumber = n
			w.code("house_number", "digits")
		} else {
			w.a.HouseNumber = strings.ToUpper(w.toks[i].f)
		}
		i++
		if f := w.toks[i].f; i+2 < to && len(f) == 1 && isLetter(f[0]) && direction(f) == "" && w.suffixAhead(i+2, to) && w.highway(i, to) == 0 {
			if s, _ := w.p.suffix(w.toks[i+1].f); s == "" || i+3 < to {
				w.a.HouseNumber += " " + strings.ToUpper(f) // "40 B Shirley Lane"
				i++
			}
		}
		if i+1 < to && fraction(w.toks[i].f) {
			w.a.HouseNumber += " " + w.toks[i].f
			i++
		}
		w.take(tagger.HouseNumber, from, i)
	} else {
		w.a.Confidence = 0.6
	}
	if i < to {
		w.repair(i, to)
	}
	if w.crossing(i, to) {
		w.a.Street, w.a.Rule = w.name(i, to), "us:crossing"
		w.take(tagger.Road, i, to)
		return
	}
	end := w.bareUnit(i, to)
	if end-i >= 2 && direction(w.toks[i].f) != "" {
		if s, _ := w.p.suffix(w.toks[i+1].f); s == "" || end-i > 2 {
			if !(s != "" && end-i == 3 && direction(w.toks[i+2].f) != "") {
				w.a.Predir = direction(w.toks[i].f)
				w.take(tagger.Road, i, i+1)
				w.changedWord("predir", i, w.a.Predir)
				i++
			}
		}
	}
	if n := w.highway(i, end); n > 0 {
		w.a.Street = w.highwayName(i, i+n)
		w.take(tagger.Road, i, i+n)
		i += n
		if i < end && i == end-1 && w.a.Unit == "" && hasDigit(w.toks[i].f) {
			w.a.Unit = strings.ToUpper(w.toks[i].f)
			w.code("unit", "no_designator")
			w.take(tagger.Unit, i, i+1)
			i++
		}
		if i < end && direction(w.toks[i].f) != "" {
			w.a.Postdir = direction(w.toks[i].f)
			w.take(tagger.Road, i, i+1)
			i++
		}
		w.a.Rule = "us:highway"
		return
	}
	w.usName(from, i, end)
	w.take(tagger.Road, i, end)
}

func (w *work) changedWord(field string, i int, canon string) {
	if !strings.EqualFold(strings.Trim(w.toks[i].text, "."), canon) {
		w.code(field, "abbreviated")
	}
}

// usName splits [i, end) into name, suffix and postdirectional.
func (w *work) usName(from, i, end int) {
	last := end
	lead, _ := w.p.suffix(w.toks[min(i, end-1)].f)
	if last-i >= 2 && direction(w.toks[last-1].f) != "" && !(lead == "AVE" && last-i == 2) {
		s, _ := w.p.suffix(w.toks[last-2].f)
		if s != "" && last-i > 2 || allDigits(w.toks[last-2].f) || last-i > 1 && len(w.toks[last-1].f) > 2 && s == "" || s == "" && len(w.toks[last-1].f) <= 2 && last-i == 2 || streetAlone(w.toks[last-2].f) {
			w.a.Postdir = direction(w.toks[last-1].f)
			w.changedWord("postdir", last-1, w.a.Postdir)
			last--
		}
	}
	if last-i >= 2 {
		if s, _ := w.p.suffix(w.toks[last-1].f); s != "" {
			w.a.StreetSuffix = s
			w.changedWord("street_suffix", last-1, s)
			last--
		}
	}
	if last > i {
		w.a.Street = w.name(i, last)
	}
	if w.a.StreetSuffix == "" && !streetAlone(w.toks[i].f) {
		w.a.Confidence -= 0.1
	}
}

// bareUnit takes a number or letter that stands after the suffix without a
// designator (4TH ST 5, AVENUE 2P) and gives the end of the street words.
func (w *work) bareUnit(from, to int) int {
	if to-from < 3 {
		return to
	}
	f := w.toks[to-1].f
	if !hasDigit(f) && (len(f) != 1 || direction(f) != "") || len(f) > 6 || strings.HasSuffix(f, "th") || strings.HasSuffix(f, "st") || strings.HasSuffix(f, "nd") || strings.HasSuffix(f, "rd") {
		return to
	}
	prev := w.toks[to-2].f
	s, strong := w.p.suffix(prev)
	if s == "" && (direction(prev) == "" || to-from < 4) {
		if streetAlone(prev) && hasDigit(f) {
			s, strong = "-", true
		} else {
			return to
		}
	}
	if s != "" && (!strong && !hasDigit(f) || s == "HWY" || s == "RTE") || w.highwayEnds(from, to) {
		return to
	}
	w.a.Unit = strings.TrimSpace(w.a.Unit + " " + strings.ToUpper(f))
	w.code("unit", "no_designator")
	w.take(tagger.Unit, to-1, to)
	return to - 1
}
