package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
)

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
