package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// layout says how a country writes its last line. pattern: N a digit, A a letter,
// ? either or nothing, a blank or hyphen an optional separator written so.
type layout struct {
	pattern     string
	cityFirst   bool // the postcode follows the city
	numberFirst bool // the house number precedes the street
}

// layoutOf follows the national formats of the address metadata that libaddressinput
// publishes (fields fmt and zip).
func layoutOf(country string) layout {
	switch country {
	case "DE", "IT", "ES", "FI", "EE", "HR", "TR":
		return layout{pattern: "NNNNN"}
	case "FR":
		return layout{pattern: "NNNNN", numberFirst: true}
	case "AT", "CH", "BE", "DK", "NO", "HU", "SI", "BG":
		return layout{pattern: "NNNN"}
	case "LU":
		return layout{pattern: "NNNN", numberFirst: true}
	case "NL":
		return layout{pattern: "NNNN AA"}
	case "CZ", "SK", "SE", "GR":
		return layout{pattern: "NNN NN"}
	case "PT":
		return layout{pattern: "NNNN-NNN"}
	case "LT":
		return layout{pattern: "NNNNN"}
	case "LV":
		return layout{pattern: "NNNN", cityFirst: true}
	case "RO", "RU", "BY", "IN":
		return layout{pattern: "NNNNNN", cityFirst: country == "IN"}
	case "UA":
		return layout{pattern: "NNNNN", cityFirst: true}
	case "CA":
		return layout{pattern: "ANA NAN", cityFirst: true, numberFirst: true}
	case "AU", "NZ":
		return layout{pattern: "NNNN", cityFirst: true, numberFirst: true}
	case "MX":
		return layout{pattern: "NNNNN"}
	case "BR":
		return layout{pattern: "NNNNN-NNN", cityFirst: true}
	case "JP":
		return layout{pattern: "NNN-NNNN", numberFirst: true}
	}
	return layout{}
}

func numberFirst(country string) bool {
	switch country {
	case "US", "GB", "IE":
		return true
	}
	return layoutOf(country).numberFirst
}

// match reads a folded text as a postcode of the pattern and writes it in the
// country's form; "" when it is none.
func (l layout) match(f string) string {
	var b strings.Builder
	i := 0
	for j := 0; j < len(l.pattern); j++ {
		switch p := l.pattern[j]; p {
		case ' ', '-':
			b.WriteByte(p)
			if i < len(f) && (f[i] == ' ' || f[i] == '-') {
				i++
			}
		default:
			if i >= len(f) || p == 'N' && !isDigit(f[i]) || p == 'A' && !isLetter(f[i]) {
				return ""
			}
			b.WriteByte(f[i])
			i++
		}
	}
	if i < len(f) || l.pattern == "" {
		return ""
	}
	return strings.ToUpper(b.String())
}

// parseGeneric reads an address by the postcode pattern and the order of the
// country's lines.
func (w *work) parseGeneric() {
	l := layoutOf(w.a.Country)
	w.a.Rule = "generic:empty"
	w.a.Unit, w.a.UnitType = unitColumn(w.in.Unit)
	w.a.Region, w.a.City = w.in.Region, properName(w.in.City, w.a.Country)
	if f := fold.ASCII(w.in.Postcode); f != "" {
		if w.a.Postcode = l.match(stripPrefix(f, w.a.Country)); w.a.Postcode == "" {
			w.a.Postcode = strings.ToUpper(w.in.Postcode)
			if l.pattern != "" {
				w.code("postcode", "invalid")
			}
		}
	}
	w.genericBox()
	w.genericLast(l)
	w.genericStreet(l)
	w.plRest()
}

// stripPrefix drops a country prefix: D-12345, CZ-110 00.
func stripPrefix(f, country string) string {
	if i := strings.IndexByte(f, '-'); i > 0 && i <= 3 && !hasDigit(f[:i]) {
		return f[i+1:]
	}
	return f
}

func (w *work) genericBox() {
	for i := range w.toks {
		switch w.f(i) {
		case "postfach", "postbus", "bp", "casilla", "apartado", "boite", "pob", "postboks", "fermopostbox":
			if f := w.near(i+1, i); hasDigit(f) {
				w.a.POBox, w.a.Rule, w.a.Confidence = strings.ToUpper(f), "generic:box", 0.9
				w.take(tagger.POBox, i, i+2)
			}
		case "po", "p":
			_, end := w.segment(i)
			if n, id := w.boxAt(i, end); n > 1 {
				w.a.POBox, w.a.Rule, w.a.Confidence = boxNumber(w.toks[id].f), "generic:box", 0.9
				w.take(tagger.POBox, i, i+n)
			}
		}
	}
}

