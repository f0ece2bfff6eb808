package address

import "kartoteka/pipelines/kernel/address/places"

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
