package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
)

// joinBreaks undoes breaks inside an element: "15 | Oak St", "15 Oak | St", "Apt |
// 2", "PO | Box 4". A word moves to the segment that it belongs to; a line break is
// undone more readily than a comma.
func (g *usGrammar) joinBreaks() {
	for b := 1; b < len(g.toks); b++ {
		if g.toks[b].seg == g.toks[b-1].seg || g.toks[b].used || g.toks[b-1].used {
			continue
		}
		from, _ := g.segment(b - 1)
		_, to := g.segment(b)
		last, first := g.toks[b-1].f, g.toks[b].f
		switch {
		case allDigits(last) && b-1 == from && len(last) < 6 && usNumber(first) && !ordinal(first) && g.strongAhead(b+1, to) && (from == 0 || g.toks[b].from == g.toks[b-1].to+1):
			g.toks[b].f, g.toks[b].text = last+";"+first, last+";"+g.toks[b].text // "1620;1622 Elm St"
			g.take(tagger.HouseNumber, b-1, b)
		case g.onlyNumber(from, b) && !usNumber(first) && !usNumberIn(g.toks[:from]) && g.soft(b):
			g.move(b, to, g.toks[b-1].seg)
		case (roadKind(last) != "" || last == "no") && b-from > 1 && (hasDigit(first) || first == "no") && !ordinal(first) && g.soft(b) && !g.strongAhead(b+1, to):
			g.move(b, min(b+2, to), g.toks[b-1].seg)
		case first == "of" && g.info[b-1].strong:
			g.move(b, to, g.toks[b-1].seg)
		case g.onlyNumber(from, b) && !usNumber(first) && (g.strongAhead(b+1, to) || streetAlone(first)):
			g.move(b, to, g.toks[b-1].seg)
		case g.info[b].strong && (first != "st" || b+1 == to || g.place(b, min(b+2, to)) == nowhere) && usNumber(g.toks[from].f) && b-from > 1 && !g.strongBetween(from+1, b) && g.soft(b):
			end := b + 1
			if end < to && g.info[end].dir != "" && (end+1 == to || g.info[end+1].dir == "") && g.place(end, to) == nowhere {
				end++
			}
			g.move(b, end, g.toks[b-1].seg)
		case usUnit(last) != "" && unitAlone(last) == "" && unitID(first) && from < b-1 && (hasDigit(first) || b+1 == to) && !(usNumber(first) && g.strongAhead(b+1, g.cityEnd(b, to))):
			g.move(b, b+1, g.toks[b-1].seg)
		case (last == "box" || last == "#") && hasDigit(first):
			g.move(b, b+1, g.toks[b-1].seg)
		case b-from <= 2 && first == "box" && (last == "po" || last == "p.o" || last == "office" || last == "o"):
			g.move(from, b, g.toks[b].seg)
		case stateCode(last+" "+first) != "" && (b+1 == to || zip5(g.toks[b+1].f)) && stateCode(first) == "":
			g.move(b-1, b, g.toks[b].seg)
		case usNumber(g.toks[from].f) && b-from > 1 && !usNumber(first) && g.soft(b) && !g.strongBetween(from+1, b) && !streetAlone(last) && (g.suffixSoon(b+1, min(to, b+4)) || g.info[to-1].strong && to-b > 1 || to-b == 1 && g.info[b].suf != "" && to < len(g.toks) && !hasDigit(g.toks[to].f)):
			g.move(b, to, g.toks[b-1].seg)
		}
	}
}

// suffixSoon reports a suffix that ends streets nearly always; St before a name is
// Saint.
func (g *usGrammar) suffixSoon(i, to int) bool {
	for ; i < to; i++ {
		if g.info[i].strong && coreSuffix(g.info[i].suf) && g.place(i, min(i+2, to)) == nowhere {
			return true
		}
	}
	return false
}

// onlyNumber reports that [from, to) is a house number, perhaps with a directional.
func (g *usGrammar) onlyNumber(from, to int) bool {
	if to-from == 2 && fraction(g.toks[to-1].f) {
		to--
	}
	if to-from == 2 && g.info[to-1].dir != "" {
		to--
	}
	return to-from == 1 && usNumber(g.toks[from].f) && len(g.toks[from].f) < 7
}

func (g *usGrammar) move(from, to, seg int) {
	for i := from; i < to; i++ {
		g.toks[i].seg = seg
	}
}

// soft reports that only a line break parts token b from the one before.
func (g *usGrammar) soft(b int) bool {
	if g.breaks == "" && (len(g.in.Lines) > 1 || len(g.in.Lines) == 1 && strings.ContainsAny(g.in.Lines[0], "\n\r\t")) {
		g.breaks = g.in.Text()
	}
	from, to := g.toks[b-1].to, g.toks[b].from
	return from > 0 && from <= to && to <= len(g.breaks) && !strings.ContainsAny(g.breaks[from:to], ",;|")
}

// joinCity undoes a break inside the name of the city: "Salt | Lake City UT".
func (g *usGrammar) joinCity() {
	if g.given || g.state == "" && !g.zip {
		return
	}
	for b := g.tail - 1; b > 0 && b > g.tail-4; b-- {
		if g.toks[b].used || g.toks[b-1].used {
			return
		}
		if g.toks[b].seg == g.toks[b-1].seg {
			continue
		}
		if !g.soft(b) {
			return
		}
		for a := max(0, b-3); a < b; a++ {
			if g.toks[a].seg == g.toks[b-1].seg && g.place(a, g.tail) >= here && g.place(b, g.tail) < exactly {
				g.move(a, b, g.toks[b].seg)
				return
			}
		}
		return
	}
}
