package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/places"
	"kartoteka/pipelines/kernel/address/tagger"
)

// usPlan is one reading of the free words: where the delivery line begins and ends
// and which words are the city.
type usPlan struct {
	from, number int // the house number is [from, number); equal: none
	shape        usShape
	cityFrom     int
	cityTo       int // equal: no city
	line         bool
	score        float64
	margin       float64 // distance to the next best reading
}

// plan finds the best reading of the free words. Every word that looks like a house
// number may open the delivery line, every word behind it may open the city.
func (g *usGrammar) plan() usPlan {
	var runs [24][2]int
	n := 0
	g.runs(func(from, to int) bool {
		runs[n] = [2]int{from, to}
		n++
		return n < len(runs)
	})
	last := n - 1 // the run of the city
	for i := range n {
		if runs[i][1] <= g.tail {
			last = i
		}
	}
	if g.given {
		last = -1
	}
	for last > 0 && g.onlyUnit(runs[last][0], runs[last][1]) {
		last--
	}
	best := usPlan{score: -100}
	second := -100.0
	keep := func(p usPlan) {
		if p.score > best.score {
			second, best = max(second, best.score), p
		} else if p.score > second {
			second = p.score
		}
	}
	elsewhere := -8.0
	if last >= 0 {
		elsewhere = g.cityScore(runs[last][0], runs[last][1])
		if g.a.POBox != "" || g.a.Route != "" || g.state != "" || g.zip {
			for i := runs[last][0]; i < runs[last][1]; i++ {
				p := usPlan{cityFrom: i, cityTo: runs[last][1], score: elsewhere - 0.5*float64(last)}
				if i > runs[last][0] {
					p.score = g.cityScore(i, runs[last][1]) - 0.5*float64(last) - 0.6*float64(i-runs[last][0])
					if usNumber(g.toks[runs[last][0]].f) {
						p.score -= 4
					}
				}
				keep(p)
			}
		}
	} else {
		keep(usPlan{})
	}
	for r := range n {
		from, to := runs[r][0], runs[r][1]
		for k := from; k < to; k++ {
			number := g.numberEnd(k, to)
			if number == k && (k > from || !g.namesStreet(k, to)) || k > from && g.numbered(k-1) {
				continue
			}
			bonus := 3.0
			if k > from {
				bonus = 0.3
			}
			switch {
			case number == k:
				bonus = -1.5
			case !hasDigit(g.toks[k].f):
				bonus -= 0.8
			}
			bonus -= 0.4 * float64(r)
			if r > last && last >= 0 && g.tail < to && to < len(g.toks) {
				bonus -= 0.5
			}
			for cut := number + 1; cut <= to; cut++ {
				p := usPlan{from: k, number: number, line: true, shape: g.shape(number, cut)}
				switch {
				case r == last:
					p.cityFrom, p.cityTo = cut, to
					p.score = g.cityScore(cut, to)
				case last >= 0:
					p.cityFrom, p.cityTo = runs[last][0], runs[last][1]
					p.score = elsewhere - 0.8*float64(max(0, last-r-1))
					if cut < to {
						if number == k {
							p.score -= 4 // "Main Street Books LLC"
						}
						if p.score += g.restScore(cut, to); p.shape.score < 4 {
							p.score -= 2
						}
					}
				case cut < to:
					p.score = -4
				}
				if cut < to && r == last && g.state == "" && p.shape.score < 4 {
					if !g.zip {
						p.score -= 5 // nothing announces a city
					} else if g.place(cut, to) == nowhere {
						p.score -= 2
					}
				}
				if (k > from || g.a.POBox != "") && p.shape.score < 2 {
					p.score -= 2 // "Route 66 Diner"
					if g.a.POBox != "" {
						p.score -= 3
					}
				}
				if p.score += bonus + p.shape.score; number == cut-0 {
					p.score -= 6
				}
				keep(p)
			}
		}
	}
	best.margin = best.score - second
	return best
}

// restScore weighs words between the street and a city that stands apart: a
// suburb, a building.
func (g *usGrammar) restScore(from, to int) float64 {
	if to-from == 1 && (g.info[from].dir != "" || g.info[from].suf != "") {
		return -4
	}
	switch g.place(from, to) {
	case here:
		return 0.5
	case somewhere, elsewhere:
		return -0.8
	}
	if g.info[from].strong {
		return -4
	}
	return -2 - 0.3*float64(to-from)
}

