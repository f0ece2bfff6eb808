package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
)

// usMark is a secondary unit: n words, the designator, the identifier.
type usMark struct {
	n        int
	kind, id string
}

// unitAt reads a secondary unit at token i, before end: APT 4, # 5, #5, STE 100-B,
// APT # 4, 6TH FLOOR, FLOOR 12, REAR, NO 4.
func (g *usGrammar) unitAt(i, end int) usMark {
	if i >= end || g.toks[i].used {
		return usMark{}
	}
	f := g.toks[i].f
	next := func(j int) string {
		if j < end && !g.toks[j].used && g.toks[j].seg == g.toks[i].seg {
			return g.toks[j].f
		}
		return ""
	}
	if f[0] == '#' {
		return g.poundAt(f, next(i+1), next(i+2))
	}
	if f == "no" || f == "number" || f == "nr" {
		if h := strings.TrimPrefix(next(i+1), "#"); i > 0 && hasDigit(h) && unitID(h) && (g.info[max(0, i-1)].suf != "" || g.toks[i].seg != g.toks[i-1].seg) {
			return usMark{2, "#", upper(h)}
		}
		return usMark{}
	}
	if m := floorAt(f, next(i+1), i == 0); m.n > 0 {
		return m
	}
	if f == "st" && i > 0 && allDigits(next(i+1)) && (g.info[i-1].strong || g.toks[i-1].seg != g.toks[i].seg || g.toks[i-1].used) && i+2 <= end && g.place(i, min(i+2, end)) == nowhere {
		return usMark{2, "STE", next(i + 1)} // a slip of Ste
	}
	if (f == "mc" || f == "m/c") && i > 0 && hasDigit(next(i+1)) && unitID(next(i+1)) {
		return usMark{2, "MSC", upper(next(i + 1))}
	}
	if f == "mail" && next(i+1) == "stop" || f == "ms" || f == "msc" || f == "mailstop" || f == "m/s" {
		n := 1
		if f == "mail" {
			n = 2
		}
		if h := next(i + n); hasDigit(h) && f != "ms" || f == "ms" && hasDigit(h) && i > 0 && !zip5(h) {
			return usMark{n + 1, "MSC", upper(h)}
		}
		return usMark{}
	}
	kind := usUnit(f)
	if kind == "" && i > 1 && i+2 == end && hasDigit(next(i+1)) && unitID(next(i+1)) && g.info[i-1].suf != "" {
		kind = usUnit(misspelt(f, "unit", "suite", "apartment")) // "2nd Way Unnit 1C"
	}
	if kind == "" {
		return usMark{}
	}
	j := i + 1
	if kind == "LOWR" && next(j) == "level" || unitAlone(f) != "" && (next(j) == "unit" || next(j) == "apt" || next(j) == "apartment") && !hasDigit(next(j+1)) {
		return usMark{2, kind, ""}
	}
	if h := next(j); h == "#" || h == "no" || h == "number" || h == "num" || h == "nr" {
		if h := next(j + 1); unitID(strings.TrimPrefix(h, "#")) {
			j++
		}
	}
	id := strings.TrimPrefix(next(j), "#")
	if !unitID(id) || unitAlone(f) != "" && !hasDigit(id) && len(id) > 1 || kind == "FL" && len(f) == 2 && zip5(id) || unitAlone(f) != "" && ordinal(id) {
		if unitAlone(f) != "" || kind == "PH" {
			return usMark{1, kind, ""}
		}
		return usMark{}
	}
	n := j + 1 - i
	if kind == "FL" {
		id = floorID(id)
	}
	h := next(j + 1)
	if d := direction(h); d != "" && j+2 == end && h != "no" {
		return usMark{n + 1, kind, upper(id + " " + h)} // "Unit 2 East"
	}
	switch {
	case len(h) == 1 && isLetter(h[0]) && allDigits(id) && direction(h) == "", len(id) == 1 && isLetter(id[0]) && allDigits(h) && len(h) <= 4 && !g.strongAhead(j+2, end):
		return usMark{n + 1, kind, upper(id + h)} // "Apt 4 B", "Apt B 4"
	case (h == "&" || h == "and") && unitID(next(j+2)) && allDigits(id) && allDigits(next(j+2)):
		return usMark{n + 2, kind, upper(id + " & " + next(j+2))}
	}
	return usMark{n, kind, upper(id)}
}

