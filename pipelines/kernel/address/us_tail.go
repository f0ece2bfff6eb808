package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/places"
	"kartoteka/pipelines/kernel/address/tagger"
)

// readZip takes the ZIP: at the end of the text, or wherever a state code and a ZIP
// stand together. The city ends where state and ZIP begin.
func (g *usGrammar) readZip() {
	g.tail = len(g.toks)
	for g.tail > 0 && g.toks[g.tail-1].used {
		g.tail--
	}
	end := g.tail
	if at := g.tailZip(end); at < end {
		g.tail = at
	} else if at := g.innerZip(end); at >= 0 {
		g.tail = at
	}
}

// tailZip takes a ZIP that ends before token end and gives the index where it begins.
func (g *usGrammar) tailZip(end int) int {
	if end == 0 {
		return end
	}
	f := g.toks[end-1].f
	prev := ""
	if end > 1 {
		prev = g.toks[end-2].f
	}
	if len(f) == 4 && allDigits(f) && len(prev) == 5 && allDigits(prev) && end > 2 {
		g.setZip(prev+"-"+f, "hyphen_added") // "75712 1234", "75712 - 1234"
		g.take(tagger.Postcode, end-2, end)
		return end - 2
	}
	zip, code := usZip(f)
	state := end > 1 && (stateCode(prev) != "" || end > 2 && stateCode(g.toks[end-3].f+" "+prev) != "" || len(prev) == 1 && isLetter(prev[0]) && end > 2 && stateCode(g.toks[end-3].f+" "+prev) != "")
	ok := zip5(f) || zip != "" && code != "zero_restored" && isDigit(firstByte(f)) && len(f) >= 5
	if !ok && zip != "" && len(f) == 3 && (prev == "pr" || prev == "vi" || prev == "rico") {
		ok = true
	}
	if !ok && zip != "" && (len(f) == 4 || len(f) == 9) {
		if ok = state; ok && !lostZero(prev) {
			if ok = !g.given; ok { // "Marion IA 5230": a digit is lost, nobody knows which
				zip, code = f, "invalid"
			}
		}
	}
	if !ok && zip != "" && code == "digit_corrected" && len(f) == 5 && hasDigit(f) {
		ok = state // "O2139"
	}
	if !ok || end == 1 && g.given || !state && end > 1 && g.toks[end-2].seg == g.toks[end-1].seg && (usUnit(prev) != "" && unitAlone(prev) == "" || g.numbered(end-2)) {
		return end
	}
	if g.a.Postcode != "" && zip5(f) && g.a.Postcode[:min(5, len(g.a.Postcode))] != zip[:min(5, len(zip))] && !state {
		return end
	}
	if g.setZip(zip, code); end == 1 && len(g.toks) > 1 {
		return end
	}
	g.take(tagger.Postcode, end-1, end)
	return end - 1
}

// lostZero tells the states whose ZIPs begin with a zero, by the last word of their
// name.
func lostZero(f string) bool {
	switch stateCode(f) {
	case "CT", "MA", "ME", "NH", "NJ", "RI", "VT", "PR", "VI", "AE":
		return true
	}
	return f == "hampshire" || f == "jersey" || f == "island" || f == "rico" || f == "islands"
}

// numbered reports words behind which a number belongs to the street line: box,
// highway, route.
func (g *usGrammar) numbered(i int) bool {
	switch g.toks[i].f {
	case "business", "interstate", "mile", "box", "bx", "highway", "hwy", "route", "rte", "rt", "road", "cr", "fm", "#", "no", "drawer", "lockbox", "caller", "pob", "pobox":
		return g.toks[i].f != "road" || g.toks[0].f == "road"
	}
	return false
}

// innerZip takes a ZIP that does not end the text: behind a state code, alone in
// its segment, or in front of everything.
func (g *usGrammar) innerZip(end int) int {
	for i := end - 2; i >= 0; i-- {
		f := g.toks[i].f
		if !zip5(f) || g.toks[i].used {
			continue
		}
		from, to := g.segment(i)
		alone := to-from == 1
		behind := i > 0 && len(g.toks[i-1].f) == 2 && stateCode(g.toks[i-1].f) != ""
		before := i+1 < len(g.toks) && len(g.toks[i+1].f) == 2 && stateCode(g.toks[i+1].f) != "" && i > 0
		front := i == from && to-i > 1 && places.UnderUS(f[:5], places.NameUS(g.text(i+1, g.cityEnd(i+1, to))))
		if !alone && !behind && !front && !before {
			continue
		}
		g.setZip(usZip(f))
		g.take(tagger.Postcode, i, i+1)
		switch {
		case before && i+2 >= end:
			if g.state == "" {
				g.state = stateCode(g.toks[i+1].f)
				g.a.Region = g.state
			}
			g.take(tagger.State, i+1, i+2)
			return i
		case front && g.cityEnd(i+1, to) < to:
			g.state = stateCode(g.toks[to-1].f)
			g.a.Region = g.state
			g.take(tagger.State, to-1, to)
			return to - 1
		case front && i == 0:
			return to
		case i == 0 || front:
			return end
		}
		return i
	}
	return -1
}