// onlyUnit reports a run that is a bare unit or a directional: "12C", "NW".
func (g *usGrammar) onlyUnit(from, to int) bool {
	if to-from != 1 {
		return false
	}
	f := g.toks[from].f
	return hasDigit(f) || len(f) == 1 || len(f) == 2 && g.info[from].dir != ""
}

// namesStreet reports whether [from, to) can be a street without a number: a strong
// suffix, a numbered road or a crossing is in it.
func (g *usGrammar) namesStreet(from, to int) bool {
	if g.crossing(from, to) || g.in.Street != "" {
		return true
	}
	for i := from + 1; i < to; i++ {
		if g.info[i].strong && (coreSuffix(g.info[i].suf) || g.info[i].suf == "WAY" || g.info[i].suf == "PIKE" || g.info[i].suf == "TRL") {
			return true
		}
	}
	if n, _ := g.highway(from, to); n > 0 && (from+n == to || g.info[from+n].dir != "" || g.tail == to) {
		return true
	}
	if streetAlone(g.toks[from].f) {
		return true
	}
	return g.info[from].dir != "" && to-from > 1 && streetAlone(g.toks[from+1].f)
}

func (g *usGrammar) crossing(from, to int) bool { return g.crossingAt(from, to) > 0 }

// crossingAt gives the word between two streets that cross: &, @, and, at; 0 when
// there is none.
func (g *usGrammar) crossingAt(from, to int) int {
	for i := from + 1; i+1 < to; i++ {
		switch f := g.toks[i].f; {
		case f == "&" || f == "@" || f == "/":
			return i
		case f == "and" || f == "at":
			left := g.info[i-1].strong || ordinal(g.toks[i-1].f) || g.info[i-1].dir != "" || hasDigit(g.toks[i-1].f)
			if left && (g.inside(i, to) || ordinal(g.toks[i+1].f)) || (ordinal(g.toks[i-1].f) || ordinal(g.toks[i+1].f)) && i == from+1 {
				return i
			}
		}
	}
	return 0
}

// cityScore weighs [from, to) as the name of the city.
func (g *usGrammar) cityScore(from, to int) float64 {
	n := to - from
	if n <= 0 {
		switch {
		case g.given:
			return 0
		case g.state != "" && g.zip:
			return -3
		case g.state != "":
			return -4.5
		case g.zip:
			return -1.5
		}
		return -0.2
	}
	known := g.place(from, to)
	score := 0.0
	for i := from; i < to; i++ {
		f, in := g.toks[i].f, g.info[i]
		switch {
		case hasDigit(f) || f == "&" || f == "@" || f == "*":
			score -= 8
		case len(f) == 1 && in.dir == "" && f != "o":
			score -= 3
		case in.dir != "" && n == 1 && known < here:
			score -= 4
		case known > nowhere:
		case i == from && in.strong && (f != "st" || n == 1):
			score -= 5
		case i > from && in.strong && coreSuffix(in.suf):
			score -= 3
		case i == from && in.dir != "" && len(f) <= 2:
			score -= 1.2
		case usUnit(f) != "" && len(f) > 2:
			score -= 2
		case enSmallWord(f) && i == from:
			score -= 2
		}
	}
	if known > nowhere && n == 1 && g.info[from].strong {
		if score -= 1.5; known < here {
			score -= 2.5
		}
	}
	if known == nowhere && n > 1 && g.toks[to-1].f == "city" {
		known = g.place(from, to-1) // "New York City"
	}
	words := float64(n)
	switch known {
	case exactly:
		return score + 4.5 + 0.7*words
	case here:
		if n == 1 {
			return score + 3
		}
		return score + 3.9 + 0.7*words
	case somewhere:
		if n == 1 {
			return score + 2.2
		}
		return score + 3.2 + 0.7*words
	case elsewhere:
		if n == 1 {
			return score + 0.9
		}
		return score + 1.2 + 0.3*words
	}
	if n > 1 && cityFirst(g.toks[from].f) {
		score += 0.8
	}
	if n > 1 && cityLast(g.toks[to-1].f) {
		score += 0.5
	}
	switch {
	case n == 1 && len(g.toks[from].f) < 3:
		score -= 3
	case n == 1:
		score += 0.8
	case n == 2:
		score += 0.6
	case n == 3:
		score -= 0.4
	default:
		score -= 2 + float64(n-4)
	}
	if g.state == "" && !g.zip {
		score -= 2.5
	}
	return score
}

