package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
)

func boxWord(f string) bool {
	switch f {
	case "po", "p", "pob", "box", "rr", "r", "hc", "hcr", "psc", "cmr", "rfd", "rural", "caller", "lockbox", "drawer", "bin", "pobox", "unit", "general", "post", "star", "rd", "po-box", "p.o", "p.o.b", "p.o.box", "lock", "lbx", "firm", "route", "rt", "rte", "highway", "hwy", "gen", "rfd#", "ruta", "apartado", "bx":
		return true
	}
	return false
}

// boxAt reads a PO box at token i: PO Box 20, P.O. Box 20, POB 20, Box 20, Post
// Office Box 20, Caller 61, Lockbox 4410, Bin 12, Drawer K. It gives the number of
// words and the index of the identifier.
func (w *work) boxAt(i, end int) (n, id int) {
	f := func(j int) string {
		if j < end {
			return w.toks[j].f
		}
		return ""
	}
	j := i
	switch f(i) {
	case "po", "p.o":
		if j++; f(j) == "drawer" || f(j) == "caller" || f(j) == "lockbox" {
			return w.boxID(i, j+1, end)
		}
	case "p":
		if f(i+1) != "o" {
			return 0, 0
		}
		j += 2
	case "post":
		if f(i+1) != "office" {
			return 0, 0
		}
		j += 2
	case "lock", "firm":
		if f(i+1) != "box" && f(i+1) != "caller" {
			return 0, 0
		}
		return w.boxID(i, i+2, end)
	case "pob", "p.o.b", "pobox", "po-box", "lockbox", "lbx", "caller", "bin", "drawer":
		j++
		if f(j) == "box" || f(j) == "service" || f(j) == "bx" {
			j++
		}
		return w.boxID(i, j, end)
	}
	switch f(j) {
	case "box", "bx", "drawer", "bin", "lockbox", "boxes":
		if j++; f(j) == "drawer" || f(j) == "caller" {
			j++
		}
	default:
		if j == i || !hasDigit(f(j)) {
			return 0, 0
		}
	}
	return w.boxID(i, j, end)
}

func (w *work) boxID(i, j, end int) (n, id int) {
	if j < end && (w.toks[j].f == "no" || w.toks[j].f == "number" || w.toks[j].f == "#") {
		j++
	}
	if j >= end || w.toks[j].used {
		return 0, 0
	}
	f := strings.Trim(w.toks[j].f, "#")
	if !hasDigit(f) && (len(f) != 1 || !isLetter(f[0])) || f == "" {
		return 0, 0
	}
	return j + 1 - i, j
}

// usRoute is a rural or contract route, a military post or a unit overseas.
type usRoute struct {
	name string // RR 3, HC 1, PSC 802, CMR 415, UNIT 45013
	n    int    // words
	box  int    // index of the identifier of the box, or -1
}

// routeAt reads a route at token i: RR 3, Rural Route 3, R.R. #3, RFD 3, RFD Route 4
// #87A, RD 1 BOX 12, HC 1, Star Route 2, PSC 802, CMR 415, UNIT 45013. The box may
// stand after a comma.
func (g *usGrammar) routeAt(i int) usRoute {
	f := func(j int) string {
		if j < len(g.toks) && !g.toks[j].used {
			return strings.TrimPrefix(g.toks[j].f, "#")
		}
		return ""
	}
	isRoute := func(j int) bool { return roadKind(f(j)) == "Route" }
	j, kind, sure := i+1, "", true
	switch f(i) {
	case "rr", "rfd", "r.r", "r.f.d", "r.d":
		if kind = "RR"; isRoute(j) {
			j++
		}
	case "r":
		switch {
		case f(i+1) == "r":
			j, kind = i+2, "RR"
		case f(i+1) == "d":
			j, kind, sure = i+2, "RR", false
		case f(i+1) == "f" && f(i+2) == "d":
			j, kind = i+3, "RR"
		default:
			return usRoute{}
		}
	case "rural":
		if kind = "RR"; f(j) == "free" && f(j+1) == "delivery" {
			j += 2
		}
		if isRoute(j) || f(j) == "delivery" {
			j++
		} else if j == i+1 {
			return usRoute{}
		}
	case "rd", "route", "rt", "rte":
		kind, sure = "RR", false
	case "hc", "hcr", "h.c", "h.c.r":
		if kind = "HC"; isRoute(j) {
			j++
		}
	case "star", "ruta":
		if !isRoute(j) && f(j) != "rural" && f(j) != "estrella" {
			return usRoute{}
		}
		kind, j = "HC", i+2
		if f(i+1) == "rural" {
			kind = "RR"
		}
	case "highway", "hwy":
		if f(j) != "contract" {
			return usRoute{}
		}
		if j, kind = i+2, "HC"; isRoute(j) {
			j++
		}
	case "psc", "cmr", "omc":
		kind = upper(f(i))
	case "unit":
		kind, sure = "UNIT", false
	default:
		return usRoute{}
	}
	if f(j) == "no" || f(j) == "number" || f(j) == "" && j < len(g.toks) && !g.toks[j].used {
		j++
	}
	number := f(j)
	if number == "" || !isDigit(number[0]) || len(number) > 6 || ordinal(number) {
		if (kind == "HC" || kind == "RR" && sure) && (number == "box" || number == "bx") {
			return g.routeBox(kind, i, j, sure)
		}
		return usRoute{}
	}
	return g.routeBox(kind+" "+trimZeros(upper(number)), i, j+1, sure)
}