// poundAt reads "#5", "# 5", "# APT 5", "#A 5".
func (g *usGrammar) poundAt(f, next, second string) usMark {
	if len(f) > 1 {
		if kind := usUnit(f[1:]); kind != "" && len(f) > 3 && unitID(next) {
			return usMark{2, kind, upper(next)}
		}
		return usMark{1, "#", upper(f[1:])}
	}
	if kind := usUnit(next); kind != "" && unitID(second) {
		return usMark{3, kind, upper(second)}
	}
	if next != "" && (unitID(next) || hasDigit(next)) {
		return usMark{2, "#", upper(next)}
	}
	return usMark{1, "#", ""}
}

// floorAt reads a floor with its number in front: 6th Floor, 2nd Fl, Second Floor,
// 3 Floor.
func floorAt(f, next string, first bool) usMark {
	switch next {
	case "floor", "fl", "flr", "flor":
		if isDigit(firstByte(f)) && (!first || ordinal(f)) && len(floorID(f)) <= 3 {
			return usMark{2, "FL", upper(floorID(f))}
		}
		if n := wordOrdinal(f); n != "" {
			return usMark{2, "FL", floorID(n)}
		}
		if (f == "ground" || f == "top" || f == "main") && next != "fl" {
			return usMark{2, "FL", upper(f)}
		}
	}
	for _, end := range [3]string{"flr", "fl", "floor"} {
		if head, ok := strings.CutSuffix(f, end); ok && isDigit(firstByte(head)) && (ordinal(head) || allDigits(head)) {
			return usMark{1, "FL", floorID(head)}
		}
	}
	return usMark{}
}

func floorID(f string) string {
	if ordinal(f) {
		return f[:len(f)-2]
	}
	if n := wordOrdinal(f); n != "" {
		return n[:len(n)-2]
	}
	return f
}

// unitID tells the identifier of a unit: it holds a digit or is one or two letters.
func unitID(f string) bool {
	if f == "" || len(f) > 9 {
		return false
	}
	if hasDigit(f) {
		return true
	}
	switch len(f) {
	case 1:
		return isLetter(f[0])
	case 2:
		return isLetter(f[0]) && isLetter(f[1]) && direction(f) == "" && stateCode(f) == "" && unitOnly(f) && usUnit(f) == ""
	case 3:
		return f[1] == '-' && isLetter(f[0]) && isLetter(f[2])
	}
	return false
}

// units takes every secondary unit out of the text; two designators are joined with
// a blank (BLDG APT, 7 12).
func (g *usGrammar) units() {
	for i := 0; i < len(g.toks); i++ {
		if g.toks[i].used {
			continue
		}
		from, end := g.segment(i)
		end = min(end, max(g.tail, i))
		if i >= g.tail {
			_, end = g.segment(i)
		}
		m := g.unitAt(i, end)
		if m.n == 0 || !g.unitStands(i, from, end, m) {
			continue
		}
		if g.in.Unit == "" {
			g.a.Unit = strings.TrimSpace(g.a.Unit + " " + m.id)
			if m.kind != "#" || g.a.UnitType == "" {
				g.a.UnitType = strings.TrimSpace(g.a.UnitType + " " + m.kind)
			} else {
				g.a.UnitType += " #"
			}
		} else if g.a.UnitType == "" {
			g.a.UnitType = m.kind
		}
		l := tagger.Unit
		if m.kind == "FL" {
			l = tagger.Level
		}
		g.take(l, i, i+m.n)
		i += m.n - 1
	}
}

