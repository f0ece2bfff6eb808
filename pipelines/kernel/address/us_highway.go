package address

import "strings"

// numberedRoad reads a road that has a number or letters for a name, with a
// predirectional, bypass or frontage road and a postdirectional: Publication 28, 237
// and appendix F.
func (g *usGrammar) numberedRoad(s usShape) (usShape, bool) {
	i, to := s.name, s.nameEnd
	n, name := g.highway(i, to)
	if n == 0 && g.info[i].dir != "" && to-i > 2 {
		if n, name = g.highway(i+1, to); n > 0 {
			s.pre = g.info[i].dir
			i++
		}
	}
	if n == 0 && to-i > 3 && i == s.name && countyWord(g.toks[i+1].f) && g.info[i].suf == "" {
		if n, name = g.highway(i+1, to); n > 0 { // "Anderson County Road 312"
			name, n = properName(g.toks[i].text, "US")+" "+name, n+1
		}
	}
	if n == 0 && to-i > 2 {
		return g.namedHighway(s, i)
	}
	if n == 0 {
		return s, false
	}
	j := i + n
	if j < to {
		switch f := g.toks[j].f; {
		case (f == "bypass" || f == "byp" || f == "frontage" || f == "service" || f == "access" || f == "feeder") && j+2 <= to && j+1 < to && g.info[j+1].suf == "RD":
			if f == "byp" {
				f = "bypass"
			}
			name, s.suf, j = name+" "+properName(f, "US"), "RD", j+2
		case f == "bypass" || f == "byp":
			s.suf, j = "BYP", j+1
		case f == "business" || f == "bus" || f == "alternate" || f == "alt" || f == "spur" || f == "loop" || f == "truck":
			name, j = name+" "+properName(f, "US"), j+1
		}
	}
	s.nameEnd = i + n
	if s.suf != "" {
		s.nameEnd = j - 1
	}
	if j < to && g.info[j].dir != "" {
		s.post, j = g.info[j].dir, j+1
	}
	s.name, s.spelt, s.rule, s.score = i, name, "us:highway", 6
	switch {
	case j == to:
		return s, true
	case j == to-1 && (hasDigit(g.toks[j].f) || len(g.toks[j].f) == 1):
		s.unit, s.score = j, 5.6
		return s, true
	}
	return s, false
}

// namedHighway reads a name in front of a numbered road, SCENIC HWY 98, OLD WEST
// STATE ROUTE 21, as one name.
func (g *usGrammar) namedHighway(s usShape, i int) (usShape, bool) {
	to := s.nameEnd
	for k := i + 1; k < min(to-1, i+4); k++ {
		if kind := roadKind(g.toks[k].f); kind == "Road" || kind == "" && !(g.toks[k].f == "loop" && g.toks[k-1].f == "business") && g.toks[k].f != "state" || g.info[k-1].strong || hasDigit(g.toks[k-1].f) {
			continue
		}
		n, name := g.highway(k, to)
		if n == 0 || g.toks[k+1].f == "#" || g.toks[k+1].f == "no" {
			continue
		}
		j := k + n
		if j < to && g.info[j].dir != "" {
			s.post = g.info[j].dir
			j++
		}
		if j != to {
			return s, false
		}
		if g.info[i].dir != "" && k-i > 1 {
			s.pre = g.info[i].dir
			i++
		}
		s.name, s.nameEnd, s.rule, s.score = i, k+n, "us:highway", 4.6
		s.spelt = properName(g.text(i, k), "US") + " " + name
		return s, true
	}
	return s, false
}

func countyWord(f string) bool { return f == "county" || f == "co" || f == "cnty" || f == "cty" }

