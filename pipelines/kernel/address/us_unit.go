package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
)

// unitAt reads a secondary unit at token i, inside [.., end): APT 4, # 5, #5, STE
// 100-B, 6TH FLOOR, FLOOR 12, REAR. It gives the number of words, or 0.
func (w *work) unitAt(i, end int) int {
	n, _, _ := w.unitParts(i, end)
	return n
}

func (w *work) unitParts(i, end int) (n int, kind, id string) {
	if i >= end || w.toks[i].used {
		return 0, "", ""
	}
	f := w.toks[i].f
	next := func(j int) string {
		if j < end && !w.toks[j].used && w.toks[j].seg == w.toks[i].seg {
			return w.toks[j].f
		}
		return ""
	}
	if f[:min(1, len(f))] == "#" {
		if len(f) > 1 {
			return 1, "#", strings.ToUpper(f[1:])
		}
		if g := next(i + 1); g != "" {
			return 2, "#", strings.ToUpper(g)
		}
		return 1, "#", ""
	}
	if i > 1 && i+2 == end && hasDigit(next(i+1)) && unitID(next(i+1)) {
		if s, _ := w.p.suffix(w.toks[i-1].f); s != "" {
			if want := misspelt(f, "unit", "suite", "apartment"); want != "" {
				f = want // "2nd Way Unnit 1C"
			}
		}
	}
	if kind = usUnit(f); kind != "" {
		g := next(i + 1)
		if g == "#" || g == "no" || g == "number" {
			if h := next(i + 2); hasDigit(h) || len(h) == 1 {
				return 3, kind, strings.ToUpper(h)
			}
		}
		g = strings.TrimPrefix(g, "#")
		if unitID(g) && !(kind == "FL" && len(f) == 2 && zip5(g)) {
			if h := next(i + 2); len(h) == 1 && isLetter(h[0]) && allDigits(g) && direction(h) == "" {
				return 3, kind, strings.ToUpper(g + h)
			}
			if h := next(i + 2); len(g) == 1 && isLetter(g[0]) && allDigits(h) && len(h) <= 3 {
				return 3, kind, strings.ToUpper(g + h)
			}
			return 2, kind, strings.ToUpper(g)
		}
		if unitAlone(f) != "" || kind == "PH" {
			return 1, kind, ""
		}
		return 0, "", ""
	}
	// "6th Floor", "2nd Fl"
	if g := next(i + 1); g == "floor" || g == "fl" || g == "flr" {
		if isDigit(firstByte(f)) && !(w.toks[i].seg == 1 && i == 0) {
			return 2, "FL", strings.TrimRight(f, "stndrh")
		}
		if n := wordOrdinal(f); n != "" {
			return 2, "FL", strings.TrimRight(n, "stndrh")
		}
	}
	if len(f) > 3 && (f[:3] == "apt" || f[:3] == "ste") && hasDigit(f) && numberLike(f[3:]) {
		return 1, strings.ToUpper(f[:3]), strings.ToUpper(f[3:])
	}
	return 0, "", ""
}

// unitID tells the identifier of a unit: it holds a digit or is one or two letters.
func unitID(f string) bool {
	return f != "" && (hasDigit(f) && len(f) <= 8 || len(f) == 1 && isLetter(f[0]) || len(f) == 2 && direction(f) == "" && stateCode(f) == "" && isLetter(f[0]))
}

// usUnits takes every secondary unit out of the text; two designators are joined
// with a blank (BLDG APT, 7 12).
func (w *work) usUnits() {
	for i := 0; i < len(w.toks); i++ {
		if w.toks[i].used {
			continue
		}
		from, end := w.segment(i)
		n, kind, id := w.unitParts(i, end)
		if n == 0 {
			continue
		}
		lead := i == from || w.toks[i-1].used
		if lead && i == 0 && !w.manySegments(len(w.toks)) {
			continue // a lone street column that begins with such a word
		}
		if unitAlone(w.toks[i].f) != "" && id == "" && (w.in.City == "" && lead && i+n < end && w.a.City == "") {
			continue
		}
		if unitAlone(w.toks[i].f) != "" && id == "" && i+n < end && !w.toks[i+n].used && usUnit(w.toks[i+n].f) == "" {
			continue // "Upper Valley Rd"
		}
		if !lead && i+n < end && !w.toks[i+n].used && w.suffixAhead(i+n, end) {
			continue // a unit word inside a street name: "12 Key West Dr"
		}
		if w.in.Unit == "" {
			w.a.Unit = strings.TrimSpace(w.a.Unit + " " + id)
			if kind != "#" || w.a.UnitType == "" {
				w.a.UnitType = strings.TrimSpace(w.a.UnitType + " " + kind)
			}
		} else if w.a.UnitType == "" {
			w.a.UnitType = kind
		}
		l := tagger.Unit
		if kind == "FL" {
			l = tagger.Level
		}
		w.take(l, i, i+n)
		i += n - 1
	}
}

func (w *work) suffixAhead(i, end int) bool {
	for ; i < end && !w.toks[i].used; i++ {
		if s, strong := w.p.suffix(w.toks[i].f); s != "" && strong {
			return true
		}
	}
	return false
}
