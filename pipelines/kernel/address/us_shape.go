package address

// usShape is one reading of the words between house number and city as a street.
type usShape struct {
	pre, suf, post string
	name, nameEnd  int    // the words of the name
	spelt          string // the name, when it is not as written (numbered roads)
	unit           int    // index of a bare unit behind the street, or -1
	end            int    // first word behind the street
	score          float64
	rule           string
}

// shape reads tokens [from, to) as directionals, name, suffix and bare unit after
// Publication 28, 233 to 237, and says how well they fit.
func (g *usGrammar) shape(from, to int) usShape {
	if from >= to {
		return usShape{unit: -1, score: -6}
	}
	s := g.street(from, to)
	if s.rule != "us:street" && s.score >= 4 {
		return s
	}
	if g.unitFits(from, to) {
		u := g.street(from, to-1)
		u.unit, u.end = to-1, to
		if u.score -= 0.2; u.suf == "" && u.rule == "us:street" {
			u.score -= 0.3
		}
		if g.inside(from, to-1) || u.score >= s.score {
			return u
		}
	}
	return s
}

// inside reports that a strong suffix stands in [from, to) behind the first word.
func (g *usGrammar) inside(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if g.info[i].strong {
			return true
		}
	}
	return false
}

// unitFits reports whether the last word can be a unit without a designator:
// 4TH ST 5, OAK AVE B, WELLS 211, PARK AVE W 4B.
func (g *usGrammar) unitFits(from, to int) bool {
	if to-from < 2 {
		return false
	}
	f, prev := g.toks[to-1].f, g.info[to-2]
	if ordinal(f) || len(f) > 7 || fraction(f) {
		return false
	}
	behind := prev.strong || prev.suf != "" && to-from > 2 || prev.dir != "" && to-from > 3 || streetAlone(g.toks[to-2].f)
	switch {
	case hasDigit(f):
		return behind || len(f) > 1 && !hasDigit(g.toks[to-2].f) && !g.numbered(to-2) && prev.suf == "" && prev.dir == "" && g.toks[to-2].f != "mile"
	case len(f) == 1 && isLetter(f[0]):
		return (behind && (prev.dir == "" || g.info[max(from, to-3)].strong) || prev.suf == "" && prev.dir == "" && len(g.toks[to-2].f) > 3 && !g.numbered(to-2)) && g.info[to-1].dir == "" && to-from > 2
	}
	return false
}

// street reads [from, to) without a bare unit.
func (g *usGrammar) street(from, to int) usShape {
	s := usShape{name: from, nameEnd: to, unit: -1, end: to, rule: "us:street"}
	if at := g.crossingAt(from, to); at > 0 {
		left, right := g.street(from, at), g.street(at+1, to)
		s.score, s.rule = min(left.score, right.score)+1, "us:crossing"
		if max(left.score, right.score) > 1.7 && min(left.score, right.score) > 0.3 {
			s.score = 5.5
		}
		return s
	}
	if h, ok := g.numberedRoad(s); ok {
		return h
	}
	if n, ok := g.special(s); ok {
		return n
	}
	g.predir(&s)
	g.postdir(&s)
	if i := s.nameEnd - 1; i > s.name && g.info[i].suf != "" {
		s.suf = g.info[i].suf
		s.nameEnd--
		if s.score += 2.5; g.info[i].strong || i-1 > s.name && g.info[i-1].strong && s.suf == "EXT" {
			s.score += 2.5
		}
	} else {
		g.bare(&s)
	}
	g.weigh(&s)
	if s.suf == "DR" && s.nameEnd-s.name == 1 && g.info[s.name].dir != "" && to-from == 2 && len(g.toks[to-1].f) == 2 {
		s.score -= 2.5 // "S Dr Martin Luther King"
	}
	return s
}

// predir takes the directional in front. Alone before the suffix it is the name
// (NORTH AVE, E ST); of two that are opposites the second belongs to the name (N
// SOUTH OAK ST); two others are one (NORTH E MAIN ST is NE MAIN ST).
func (g *usGrammar) predir(s *usShape) {
	i, to := s.name, s.nameEnd
	d := g.info[i].dir
	if d == "" || to-i < 2 {
		return
	}
	rest := i + 1
	for rest < to && (g.info[rest].suf != "" || g.info[rest].dir != "") {
		rest++
	}
	second := g.info[i+1].dir
	switch {
	case rest == to && second == "" && (to-i > 2 && g.info[i+2].suf == "" || to-i == 2):
		// "North Ave", "West St NW"; with a weak suffix alone it is a name: "S Park"
		if g.info[i+1].strong {
			return
		}
		s.pre = d
		s.name++
	case rest == to && second == "" && g.info[i+1].strong && to-i > 2 && !g.info[i+2].strong:
		return
	case second != "" && len(d) == 1 && len(second) == 1 && (to-i == 2 || g.onlySuffix(i+2, to)):
		s.pre = d // "E West St", "N E St"
		s.name++
	case second != "" && joinDirs(d, second) != "" && to-i > 2:
		s.pre = joinDirs(d, second)
		s.name += 2
	default:
		s.pre = d
		s.name++
	}
}

// onlySuffix reports that [i, to) is a suffix, perhaps with a postdirectional.
func (g *usGrammar) onlySuffix(i, to int) bool {
	if i < to && g.info[to-1].dir != "" {
		to--
	}
	return to-i == 1 && g.info[i].suf != ""
}

// joinDirs makes one directional of two: N and E are NE; opposites give "".
func joinDirs(a, b string) string {
	if (a == "N" || a == "S") && (b == "E" || b == "W") {
		return a + b
	}
	return ""
}