// The answers of place, the worst first.
const (
	nowhere   = iota // no place of that name
	elsewhere        // a place, but not in the state given
	somewhere        // a place, and the state is not given
	here             // a place of the state given
	exactly          // a place under the ZIP given
)

// place looks up the words [from, to) in the table of places.
func (g *usGrammar) place(from, to int) int {
	if from >= to || to-from > 5 {
		return nowhere
	}
	var buf [80]byte
	b := buf[:0]
	for i := from; i < to; i++ {
		f := g.toks[i].f
		if hasDigit(f) || len(b)+len(f) > 60 {
			return nowhere
		}
		for _, c := range []byte(places.WordUS(f)) {
			if c >= 'a' && c <= 'z' {
				b = append(b, c)
			}
		}
	}
	name := string(b)
	zip := g.a.Postcode
	inState := g.state != "" && places.UnderUS(g.state, name)
	if to-from == 1 && g.info[from].strong && !inState {
		return nowhere // too many streets, too few towns called Avenue
	}
	switch {
	case len(zip) >= 5 && (g.state == "" || inState) && places.UnderUS(zip[:5], name):
		return exactly
	case g.p.gaz != nil && zip != "" && g.p.gaz.Has("US", zip, join(g.toks[from:to])):
		return exactly
	case inState:
		return here
	case !places.KnownUS(name):
		return nowhere
	case g.state == "" && !g.zip:
		return somewhere
	}
	return elsewhere
}

// deliver carries out the best plan.
func (g *usGrammar) deliver() {
	p := g.plan()
	if p.score <= -50 {
		return
	}
	if !p.line && !g.zip && g.a.POBox == "" && g.a.Route == "" && g.place(p.cityFrom, p.cityTo) == nowhere && !g.given {
		return // "United Management Co"
	}
	if !p.line && !g.given && digitsIn(g.toks[p.cityFrom:p.cityTo]) {
		return
	}
	if p.line && p.number == p.from && g.a.Postcode == "" && g.state == "" && p.cityFrom == p.cityTo && !g.in.hasColumns() && p.shape.score < 4 {
		return
	}
	if p.line && p.shape.score <= -4 && !g.given {
		return
	}
	if p.line {
		g.fill(p)
	}
	g.lonePlaces(&p)
	if p.cityTo > p.cityFrom {
		if !p.line && g.place(p.cityFrom, p.cityTo) == nowhere {
			g.a.Confidence = max(0, g.a.Confidence-0.2)
		}
		g.setCity(p.cityFrom, p.cityTo)
	}
	g.loose()
}

func (in *Input) hasColumns() bool { return in.Street != "" || in.City != "" || in.Postcode != "" }

// lonePlaces cuts a city run that begins with words that are not the city: the
// postdirectional of the street before a comma ("Bolton Rd, NW Atlanta"), a firm.
func (g *usGrammar) lonePlaces(p *usPlan) {
	if p.cityTo-p.cityFrom < 2 || g.place(p.cityFrom, p.cityTo) > elsewhere {
		return
	}
	first := g.info[p.cityFrom]
	if p.line && first.dir != "" && len(g.toks[p.cityFrom].f) <= 2 && g.a.Postdir == "" && g.a.Street != "" && p.cityFrom > 0 && (g.place(p.cityFrom+1, p.cityTo) == exactly || g.a.Postcode == "" && g.place(p.cityFrom+1, p.cityTo) > nowhere) {
		g.a.Postdir = first.dir
		g.take(tagger.Road, p.cityFrom, p.cityFrom+1)
		p.cityFrom++
		return
	}
	if g.place(p.cityFrom, p.cityTo) > nowhere {
		return
	}
	for i := p.cityFrom + 1; i < p.cityTo; i++ {
		known := g.place(i, p.cityTo)
		if p.line || g.a.POBox != "" {
			if digitsIn(g.toks[p.cityFrom:i]) {
				continue
			}
			if known == exactly && (i-p.cityFrom > 1 || !cityFirst(g.toks[p.cityFrom].f) && first.dir == "") || known == here && i-p.cityFrom > 1 {
				g.a.DependentLocality = g.name(p.cityFrom, i)
				g.take(tagger.Suburb, p.cityFrom, i)
				p.cityFrom = i
				return
			}
			continue
		}
		if known >= here || known == somewhere && p.cityTo-i > 1 {
			p.cityFrom = i
			return
		}
	}
}

