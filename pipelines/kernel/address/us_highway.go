package address

import (
	"strings"
)

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