// genericLast finds postcode and city.
func (w *work) genericLast(l layout) {
	at, n := -1, 0
	if w.a.Postcode == "" || w.a.City == "" {
		at, n = w.genericPostcode(l)
	}
	if at >= 0 {
		w.take(tagger.Postcode, at, at+n)
		w.genericRegion(at)
		if w.a.City != "" {
			return
		}
		if to := w.run(at + n); to > at+n && !hasDigit(w.toks[at+n].f) && (w.toks[at+n].seg == w.toks[at].seg || !l.cityFirst) && !(l.cityFirst && w.free(at-1)) {
			w.genericCity(at+n, w.cityEnd(at+n, to))
			return
		}
		end := at
		for end > 0 && w.toks[end-1].used {
			end--
		}
		at = end
		from := at
		for w.free(from-1) && !hasDigit(w.toks[from-1].f) && (from == at || w.toks[from-1].seg == w.toks[from].seg) {
			from--
		}
		if from < at {
			if start, _ := w.segment(from); start < from && hasDigit(w.toks[start].f) {
				from = max(from, w.streetWordEnd(start+1, at))
			}
			if from < at {
				w.genericCity(from, at)
			}
			return
		}
	}
	if w.a.City != "" {
		return
	}
	last := -1
	w.runs(func(from, to int) bool {
		if !digitsIn(w.toks[from:to]) && from > 0 {
			last = from
		}
		return true
	})
	if last > 0 {
		w.genericCity(last, w.run(last))
	}
}

// cityEnd stops a city before a house number further on: "12345 Berlin Hauptstr. 5".
func (w *work) cityEnd(from, to int) int {
	for i := from + 1; i < to; i++ {
		if hasDigit(w.toks[i].f) {
			return max(from+1, i-1)
		}
	}
	return to
}

// genericCity stores the city; with a gazetteer a locality written beside it is
// told apart.
func (w *work) genericCity(from, to int) {
	w.take(tagger.City, from, to)
	if g := w.p.gaz; g != nil && to-from > 1 && w.a.Postcode != "" && !g.Has(w.a.Country, w.a.Postcode, join(w.toks[from:to])) {
		for i := from + 1; i < to; i++ {
			if g.Has(w.a.Country, w.a.Postcode, join(w.toks[i:to])) {
				w.a.DependentLocality, w.a.City = w.name(from, i), w.name(i, to)
				w.take(tagger.Suburb, from, i)
				return
			}
		}
	}
	if w.toks[from].f == "ot" && to-from > 1 {
		from++
	}
	w.a.City = w.name(from, to)
}

// genericRegion takes the province or state in front of a Canadian or Australian
// postcode that ends at token i.
func (w *work) genericRegion(i int) {
	for n := 2; n >= 1; n-- {
		if i-n < 1 || !w.free(i-n) || !w.free(i-1) {
			continue
		}
		if r := regionWord(w.a.Country, joinFolded(w.toks[i-n:i])); r != "" {
			w.a.Region = r
			w.take(tagger.State, i-n, i)
			return
		}
	}
}

func regionWord(country, f string) string {
	names := ""
	switch country {
	case "CA":
		names = "|ab=alberta|bc=british columbia|mb=manitoba|nb=new brunswick|nl=newfoundland|ns=nova scotia|nt=northwest territories|nu=nunavut|on=ontario|pe=prince edward|qc=quebec|sk=saskatchewan|yt=yukon|"
	case "AU":
		names = "|nsw=new south|vic=victoria|qld=queensland|sa=south australia|wa=western australia|tas=tasmania|act=act|nt=northern territory|"
	default:
		return ""
	}
	if i := strings.Index(names, "|"+f+"="); i >= 0 {
		return strings.ToUpper(f)
	}
	if i := strings.Index(names, "="+f+"|"); i > 0 && len(f) > 3 {
		return strings.ToUpper(names[strings.LastIndexByte(names[:i], '|')+1 : i])
	}
	return ""
}