// unitStands reports that the words of m are a unit and not part of a name: "Key
// West Dr", "Front St", "Upper Marlboro", "Lower Valley Rd", "Lot Seven Ln".
func (g *usGrammar) unitStands(i, from, end int, m usMark) bool {
	lead := i == from || g.toks[i-1].used && g.toks[i-1].label != tagger.Unit && g.toks[i-1].label != tagger.Level
	after := i + m.n
	more := after < end && !g.toks[after].used
	if lead && i == 0 && after == len(g.toks) {
		return false // a lone column with such a word
	}
	if lead && from == 0 && i == 0 && !more && g.toks[i].f == "unit" && m.id == "" {
		return false
	}
	if m.id != "" {
		if g.toks[i].f == "rm" && i-1 == from && usNumber(g.toks[i-1].f) {
			return false // "77 RM 12", a ranch road
		}
		if i > from && referenceWord(g.toks[i-1].f) {
			return false // "Customer # 55"
		}
		if lead && more && from == 0 && i == 0 && !usNumberIn(g.toks[after:end]) {
			switch m.kind {
			case "RM", "UNIT", "PIER", "SLIP", "LOT", "KEY", "STOP", "SPC", "HNGR", "DEPT", "OFC":
				return false // "Pier 9 Seafood Inc"
			}
		}
		if m.kind == "#" && lead && i == from && more && g.strongAhead(after, end) && !usNumberIn(g.toks[after:end]) {
			return false // "# 2 Turner Rd"
		}
		if m.kind == "#" && !lead && i-from == 1 && usNumber(g.toks[i-1].f) {
			return true // "6910 # G Oak Cir"
		}
		if m.kind == "#" && !lead && g.numbered(i-1) && g.toks[i-1].f != "road" && (i-2 < from || usNumber(g.toks[i-2].f) || roadWord(g.toks[i-2].f) || g.info[i-2].dir != "") {
			return false // "Highway # 4"
		}
		if (m.kind == "KEY" || m.kind == "SIDE" || m.kind == "PIER" || m.kind == "STOP" || m.kind == "OFC") && !hasDigit(m.id) {
			return false
		}
		if more && lead && i == from && m.kind != "#" && from == 0 && isDigit(firstByte(g.toks[i].f)) {
			return true // "2nd Floor ..."
		}
		if more && !lead && g.strongAhead(after, end) && !hasDigit(m.id) {
			return false
		}
		if more && !lead && g.strongAhead(after, end) && !g.strongBetween(from, i) && !usNumberIn(g.toks[from:i]) {
			return i > from
		}
		return true
	}
	if unitAlone(g.toks[i].f) == "" && m.kind != "PH" && m.kind != "#" {
		return false
	}
	if !more {
		return !lead || from > 0
	}
	if k := g.unitAt(after, end); k.n > 0 && k.id != "" {
		return (!lead || from > 0) && (m.kind != "FRNT" || lead || g.info[i-1].suf != "" || g.info[i-1].dir != "")
	}
	if lead || g.strongAhead(after, end) && g.place(after, end) == nowhere {
		return false
	}
	if m.kind == "#" {
		return true
	}
	// "19 Lark St Lower Albany": the street is complete and the city known without the word
	if lead {
		return false
	}
	prev := g.info[i-1]
	return (prev.suf != "" || prev.dir != "" || streetAlone(g.toks[i-1].f)) && g.place(i, end) == nowhere && g.place(after, end) > nowhere
}

// referenceWord tells words whose number is no unit.
func referenceWord(f string) bool {
	switch f {
	case "customer", "client", "acct", "account", "ref", "re", "invoice", "lockbox", "bin", "box", "drawer", "order", "policy":
		return true
	}
	return false
}

func (g *usGrammar) strongAhead(i, end int) bool {
	for ; i < end && !g.toks[i].used; i++ {
		if g.info[i].strong && !(g.toks[i].f == "st" && i+1 < end) {
			return true
		}
	}
	return false
}

func (g *usGrammar) strongBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if g.info[i].strong {
			return true
		}
	}
	return false
}

func usNumberIn(toks []token) bool {
	for _, t := range toks {
		if usNumber(t.f) {
			return true
		}
	}
	return false
}