// postdir takes the directional at the end: behind a suffix, a number or a name
// without suffix; BAY W DR keeps it in the name.
func (g *usGrammar) postdir(s *usShape) {
	i := s.nameEnd - 1
	d := g.info[i].dir
	if d == "" || i <= s.name || g.toks[i].f == "no" && s.end-i > 1 {
		return
	}
	if p := g.info[i-1]; len(d) == 1 && p.dir != "" && joinDirs(p.dir, d) != "" && i-1 > s.name && len(p.dir) == 1 && g.info[i-2].suf != "" {
		s.post = joinDirs(p.dir, d)
		s.nameEnd -= 2
		return
	}
	if i-1 == s.name && g.info[i-1].strong && s.pre == "" && !hasDigit(g.toks[i-1].f) {
		s.score++ // "Avenue N": the letter names the avenue; "Loop N" has nothing else
	}
	s.post = d
	s.nameEnd--
	s.score += 0.5
}

// bare weighs a name without suffix.
func (g *usGrammar) bare(s *usShape) {
	f := g.toks[s.name].f
	n := s.nameEnd - s.name
	switch {
	case n == 1 && streetAlone(f):
		s.score += 4.5
	case n == 1 && (allDigits(f) && (s.pre != "" || s.post != "")):
		s.score += 5 // the grid of Utah: E 1700 S
	case n == 1 && ordinal(f):
		s.score += 1.8
	case n == 1 && (g.info[s.name].dir != "" || f == "the"):
		s.score -= 4
	case n == 1 && (hasDigit(f) || len(f) == 1):
		s.score -= 1
	default:
		s.score += 0.5
	}
	if s.pre != "" {
		s.score += 0.4
	}
}

// weigh takes off for what seldom stands inside a name.
func (g *usGrammar) weigh(s *usShape) {
	for i := s.name; i < s.nameEnd; i++ {
		in, f := g.info[i], g.toks[i].f
		switch {
		case i == s.name:
		case in.strong && i == s.nameEnd-1 && s.suf != "":
			s.score -= 0.6 // "Main Avenue Dr"
		case f == "st" && !ordinal(g.toks[i-1].f):
			s.score -= 1.3 // Saint
		case in.strong && coreSuffix(in.suf):
			s.score -= 2.6
		case in.strong:
			s.score -= 1.2
		case in.suf != "":
			s.score -= 0.2
		case hasDigit(f) && i+1 < s.nameEnd && g.toks[i+1].f == "mile":
		case hasDigit(f):
			s.score -= 3
		case f == "&" || f == "@" || f == "and" && i+1 < s.nameEnd:
			s.score -= 2
		case in.dir != "" && len(f) <= 2, len(f) == 1 && i == s.nameEnd-1:
			s.score -= 0.6
		case usUnit(f) != "" && len(f) > 2:
			s.score -= 1
		}
	}
	if s.nameEnd-s.name > 2 {
		s.score -= 0.45 * float64(s.nameEnd-s.name-2)
	}
	if s.nameEnd == s.name {
		s.score -= 5
	}
}

// coreSuffix tells the suffixes that end a street line nearly always.
func coreSuffix(s string) bool {
	switch s {
	case "ST", "AVE", "RD", "DR", "LN", "BLVD", "CT", "PKWY", "TER", "CIR", "HWY":
		return true
	}
	return false
}

// special reads names in which the type stands in front or which are whole: AVENUE
// E, AVENUE OF THE AMERICAS, THE PLAZA, CALLE LUNA, CAMINO DEL RIO S.
func (g *usGrammar) special(s usShape) (usShape, bool) {
	i, to := s.name, s.nameEnd
	if g.info[i].dir != "" && to-i > 2 && (g.info[i+1].suf == "AVE" || spanishType(g.toks[i+1].f)) && g.info[to-1].suf == "" && (g.info[to-1].dir == "" || len(g.toks[i].f) < 3) {
		s.pre = g.info[i].dir
		i++
	}
	if to-i < 2 {
		return s, false
	}
	f, next := g.toks[i].f, g.toks[i+1].f
	end := to
	if to-i > 2 && g.info[to-1].dir != "" {
		end--
	}
	switch {
	case (g.info[i].suf == "AVE" || g.info[i].suf == "ST" && len(f) > 3 || g.info[i].suf == "LOOP") && end-i == 2 && (len(next) == 1 && isLetter(next[0]) || hasDigit(next) && !ordinal(next) && len(next) <= 4 && len(f) > 2):
		s.score = 5
		if g.info[i].suf == "AVE" {
			s.spelt = "Avenue " + properName(g.toks[i+1].text, "US")
			if len(next) == 1 {
				s.spelt = "Avenue " + upper(next)
			}
		}
	case g.info[i].strong && next == "of" && end-i > 2 && g.info[to-1].suf == "":
		s.score = 5 - 0.9*float64(max(0, end-i-4))
	case f == "the" && to-i == 2:
		s.score, end = 3.6, to
	case spanishType(f) && !g.info[end-1].strong && !g.info[to-1].strong:
		s.score = 3.5 - 0.5*float64(max(0, end-i-3))
		if hasDigit(next) && end-i == 2 {
			s.score = 5
		}
	default:
		return s, false
	}
	s.rule, s.name, s.nameEnd = "us:named", i, end
	if end < to {
		s.post = g.info[to-1].dir
	}
	return s, true
}

// spanishType tells the Spanish and French words that stand in front of a name.
func spanishType(f string) bool {
	switch f {
	case "calle", "camino", "avenida", "paseo", "via", "carr", "carretera", "corte", "callejon", "vereda", "caminito", "calz", "rue", "cll", "paseos":
		return true
	}
	return false
}