func (w *work) genericPostcode(l layout) (at, n int) {
	at = -1
	for i := range w.toks {
		if w.toks[i].used {
			continue
		}
		for k := 1; k <= 2; k++ {
			f := w.toks[i].f
			if k == 2 {
				g := w.near(i+1, i)
				if g == "" || !strings.ContainsAny(l.pattern, " -") {
					continue
				}
				f += " " + g
			}
			pc := l.match(stripPrefix(f, w.a.Country))
			if pc == "" && k == 1 && w.a.Country == "CA" && len(f) == 3 && i == len(w.toks)-1 {
				pc = layout{pattern: "ANA"}.match(f) // the first half alone
			}
			if l.pattern == "" && allDigits(f) && len(f) >= 4 && len(f) <= 6 && len(w.toks) > 2 {
				pc = f
			}
			if pc == "" || w.a.Postcode != "" && pc != w.a.Postcode || len(w.toks) == k && w.in.City != "" {
				continue
			}
			// A four-digit house number at the front is no postcode.
			if i == 0 && len(w.toks) > 1 && l.numberFirst {
				continue
			}
			w.a.Postcode, at, n = pc, i, k
			if l.cityFirst {
				break
			}
			return at, n
		}
	}
	return at, n
}

// genericStreet reads the street line: the segment with a number nearest to the
// front; the number is the last number of it, or the first.
func (w *work) genericStreet(l layout) {
	w.genericUnit()
	done := false
	w.runs(func(from, to int) bool {
		n := w.genericNumber(from, to, l.numberFirst)
		if n > from+1 && n == to-1 && w.a.Unit == "" && numberLike(w.toks[n-1].f) && !numberFirst(w.a.Country) && len(w.toks[n].f) <= 3 {
			w.a.Unit = upperNumber(w.toks[n].f) // "calle Mayor 45 2"
			w.code("unit", "after_blank")
			w.take(tagger.Unit, n, n+1)
			n, to = n-1, n
		}
		if n < 0 || to-from == 1 && len(w.toks) > 1 && w.in.Street == "" && w.a.City == "" {
			return true
		}
		w.a.Rule, w.a.Confidence = "generic:street", 0.85
		done = true
		num, extra, end := w.toks[n].f, "", n+1
		if end < to && len(w.toks[end].f) == 1 && isLetter(w.toks[end].f[0]) && allDigits(num) {
			num += w.toks[end].f
			end++
		}
		if end < to && (w.toks[end].f == "bis" || w.toks[end].f == "ter") {
			extra = " " + w.toks[end].f
			end++
		}
		w.take(tagger.HouseNumber, n, end)
		w.a.HouseNumber = upperNumber(num) + extra
		switch {
		case n > from:
			w.a.Street = w.name(from, n)
			w.take(tagger.Road, from, n)
		case end < to:
			w.a.Street = w.name(end, to)
			w.take(tagger.Road, end, to)
		default:
			if to < len(w.toks) && w.free(to) && !hasDigit(w.toks[to].f) { // "12, rue de la Paix"
				e := w.run(to)
				w.a.Street = w.name(to, e)
				w.take(tagger.Road, to, e)
			}
		}
		return false
	})
	if done || w.a.POBox != "" {
		return
	}
	w.runs(func(from, to int) bool {
		if w.in.Street == "" && w.a.City == "" {
			return false
		}
		w.a.Street, w.a.Rule, w.a.Confidence = w.name(from, to), "generic:name-only", 0.5
		w.take(tagger.Road, from, to)
		return false
	})
}

func (w *work) genericNumber(from, to int, first bool) int {
	if first && numberLike(w.toks[from].f) {
		return from
	}
	for i := to - 1; i > from; i-- {
		if f := w.toks[i].f; numberLike(f) || isDigit(f[0]) && i == to-1 && !ordinal(f) && strings.IndexByte(f, '-') > 0 && len(f) <= 12 {
			return i
		}
	}
	if numberLike(w.toks[from].f) {
		return from
	}
	return -1
}

func (w *work) genericUnit() {
	if w.a.Unit != "" {
		return
	}
	for i := range w.toks {
		switch f := w.f(i); f {
		case "flat", "apt", "apartment", "unit", "suite", "wohnung", "whg", "byt", "appt", "appartement", "int", "interno":
			if g := w.near(i+1, i); hasDigit(g) || len(g) == 1 {
				w.a.Unit = upperNumber(g)
				if w.a.UnitType = usUnit(f); w.a.UnitType == "" {
					w.a.UnitType = f
				}
				w.take(tagger.Unit, i, i+2)
				return
			}
		}
	}
}