// highway gives the number of words of a numbered road that begins at i, and its
// name in the spelling of Publication 28, appendix F.
func (g *usGrammar) highway(i, end int) (n int, name string) {
	if i+1 >= end && !(i < end && hasDigit(g.toks[i].f)) || !roadWord(g.toks[i].f) && (i+1 >= end || stateCode(g.toks[i].f+" "+g.toks[i+1].f) == "") {
		return 0, ""
	}
	f := func(j int) string {
		if j < end && !g.toks[j].used {
			return g.toks[j].f
		}
		return ""
	}
	j := i
	var words []string
	if f(j) == "old" {
		words, j = append(words, "Old"), j+1
	}
	letters, kind := false, ""
	if code := stateCode(f(j) + " " + f(j+1)); code != "" && roadKind(f(j+2)) != "" {
		words, j, kind = append(words, code), j+2, "state"
	} else if code := stateCode(f(j)); code != "" && f(j) != "co" && f(j) != "fm" && j == i && (g.info[j].dir == "" || roadKind(f(j+1)) != "") {
		words, j, kind = append(words, code), j+1, "state"
	}
	switch {
	case countyWord(f(j)):
		words, j, kind, letters = append(words, "County"), j+1, "county", true
	case f(j) == "state" || (f(j) == "st" || f(j) == "ste") && roadKind(f(j+1)) != "":
		words, j, kind = append(words, "State"), j+1, "word"
	case f(j) == "township" || f(j) == "twp":
		words, j, kind = append(words, "Township"), j+1, "county"
	case f(j) == "ranch" || f(j) == "forest" || f(j) == "service" && f(j+1) == "road":
		words, j, kind = append(words, properName(f(j), "US")), j+1, "county"
	case f(j) == "us" || f(j) == "u.s":
		words, j, kind = append(words, "US"), j+1, "us"
	case f(j) == "u" && f(j+1) == "s":
		words, j, kind = append(words, "US"), j+2, "us"
	case f(j) == "united" && f(j+1) == "states":
		words, j, kind = append(words, "US"), j+2, "us"
	}
	road := roadKind(f(j))
	switch {
	case f(j) == "interstate" || f(j) == "ih" || f(j) == "i" && (isDigit(firstByte(f(j+1))) || f(j+1) == "-"):
		if j++; roadKind(f(j)) == "Highway" {
			j++
		}
		words, road = append(words, "Interstate"), "Interstate"
	case len(f(j)) > 2 && (f(j)[:2] == "i-" && allDigits(f(j)[2:])):
		return j + 1 - i, strings.Join(append(words, "Interstate", f(j)[2:]), " ")
	case f(j) == "fm" || f(j) == "rm" || (f(j) == "farm" || f(j) == "ranch") && f(j+1) == "to" && f(j+2) == "market":
		short := upper(f(j))
		if len(short) > 2 {
			short, j = short[:1]+"M", j+2
		}
		if j++; f(j) == "road" || f(j) == "rd" {
			j++
		}
		words, road = append(words, short), "FM"
	case f(j) == "c" && f(j+1) == "r":
		words, j, road, letters = append(words, "County", "Road"), j+2, "Road", true
	case f(j) == "cr":
		words, j, road, letters = append(words, "County", "Road"), j+1, "Road", true
	case f(j) == "cth":
		words, j, road, letters = append(words, "County", "Highway"), j+1, "Highway", true
	case f(j) == "sr" || f(j) == "srt":
		if isLetter(firstByte(f(j + 1))) {
			words = append(words, "State", "Route")
		} else {
			words = append(words, "State", "Road")
		}
		j, road, letters = j+1, "Road", true
	case f(j) == "sh" && isDigit(firstByte(f(j+1))):
		words, j, road = append(words, "State", "Highway"), j+1, "Highway"
	case f(j) == "tsr":
		words, j, road = append(words, "Township", "Road"), j+1, "Road"
	case f(j) == "loop" || f(j) == "expressway" || f(j) == "spur":
		if kind == "" && !allDigits(f(j+1)) {
			return 0, ""
		}
		words, j, road = append(words, properName(f(j), "US")), j+1, "Loop"
	case road == "Road" && kind == "":
		if len(words) > 0 || !hasDigit(f(j+1)) || ordinal(f(j+1)) {
			return 0, ""
		}
		words, j = append(words, road), j+1
	case road != "":
		if j++; f(j) == "fm" {
			words, j = append(words, "FM"), j+1
			break
		}
		words, letters = append(words, road), true
	case kind == "us":
		words = append(words, "Highway")
	case kind == "state" && len(words) == 1:
		if !allDigits(f(j)) || len(f(j)) > 4 {
			return 0, ""
		}
		words = append(words, "Highway")
	case kind == "county" && words[len(words)-1] == "County":
		if !allDigits(f(j)) {
			return 0, ""
		}
	default:
		return 0, ""
	}
	if f(j) == "no" || f(j) == "#" || f(j) == "number" {
		j++
	}
	id := strings.TrimPrefix(f(j), "#")
	switch {
	case id == "" || ordinal(id) || len(id) > 6:
		return 0, ""
	case isDigit(id[0]) && numberLike(id):
	case len(id) == 3 && isLetter(id[0]) && isDigit(id[1]) && isLetter(id[2]): // A1A
	case letters && len(id) <= 2 && isLetter(id[0]) && (len(id) == 1 || id[0] == id[1] || direction(id) == "" && stateCode(id) == "" && unitOnly(id)):
	default:
		return 0, ""
	}
	if kind == "us" && roadKind(f(j+1)) == "Highway" && words[len(words)-1] == "Highway" {
		j++ // "US 401 Hwy"
		return j + 1 - i, strings.Join(append(words, upper(id)), " ")
	}
	return j + 1 - i, strings.Join(append(words, upper(id)), " ")
}

// unitOnly reports two letters that are no suffix: the county roads DV and KK.
func unitOnly(id string) bool {
	switch id {
	case "st", "rd", "dr", "ln", "ct", "pl", "sq", "pk", "av", "wy", "to", "of":
		return false
	}
	return true
}

// roadWord tells the words that may open a numbered road, quickly.
func roadWord(f string) bool {
	switch f {
	case "us", "u.s", "u", "united", "state", "st", "ste", "county", "co", "cnty", "cty", "township", "twp", "ranch", "farm", "old",
		"highway", "hwy", "route", "rte", "rt", "road", "rd", "interstate", "i", "ih", "fm", "rm", "cr", "c", "cth", "sr", "sh", "srt", "tsr", "loop",
		"expressway", "spur", "forest", "service", "hiway", "highwy", "hway", "hiwy":
		return true
	}
	return strings.HasPrefix(f, "i-") || stateCode(f) != ""
}

// roadKind gives the word of a numbered road in full.
func roadKind(f string) string {
	switch f {
	case "highway", "hwy", "hiway", "highwy", "hway", "hiwy":
		return "Highway"
	case "route", "rte", "rt":
		return "Route"
	case "road", "rd":
		return "Road"
	}
	return ""
}
