package address

import "strings"

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
			w.use(from, to)
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
			w.use(from, to)
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
		w.use(from, i)
	} else {
		w.a.Confidence = 0.6
	}
	if i < to {
		w.repair(i, to)
	}
	if w.crossing(i, to) {
		w.a.Street, w.a.Rule = w.name(i, to), "us:crossing"
		w.use(i, to)
		return
	}
	end := w.bareUnit(i, to)
	if end-i >= 2 && direction(w.toks[i].f) != "" {
		if s, _ := w.p.suffix(w.toks[i+1].f); s == "" || end-i > 2 {
			if !(s != "" && end-i == 3 && direction(w.toks[i+2].f) != "") {
				w.a.Predir = direction(w.toks[i].f)
				w.changedWord("predir", i, w.a.Predir)
				i++
			}
		}
	}
	if n := w.highway(i, end); n > 0 {
		w.a.Street = w.highwayName(i, i+n)
		w.use(from, i+n)
		i += n
		if i < end && i == end-1 && w.a.Unit == "" && hasDigit(w.toks[i].f) {
			w.a.Unit = strings.ToUpper(w.toks[i].f)
			w.code("unit", "no_designator")
			i++
		}
		if i < end && direction(w.toks[i].f) != "" {
			w.a.Postdir = direction(w.toks[i].f)
			i++
		}
		w.a.Rule = "us:highway"
		w.use(from, i)
		return
	}
	w.usName(from, i, end)
	w.use(from, end)
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
		if s, _ := w.p.suffix(w.toks[last-1].f); s != "" && !(w.toks[last-1].f == "st" && false) {
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
	w.toks[to-1].used = true
	return to - 1
}

// highwayEnds reports a numbered road that reaches to the end of the line.
func (w *work) highwayEnds(from, to int) bool {
	for i := from; i+1 < to && i < from+2; i++ {
		if n := w.highway(i, to); n > 0 && i+n == to {
			return true
		}
	}
	return false
}

// repair corrects one typing error in the words of numbered roads and in a suffix
// at the end of the line that is written in full.
func (w *work) repair(from, to int) {
	for i := from; i+1 < to; i++ {
		f, next := w.toks[i].f, w.toks[i+1].f
		switch {
		case (next == "road" || next == "rd") && i+2 < to && isDigit(w.toks[i+2].f[0]):
			w.respell(i, "county", "ranch", "township")
		case next == "route" && i+2 < to && isDigit(w.toks[i+2].f[0]):
			if f != "states" && f != "estate" {
				w.respell(i, "state")
			}
		case isDigit(firstByte(next)) && i+2 >= to-2 && len(f) > 4 && !ordinal(next):
			if w.respell(i, "highway", "route"); i > from && w.toks[i-1].f == "county" {
				w.respell(i, "road")
			}
		}
	}
	if s, _ := w.p.suffix(w.toks[to-1].f); to-from > 1 && s == "" && direction(w.toks[to-1].f) == "" && len(w.toks[to-1].f) > 3 {
		w.respell(to-1, "street", "avenue", "drive", "boulevard", "terrace", "court", "place", "lane", "road")
	}
}

func (w *work) respell(i int, list ...string) {
	if want := misspelt(w.toks[i].f, list...); want != "" {
		w.toks[i].f = want
		w.toks[i].text = properName(want, "US")
		w.code("street", "spelling_corrected")
	}
}

// highway gives the number of words of a numbered road at i: US HIGHWAY 50, CO RD
// 33, STATE ROUTE 32, RTE 9W, FM 1960, I-35, RANCH ROAD 620; 0 when there is none.
func (w *work) highway(i, end int) int {
	start := i
	state := false
	switch w.f(i) {
	case "us", "u.s", "state", "county", "co", "cnty", "st", "farm", "ranch", "township", "twp", "old", "nc", "tx", "ca", "ky", "la", "ms", "mo", "nm", "ny", "pa", "tn", "va", "wv", "al", "ga", "fl", "sc", "ar", "ok", "ks", "in", "mi", "oh", "wi", "mn", "ia":
		state = w.f(i) != "old"
		i++
		if w.f(i) == "s" && w.f(start) == "u" {
			i++
		}
	case "u":
		if w.f(i+1) != "s" {
			return 0
		}
		i += 2
		state = true
	case "united":
		if w.f(i+1) != "states" {
			return 0
		}
		i += 2
		state = true
	}
	switch w.f(i) {
	case "highway", "hwy", "route", "rte", "rt", "interstate":
		i++
	case "road", "rd":
		if !state {
			return 0
		}
		i++
	case "fm", "rm", "cr", "sr", "i", "ih", "state-route":
		if i != start {
			return 0
		}
		i++
	case "to":
		if w.f(start) == "farm" && w.f(i+1) == "market" {
			i += 2
			if g := w.f(i); g == "road" || g == "rd" {
				i++
			}
		}
	default:
		if f := w.f(i); i == start && len(f) > 2 && f[:2] == "i-" && allDigits(f[2:]) {
			return 1
		}
		if !(state && w.f(start) == "us" && allDigits(w.f(i))) {
			return 0
		}
	}
	if i >= end {
		return 0
	}
	f := w.f(i)
	if f == "no" || f == "#" {
		i++
		f = w.f(i)
	}
	if f == "" || !isDigit(f[0]) && !(len(f) == 1 && w.f(i-1) != "i" && (w.f(i-1) == "highway" || w.f(i-1) == "hwy" || w.f(i-1) == "road" || w.f(i-1) == "route")) || ordinal(f) || len(f) > 6 {
		return 0
	}
	if i+1 < end {
		if s, strong := w.p.suffix(w.f(i + 1)); strong && s != "" && len(w.f(i+1)) > 1 && w.f(start) != "us" && w.toks[i].seg == w.toks[i+1].seg && !cityFirst(w.f(i+1)) {
			return 0
		}
	}
	return i + 1 - start
}

func ordinal(f string) bool {
	return len(f) > 2 && isDigit(f[0]) && (strings.HasSuffix(f, "th") || strings.HasSuffix(f, "st") || strings.HasSuffix(f, "nd") || strings.HasSuffix(f, "rd"))
}

// highwayName writes a numbered road in the spelling of Publication 28, 237.
func (w *work) highwayName(from, to int) string {
	var words []string
	for i := from; i < to; i++ {
		f := w.toks[i].f
		switch f {
		case "co", "cnty":
			f = "county"
		case "hwy":
			f = "highway"
		case "rte", "rt":
			f = "route"
		case "rd":
			f = "road"
		case "st":
			f = "state"
		case "twp":
			f = "township"
		case "cr":
			f = "county road"
		case "sr":
			f = "state route"
		case "i", "ih":
			f = "interstate"
		case "u", "united":
			continue
		case "s", "states", "u.s":
			f = "us"
		case "no", "#":
			continue
		default:
			if len(f) > 2 && f[:2] == "i-" {
				f = "interstate " + f[2:]
			}
		}
		words = append(words, f)
	}
	for i, word := range words {
		switch {
		case hasDigit(word) && !strings.Contains(word, " ") || len(word) == 2:
			words[i] = strings.ToUpper(word)
		default:
			words[i] = properName(word, "US")
		}
	}
	return strings.Join(words, " ")
}
