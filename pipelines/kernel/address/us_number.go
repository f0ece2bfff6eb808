package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
)

func upper(s string) string { return strings.ToUpper(s) }

// numberEnd gives the end of the house number that begins at token i: 12, 12A,
// 112-10, N6W23001, 123 1/2, 40 B, 120 - 124, One; i when there is none.
func (g *usGrammar) numberEnd(i, to int) int {
	f := g.toks[i].f
	if f == "#" && i+2 < to && usNumber(g.toks[i+1].f) || f[0] == '#' && len(f) > 1 && i+1 < to && usNumber(f[1:]) {
		return i + 1 + len("#")/len(f) // "# 2 Turner Rd"
	}
	if i+2 < to && gridPart(f) && gridPart(g.toks[i+1].f) {
		return i + 2 // "W148 N9748"
	}
	if g.caribbean() && i+1 < to && spanishType(g.toks[i+1].f) && len(f) < 7 && hasDigit(f) && isLetter(f[0]) {
		return i + 1 // "D1 Calle 5", "B-12 Calle Diana"
	}
	switch {
	case ordinal(f) || fraction(f):
		return i
	case usNumber(f):
	case wordNumber(f) != "" && i+1 < to && g.wordNumberFits(i+1, to):
		return i + 1
	default:
		return i
	}
	j := i + 1
	if j+1 < to && g.toks[j].f == "-" && usNumber(g.toks[j+1].f) {
		j += 2
	}
	if j < to && fraction(g.toks[j].f) {
		return j + 1
	}
	if j+1 < to && len(g.toks[j].f) == 1 && isLetter(g.toks[j].f[0]) && g.letterFits(j, to) {
		j++ // "40 B Shirley Lane"
	}
	return j
}

// gridPart tells half of a house number of Wisconsin: W148.
func gridPart(f string) bool {
	return len(f) > 2 && strings.IndexByte("nsew", f[0]) >= 0 && allDigits(strings.TrimRight(f[1:], "nsew"))
}

// wordNumberFits reports that a suffix comes behind a number written as a word, so
// that it does not belong to a name ("One Microsoft Way", "Two Penn Plaza").
func (g *usGrammar) wordNumberFits(i, to int) bool {
	for ; i < to; i++ {
		if g.info[i].suf != "" && i > 0 || streetAlone(g.toks[i].f) {
			return true
		}
	}
	return false
}

// letterFits reports that the letter at j belongs to the house number: it is no
// directional, a name and a suffix follow, and no numbered road begins with it.
func (g *usGrammar) letterFits(j, to int) bool {
	if g.info[j].dir != "" {
		return false
	}
	if n, _ := g.highway(j, to); n > 0 {
		return false
	}
	if g.info[j+1].strong || g.info[j+1].suf != "" && j+2 >= to || len(g.toks[j+1].f) == 1 && g.info[j+1].dir == "" {
		return false // "1800 M Street", "2964 L B J Fwy"
	}
	for k := j + 2; k < to; k++ {
		if g.info[k].strong {
			return true
		}
	}
	return g.info[j+1].dir != "" && j+2 < to && g.info[j+2].suf == "" && g.info[j+2].dir == ""
}

// fillNumber writes the house number of tokens [from, to).
func (g *usGrammar) fillNumber(from, to int) {
	f := g.toks[from].f
	if n := wordNumber(f); n != "" {
		g.a.HouseNumber = n
		g.code("house_number", "digits")
	} else {
		g.a.HouseNumber = upper(strings.Trim(f, "#"))
	}
	if f == "#" {
		from++
		g.a.HouseNumber = upper(g.toks[from].f)
	}
	for i := from + 1; i < to; i++ {
		if g.toks[i].f == "-" && i+1 < to {
			g.a.HouseNumber += "-" + upper(g.toks[i+1].f)
			i++
			continue
		}
		g.a.HouseNumber += " " + upper(g.toks[i].f)
	}
	g.take(tagger.HouseNumber, from, to)
}

// usNumber tells a house number of the United States: 12, 12A, 112-10, N6W23001,
// 5N123, 0S123, 12-A. An ordinal (5th) is a street name.
func usNumber(f string) bool {
	if numberLike(f) {
		return !ordinal(f)
	}
	if a, b, two := strings.Cut(f, ";"); two {
		return numberLike(a) && usNumber(b)
	}
	if len(f) < 3 || len(f) > 10 || !isDigit(f[len(f)-1]) {
		return false
	}
	letters := 0
	for i := 0; i < len(f); i++ {
		switch {
		case isDigit(f[i]):
		case strings.IndexByte("nsew", f[i]) >= 0:
			letters++
		case f[i] == '-' && i > 0:
		default:
			return false
		}
	}
	return letters > 0 && letters < 3 && (isDigit(f[0]) || letters == 2 || len(f) > 4)
}

// wordNumber gives the digits of a house number written out, or "".
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
	case "eleven":
		return "11"
	case "twelve":
		return "12"
	case "twenty":
		return "20"
	case "thirty":
		return "30"
	case "forty":
		return "40"
	case "fifty":
		return "50"
	case "hundred":
		return "100"
	}
	return ""
}

func ordinal(f string) bool {
	return len(f) > 2 && isDigit(f[0]) && isDigit(f[len(f)-3]) && (strings.HasSuffix(f, "th") || strings.HasSuffix(f, "st") || strings.HasSuffix(f, "nd") || strings.HasSuffix(f, "rd"))
}
