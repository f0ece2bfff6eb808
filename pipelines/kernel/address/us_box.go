package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
)

func boxWord(f string) bool {
	switch f {
	case "po", "p", "pob", "box", "rr", "r", "hc", "hcr", "psc", "cmr", "rfd", "rural", "caller", "lockbox", "drawer", "bin", "pobox", "unit", "general", "post", "star", "rd", "po-box":
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
		j++
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
	case "pob", "pobox", "po-box", "lockbox", "caller", "bin", "drawer":
		j++
		if f(j) == "box" {
			j++
		}
		return w.boxID(i, j, end)
	}
	switch f(j) {
	case "box", "bx", "drawer", "bin", "lockbox":
		j++
	default:
		if j == i || f(i) == "post" || !hasDigit(f(j)) {
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
	if !hasDigit(f) && len(f) != 1 || f == "" {
		return 0, 0
	}
	return j + 1 - i, j
}

// routeAt reads a rural or contract route, a military post or a unit overseas that
// has a box: RR 3, Rural Route 3, R.R. #3, RFD 3, RD 1 BOX 12, HC 1, Star Route 2,
// PSC 802, CMR 415, UNIT 45013. The box may stand after a comma.
func (w *work) routeAt(i int) (route string, id, n int) {
	f := func(j int) string {
		if j < len(w.toks) {
			return strings.TrimPrefix(w.toks[j].f, "#")
		}
		return ""
	}
	j, kind, sure := i, "", true
	switch g := f(i); g {
	case "rr", "rfd":
		j, kind = i+1, "RR"
	case "r":
		if f(i+1) != "r" {
			return "", 0, 0
		}
		j, kind = i+2, "RR"
	case "rural":
		if r := f(i + 1); r != "route" && r != "rt" && r != "rte" {
			return "", 0, 0
		}
		j, kind = i+2, "RR"
	case "rd", "route", "rt", "rte":
		j, kind, sure = i+1, "RR", false
	case "hc", "hcr":
		j, kind = i+1, "HC"
	case "star":
		if r := f(i + 1); r != "route" && r != "rt" && r != "rte" {
			return "", 0, 0
		}
		j, kind = i+2, "HC"
	case "highway":
		if f(i+1) != "contract" {
			return "", 0, 0
		}
		if j, kind = i+2, "HC"; f(j) == "route" {
			j++
		}
	case "psc", "cmr":
		j, kind = i+1, strings.ToUpper(g)
	case "unit":
		j, kind, sure = i+1, "UNIT", false
	default:
		if g := f(i); len(g) > 2 && (g[:2] == "rr" || g[:2] == "hc") && allDigits(g[2:]) {
			return w.routeBox(strings.ToUpper(g[:2])+" "+trimZeros(g[2:]), i, i+1, true)
		}
		return "", 0, 0
	}
	if f(j) == "no" || f(j) == "" && j < len(w.toks) {
		j++
	}
	number := f(j)
	if number == "" || !isDigit(number[0]) || len(number) > 6 {
		if kind == "HC" && f(j) == "box" {
			return w.routeBox("HC", i, j, sure)
		}
		return "", 0, 0
	}
	return w.routeBox(kind+" "+trimZeros(strings.ToUpper(number)), i, j+1, sure)
}

func (w *work) routeBox(route string, from, j int, sure bool) (string, int, int) {
	if j < len(w.toks) && (w.toks[j].f == "box" || w.toks[j].f == "bx") && j+1 < len(w.toks) {
		id := j + 1
		if w.toks[id].f == "#" || w.toks[id].f == "no" {
			id++
		}
		if id < len(w.toks) && (hasDigit(w.toks[id].f) || len(w.toks[id].f) == 1) {
			return route, id, id + 1 - from
		}
	}
	if !sure {
		return "", 0, 0
	}
	return route, -1, j - from
}

func trimZeros(s string) string {
	if t := strings.TrimLeft(s, "0"); t != "" {
		return t
	}
	return s
}

// boxEnd gives the end of a box or route that begins at from, or from.
func (w *work) boxEnd(from, end int) int {
	if route, _, n := w.routeAt(from); route != "" && from+n <= end {
		return from + n
	}
	if n, _ := w.boxAt(from, end); n > 0 {
		return from + n
	}
	return from
}

// usBoxes takes routes, boxes and general delivery out of the text.
func (w *work) usBoxes() {
	for i := range w.toks {
		if w.toks[i].used {
			continue
		}
		if w.toks[i].f == "general" && w.near(i+1, i) == "delivery" {
			w.a.POBox, w.a.Rule, w.a.Confidence = "GENERAL DELIVERY", "us:box", 0.95
			w.take(tagger.POBox, i, i+2)
			continue
		}
		if !boxWord(w.toks[i].f) && (len(w.toks[i].f) < 3 || w.toks[i].f[:2] != "rr" && w.toks[i].f[:2] != "hc") {
			continue
		}
		start := i == 0 || w.toks[i-1].used || w.toks[i-1].seg != w.toks[i].seg
		if route, id, n := w.routeAt(i); route != "" && w.a.Route == "" && (start || id >= 0) {
			w.a.Route, w.a.Rule, w.a.Confidence = route, "us:route", 0.95
			if id >= 0 {
				w.a.POBox = boxNumber(w.toks[id].f)
			}
			w.take(tagger.POBox, i, i+n)
			continue
		}
		_, end := w.segment(i)
		if n, id := w.boxAt(i, end); n > 0 && w.a.POBox == "" && (start || w.toks[i].f != "box" && w.toks[i].f != "bin" && w.toks[i].f != "caller" && w.toks[i].f != "post") {
			w.a.POBox, w.a.Rule, w.a.Confidence = boxNumber(w.toks[id].f), "us:box", 0.97
			w.take(tagger.POBox, i, i+n)
		}
	}
}

func boxNumber(f string) string { return trimZeros(strings.ToUpper(strings.Trim(f, "#-/"))) }