func (g *usGrammar) routeBox(route string, from, j int, sure bool) usRoute {
	id := -1
	switch {
	case j < len(g.toks) && (g.toks[j].f == "box" || g.toks[j].f == "bx" || g.toks[j].f == "bo"):
		if id = j + 1; id < len(g.toks) && (g.toks[id].f == "#" || g.toks[id].f == "no" || g.toks[id].f == "number") {
			id++
		}
	case j+1 < len(g.toks) && g.toks[j].f == "#":
		id = j + 1
	case j < len(g.toks) && g.toks[j].f[0] == '#':
		id = j
	}
	if id >= 0 && id < len(g.toks) && !g.toks[id].used && (hasDigit(g.toks[id].f) || len(g.toks[id].f) == 1) && !strings.HasPrefix(route, "UNIT") || id >= 0 && id < len(g.toks) && g.toks[j].f == "box" && (hasDigit(g.toks[id].f) || len(g.toks[id].f) == 1) {
		return usRoute{route, id + 1 - from, id}
	}
	if !sure {
		return usRoute{}
	}
	return usRoute{route, j - from, -1}
}

func trimZeros(s string) string {
	if t := strings.TrimLeft(s, "0"); t != "" {
		return t
	}
	return s
}

// boxes takes routes, boxes and general delivery out of the text.
func (g *usGrammar) boxes() {
	for i := range g.toks {
		f := g.toks[i].f
		if g.toks[i].used || !boxWord(f) {
			continue
		}
		if (f == "general" || f == "gen") && (g.near(i+1, i) == "delivery" || g.near(i+1, i) == "del" && f == "gen") {
			g.a.POBox, g.a.Rule, g.a.Confidence = "GENERAL DELIVERY", "us:box", 0.95
			g.take(tagger.POBox, i, i+2)
			continue
		}
		start := i == 0 || g.toks[i-1].used || g.toks[i-1].seg != g.toks[i].seg
		if r := g.routeAt(i); r.name != "" && g.a.Route == "" && g.routeStands(i, start, r) {
			g.a.Route, g.a.Rule, g.a.Confidence = r.name, "us:route", 0.95
			if r.box >= 0 {
				g.a.POBox = boxNumber(g.toks[r.box].f)
				if k := r.box + 1; k < len(g.toks) && !g.toks[k].used && len(g.toks[k].f) == 1 && isLetter(g.toks[k].f[0]) && g.toks[k].seg == g.toks[r.box].seg && allDigits(g.toks[r.box].f) {
					g.a.POBox += upper(g.toks[k].f) // "Box 103 A"
					r.n++
				}
			}
			g.take(tagger.POBox, i, i+r.n)
			continue
		}
		_, end := g.segment(i)
		if f == "box" && i == 0 && end < len(g.toks) && i+2 < end && !g.strongAhead(i, end) && usNumber(g.toks[end].f) && g.strongAhead(end+1, len(g.toks)) {
			continue // "Box 5 Theater, 12 Hill Rd"
		}
		if n, id := g.boxAt(i, end); n > 0 && g.a.POBox != "" && g.a.Rule == "us:box" && (f == "po" || f == "p" || f == "p.o" || f == "post") {
			for k := range i { // "Lockbox 9351 PO Box 8500": the post office box counts
				if g.toks[k].label == tagger.POBox {
					g.toks[k].used, g.toks[k].label = false, tagger.None
				}
			}
			g.a.POBox = boxNumber(g.toks[id].f)
			g.take(tagger.POBox, i, i+n)
		} else if n > 0 && (g.a.POBox == "" || g.a.Route != "" && g.a.POBox == "") && (start || f != "bin" && f != "caller" && f != "post" && f != "unit" && f != "lock" || f == "post" && g.near(i+1, i) == "office") {
			g.a.POBox, g.a.Confidence = boxNumber(g.toks[id].f), 0.97
			if g.a.Rule != "us:route" {
				g.a.Rule = "us:box"
			}
			g.take(tagger.POBox, i, i+n)
		}
	}
}

// routeStands reports that a route is meant and no street: it opens its segment or
// has a box; a road with a house number before it ("12 Route 9 Box 4") needs one.
func (g *usGrammar) routeStands(i int, start bool, r usRoute) bool {
	if r.box >= 0 {
		return true
	}
	if f := g.toks[i].f; !start && (f == "star" || f == "rural" || f == "highway") {
		return false
	}
	if !start && i > 0 && usNumber(g.toks[i-1].f) {
		return false // "300 RR 620 S", a ranch road
	}
	return true
}

func boxNumber(f string) string { return trimZeros(upper(strings.Trim(f, "#-/"))) }