// cityEnd leaves a state code at the end of [i, to) away.
func (g *usGrammar) cityEnd(i, to int) int {
	if to-i > 1 && len(g.toks[to-1].f) == 2 && stateCode(g.toks[to-1].f) != "" {
		return to - 1
	}
	return to
}

func (g *usGrammar) setZip(zip, code string) {
	g.zip = true
	if g.a.Postcode != "" {
		if g.a.Postcode[:min(5, len(g.a.Postcode))] != zip[:min(5, len(zip))] {
			g.code("postcode", "two_values")
			g.a.Unparsed = strings.TrimSpace(g.a.Unparsed + " " + zip)
		} else if len(zip) > len(g.a.Postcode) {
			g.a.Postcode = zip
		}
		return
	}
	g.a.Postcode = zip
	if code != "" {
		g.code("postcode", code)
	}
}

// readState takes the state that ends where the tail begins; with sure only a code
// of two letters that can be nothing else. A word that could as well be something
// else (New York, CT, NE) is taken when the reading of the street line and city gets
// better by it.
func (g *usGrammar) readState(sure bool) {
	if sure && g.tail > 0 && g.tail == len(g.toks) && g.zip && g.a.Postcode == "" {
		return
	}
	for g.tail > 0 && g.toks[g.tail-1].used && g.toks[g.tail-1].label == tagger.None {
		g.tail--
	}
	for n := min(4, g.tail); n >= 1; n-- {
		from := g.tail - n
		if g.toks[from].used || g.toks[g.tail-1].used || n > 1 && g.toks[from].seg != g.toks[g.tail-1].seg {
			continue
		}
		f := joinFolded(g.toks[from:g.tail])
		if sure && n > 1 && (n > 2 || strings.IndexByte(f, ' ') > 2 || from == 0 || g.toks[from-1].seg == g.toks[from].seg) {
			continue // but "W. Va."
		}
		code := usState(f)
		if code == "" || sure && !g.sureState(from, f) || !sure && !g.stateFits(from, f, code) {
			continue
		}
		if g.state == "" {
			g.a.Region, g.state = code, code
		} else if g.state != code {
			continue
		}
		if len(f) > 2 {
			g.code("region", "abbreviated")
		}
		g.take(tagger.State, from, g.tail)
		g.tail = from
		g.repeatedState()
		return
	}
	if !sure && g.state == "" && !g.given {
		g.innerState()
	}
}

// innerState takes a state that stands alone between commas in front of the street
// line: "Hartford, CT, 15 Oak St".
func (g *usGrammar) innerState() {
	for i := 1; i+1 < g.tail && g.zip; i++ { // "12 Elm St CA Long Beach 90807"
		if f := g.toks[i].f; !g.toks[i].used && len(f) == 2 && g.info[i].dir == "" && stateCode(f) != "" && g.place(i+1, g.tail) == exactly && (g.toks[i-1].used || hasDigit(g.toks[i-1].f) || g.info[i-1].suf != "") {
			g.state = stateCode(f)
			g.a.Region = g.state
			g.take(tagger.State, i, i+1)
			return
		}
	}
	for i := 1; i+1 < g.tail; i++ {
		from, to := g.segment(i)
		if g.toks[i].used || to-from != 1 || g.toks[i-1].used || hasDigit(g.toks[i-1].f) || len(g.toks[i].f) == 2 && g.toks[i].text != upper(g.toks[i].f) {
			continue
		}
		if code := stateCode(g.toks[i].f); code != "" && g.info[i].dir == "" && g.place(g.placeBefore(i), i) > nowhere {
			g.a.Region, g.state, g.tail = code, code, i
			g.take(tagger.State, i, i+1)
			return
		}
	}
}

// sureState tells a code in front of the ZIP that is neither a directional nor a
// suffix, or stands behind a comma.
func (g *usGrammar) sureState(from int, f string) bool {
	if from > 0 && len(f) > 2 && len(f) < 9 && strings.IndexByte(f, ' ') > 0 && g.zip {
		return true // "W. Va."
	}
	if len(f) != 2 || from == 0 {
		return false
	}
	own := g.toks[from-1].seg != g.toks[from].seg
	if !g.zip || g.tail == len(g.toks) {
		return own && !g.given && g.toks[from].text == upper(f) && g.info[from].dir == "" && from > 2
	}
	return g.info[from].dir == "" && (own || g.info[from].suf == "" && (f != "fl" || !ordinal(g.toks[from-1].f)))
}