// fill writes number, street and bare unit of the plan into the address.
func (g *usGrammar) fill(p usPlan) {
	s := p.shape
	a := &g.a
	a.Rule, a.Confidence = s.rule, g.confidence(p)
	if p.number > p.from {
		g.fillNumber(p.from, p.number)
	} else {
		a.Confidence = max(0, a.Confidence-0.25)
	}
	a.Predir, a.StreetSuffix, a.Postdir = s.pre, s.suf, s.post
	if s.pre != "" {
		g.changed("predir", p.number, s.name, s.pre)
	}
	a.Street = s.spelt
	if a.Street == "" {
		a.Street = g.name(s.name, s.nameEnd)
	}
	if last := s.nameEnd - 1; s.suf != "" && s.rule == "us:street" && last > s.name && len(g.info[last].dir) == 1 && len(g.toks[last].f) == 1 {
		a.Street = g.name(s.name, last) + " " + spelledDirection(g.info[last].dir) // "Bay W Dr" is Bay West Drive
		g.code("street", "expanded")
	}
	at := s.nameEnd
	if last := s.nameEnd - 1; s.suf == "" && s.rule == "us:street" && last > s.name {
		if want := misspelt(g.toks[last].f, "street", "avenue", "drive", "boulevard", "terrace", "court", "place", "lane", "road", "circle", "parkway", "highway", "trail"); want != "" {
			a.StreetSuffix = g.p.suffixes[want].canon
			a.Street = g.name(s.name, last)
			g.code("street", "spelling_corrected")
		}
	}
	if s.suf != "" {
		g.changed("street_suffix", at, at+1, s.suf)
		at++
	}
	end := s.end
	if s.unit >= 0 {
		end = s.unit
	}
	if s.post != "" {
		g.changed("postdir", at, end, s.post)
	}
	g.take(tagger.Road, p.number, end)
	if s.unit >= 0 {
		g.bareUnit(s.unit)
	}
}

func (g *usGrammar) bareUnit(i int) {
	g.a.Unit = strings.TrimSpace(g.a.Unit + " " + upper(g.toks[i].f))
	if g.a.UnitType != "" {
		g.a.UnitType += " #"
	}
	g.code("unit", "no_designator")
	g.take(tagger.Unit, i, i+1)
}

// confidence maps the fit of the street, the distance to the next reading and what
// is known of the city to a number between 0 and 1.
func (g *usGrammar) confidence(p usPlan) float64 {
	c := 0.98
	if p.cityTo > p.cityFrom && g.place(p.cityFrom, p.cityTo) == nowhere {
		c -= 0.06
	}
	switch {
	case p.margin < 0.4:
		c -= 0.36
	case p.margin < 1:
		c -= 0.22
	case p.margin < 2:
		c -= 0.1
	}
	switch {
	case p.shape.score < 0:
		c -= 0.3
	case p.shape.score < 2.5:
		c -= 0.1
	}
	return max(0.05, c)
}

// changed notes that words [from, to) were written other than canon.
func (g *usGrammar) changed(field string, from, to int, canon string) {
	if from < to && !strings.EqualFold(strings.Trim(g.text(from, to), "."), canon) {
		g.code(field, "abbreviated")
	}
}

// loose takes what stands alone between commas behind the street: a directional, a
// bare unit.
func (g *usGrammar) loose() {
	if g.a.Street == "" {
		return
	}
	g.runs(func(from, to int) bool {
		if !g.afterDelivery(from) {
			return true
		}
		if to-from == 2 && joinDirs(g.info[from].dir, g.info[from+1].dir) != "" && g.a.Postdir == "" {
			g.a.Postdir = joinDirs(g.info[from].dir, g.info[from+1].dir)
			g.take(tagger.Road, from, to)
			return true
		}
		if to-from == 2 && allDigits(g.toks[from].f) && len(g.toks[from+1].f) == 1 && isLetter(g.toks[from+1].f[0]) && g.a.Unit == "" {
			g.a.Unit = g.toks[from].f + upper(g.toks[from+1].f) // ", 106 D,"
			g.code("unit", "no_designator")
			g.take(tagger.Unit, from, to)
			return true
		}
		if to-from != 1 {
			return true
		}
		f := g.toks[from].f
		switch {
		case g.info[from].dir != "" && len(f) <= 2 && g.a.Postdir == "":
			g.a.Postdir = g.info[from].dir
			g.take(tagger.Road, from, to)
		case hasDigit(f) && len(f) <= 8 && g.a.Unit == "" && !zip5(f) || len(f) == 1 && isLetter(f[0]) && g.a.Unit == "":
			g.bareUnit(from)
		}
		return true
	})
}
