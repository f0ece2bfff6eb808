package address

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