// repeatedState drops the same state written twice: "Memphis TN, TN 38103".
func (g *usGrammar) repeatedState() {
	for n := min(2, g.tail-1); n >= 1; n-- {
		from := g.tail - n
		if !g.toks[from].used && usState(joinFolded(g.toks[from:g.tail])) == g.state && g.state != "NY" && g.state != "WA" {
			g.code("region", "repeated")
			g.take(tagger.State, from, g.tail)
			g.tail = from
			return
		}
	}
}

// stateFits decides whether the words from token from are the state.
func (g *usGrammar) stateFits(from int, f, code string) bool {
	if from == 0 {
		return len(f) == 2 && g.zip || g.given && len(f) == 2 && g.toks[from].text == code && g.info[from].dir == "" && g.info[from].suf == ""
	}
	own := g.toks[from-1].seg != g.toks[from].seg
	t := g.toks[from]
	if len(f) == 2 {
		if g.given && (g.info[from].dir != "" || g.info[from].suf != "") {
			return false // street column: "Main St NE", "Park Ct"
		}
		if g.zip && g.info[from].dir == "" && f != "fl" {
			return true
		}
		if f == "fl" && (ordinal(g.toks[from-1].f) || spelledOrdinal(g.toks[from-1].f)) && !own {
			return false // "6th Fl"
		}
		if !g.zip && !g.given && !own && t.text != code && stateWord(f) && g.place(g.placeBefore(from), from) == nowhere {
			return false // "in", "or", "me", "la" in running text
		}
		if g.info[from].dir == "" && g.info[from].suf == "" {
			return true
		}
	} else if g.given {
		return own && g.toks[from].seg != g.toks[0].seg
	}
	if len(f) > 2 && g.zip && g.place(from, g.tail) < exactly {
		return true // a city of that name has other ZIPs
	}
	with, without := g.tryState(from, code)
	if own || g.zip && g.tail < len(g.toks) {
		with += 2
	}
	return with > without
}

// stateWord tells state codes that are also words.
func stateWord(f string) bool {
	switch f {
	case "in", "or", "me", "la", "de", "hi", "oh", "ok", "ma", "pa", "id", "co", "al", "as", "mo", "ms", "md", "mt", "ct", "va", "ne":
		return true
	}
	return false
}

// placeBefore gives the start of the longest known place that ends at token to.
func (g *usGrammar) placeBefore(to int) int {
	from, _ := g.segment(to - 1)
	for i := max(from, to-4); i < to; i++ {
		if g.place(i, to) > nowhere {
			return i
		}
	}
	return to
}

// tryState compares the readings of the text with and without the state.
func (g *usGrammar) tryState(from int, code string) (with, without float64) {
	state, tail := g.state, g.tail
	without = g.plan().score
	g.state, g.tail = code, from
	g.use(from, tail)
	with = g.plan().score
	for i := from; i < tail; i++ {
		g.toks[i].used, g.toks[i].label = false, tagger.None
	}
	g.state, g.tail = state, tail
	return with, without
}

// usState is stateCode for folded words as they stand in the text, with the old
// abbreviations of two words: n. mex., w. va., so. carolina.
func usState(f string) string {
	if c := stateCode(f); c != "" {
		return c
	}
	if f == "ll" {
		return "IL" // lL
	}
	a, b, two := strings.Cut(f, " ")
	if !two {
		if len(f) == 3 && f[1] == '.' {
			return stateCode(f[:1] + f[2:])
		}
		return misspeltState(f)
	}
	if len(a) == 1 && len(b) == 1 {
		switch a + b {
		case "ny", "nj", "nh", "nm", "nc", "nd", "sc", "sd", "wv", "ri", "dc":
			return upper(a + b)
		}
		return ""
	}
	switch a {
	case "n", "no", "n.":
		a = "north"
	case "s", "so":
		a = "south"
	case "w":
		a = "west"
	case "r":
		a = "rhode"
	case "washington", "wash":
		return ""
	}
	switch b {
	case "mex", "m":
		b = "mexico"
	case "hamp", "hampsh":
		b = "hampshire"
	case "jers":
		b = "jersey"
	case "dak":
		b = "dakota"
	case "car", "caro":
		b = "carolina"
	case "va":
		b = "virginia"
	case "is", "isl":
		b = "island"
	}
	if a == "north" && (b == "mexico" || b == "hampshire" || b == "jersey") {
		a = "new"
	}
	return stateCode(a + " " + b)
}

// misspeltState finds the state that a long word is one typing error away from.
func misspeltState(f string) string {
	if len(f) < 7 {
		return ""
	}
	want := misspelt(f, "alabama", "arizona", "arkansas", "california", "colorado", "connecticut", "delaware", "florida", "illinois",
		"indiana", "kentucky", "louisiana", "maryland", "massachusetts", "michigan", "minnesota", "mississippi", "missouri", "montana",
		"nebraska", "oklahoma", "pennsylvania", "tennessee", "vermont", "virginia", "washington", "wisconsin", "wyoming")
	if want == "" {
		return ""
	}
	return stateCode(want)
}
