package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// parseUS reads an address of the United States: ZIP, state and city from the
// end, then the delivery line from the front.
func (w *work) parseUS() {
	w.a.Rule = "us:empty"
	w.toks = joinInitials(w.toks)
	w.usColumns()
	w.usTail()
	w.usBoxes()
	w.usUnits()
	w.usStreet()
	w.usRest()
}

// joinInitials puts abbreviations with inner dots back into one word: S.E., N.J.,
// P.O., R.R.
func joinInitials(toks []token) []token {
	out := toks[:0]
	for _, t := range toks {
		if n := len(out); n > 0 && t.glued && len(t.f) == 1 && isLetter(t.f[0]) {
			if last := &out[n-1]; last.dot() && len(last.f) <= 3 && isLetter(last.f[0]) && !last.used && last.seg == t.seg && (len(last.f) == 1 || len(last.text) > len(last.f)+1) {
				last.f += t.f
				last.text += t.text
				last.to = t.to
				continue
			}
		}
		out = append(out, t)
	}
	return out
}

func (w *work) usColumns() {
	if w.in.Postcode != "" {
		zip, code := usZip(fold.ASCII(w.in.Postcode))
		switch {
		case zip == "":
			w.a.Postcode = w.in.Postcode
			w.code("postcode", "invalid")
		case zip == "00000":
			w.code("postcode", "placeholder")
		default:
			w.a.Postcode = zip
			if code != "" {
				w.code("postcode", code)
			}
		}
	}
	w.a.Region = w.in.Region
	if s := stateCode(strings.Trim(fold.ASCII(w.in.Region), ".")); s != "" {
		w.a.Region = s
	}
	w.a.Unit, w.a.UnitType = unitColumn(w.in.Unit)
	if w.in.City == "" {
		return
	}
	// The city column may hold state and ZIP too ("TYLER TX 75712").
	s := scanner{seg: 1000}
	s.add(w.in.City)
	c := work{p: w.p, in: &Input{}, toks: joinInitials(s.toks), a: Address{Country: "US", Postcode: w.a.Postcode, Region: w.a.Region}}
	if digitsIn(c.toks) || c.manySegments(len(c.toks)) {
		c.usTail()
	}
	if c.a.City == "" && len(c.toks) > 0 {
		c.usSetCity(0, len(c.toks))
	}
	if w.a.Postcode == "" {
		w.a.Postcode = c.a.Postcode
	}
	if w.a.Region == "" {
		w.a.Region = c.a.Region
	}
	w.a.City = c.a.City
	for _, k := range c.a.Codes {
		w.code(k.Field, k.Code)
	}
}

// usZip reads a ZIP or ZIP+4 from folded text of its own. Letters o and l stand for
// digits; a lost leading zero comes back.
func usZip(f string) (zip, code string) {
	var d [9]byte
	n, fixed := 0, false
	for i := 0; i < len(f); i++ {
		c := f[i]
		switch {
		case isDigit(c):
		case c == 'o':
			c, fixed = '0', true
		case c == 'l' || c == 'i':
			c, fixed = '1', true
		case c == '-' || c == ' ' || c == '.':
			continue
		default:
			return "", ""
		}
		if n == 9 {
			return "", ""
		}
		d[n] = c
		n++
	}
	if fixed {
		code = "digit_corrected"
	}
	switch n {
	case 3, 4:
		return strings.Repeat("0", 5-n) + string(d[:n]), "zero_restored"
	case 5:
		return string(d[:5]), code
	case 8:
		if i := strings.IndexByte(f, '-'); i == 4 {
			return "0" + string(d[:4]) + "-" + string(d[4:8]), "zero_restored"
		}
	case 9:
		if !strings.Contains(f, "-") && code == "" {
			code = "hyphen_added"
		}
		return string(d[:5]) + "-" + string(d[5:9]), code
	}
	return "", ""
}

// usCity takes the city that ends at token end: the rest of the segment when the
// segment holds nothing else, otherwise what follows the street line in it.
func (w *work) usCity(end int) {
	from, _ := w.segment(end - 1)
	i := w.skipUnits(from, end)
	if i == end {
		return
	}
	for j := from; j < end; j++ {
		if n := w.boxEnd(j, end); n > j && n < end && (j == from || w.toks[j].f != "box" && w.toks[j].f != "unit") {
			w.usSetCity(n, end)
			return
		}
	}
	if !hasDigit(w.toks[from].f) && w.boxEnd(from, end) == from && i == from && (from > 0 || !numberWord(w.toks[from].f)) {
		if from > 0 || !w.namesStreet(from, end) {
			w.usSetCity(from, end)
			return
		}
	}
	if i > from {
		w.usSetCity(i, end)
		return
	}
	if i = w.usStreetEnd(from, end); i < end {
		w.usSetCity(i, end)
	}
}

func (w *work) namesStreet(from, end int) bool {
	for i := from + 1; i < end; i++ {
		if w.toks[i].f == "&" || w.toks[i].f == "@" {
			return true
		}
		if _, strong := w.p.suffix(w.toks[i].f); strong && i+1 < end && digitsIn(w.toks[from:end]) {
			return true
		}
	}
	return false
}

// skipUnits steps over unit designators at the head of a segment: "Ste 1 Brooklyn".
func (w *work) skipUnits(i, end int) int {
	for i < end {
		n, _, id := w.unitParts(i, end)
		if n == 0 || id == "" && i+n < end {
			break // "Upper Marlboro"
		}
		i += n
	}
	return i
}

func (w *work) usSetCity(from, to int) {
	w.a.City = w.name(from, to)
	w.take(tagger.City, from, to)
}

// usStreetEnd finds where the street line that begins at from ends and the city
// begins, when no comma says so.
func (w *work) usStreetEnd(from, end int) int {
	if n := w.boxEnd(from, end); n > from {
		return n
	}
	if w.p.gaz != nil && w.a.Postcode != "" {
		for i := from + 2; i < end; i++ {
			if !hasDigit(w.toks[i].f) && w.p.gaz.Has("US", w.a.Postcode, join(w.toks[i:end])) && !w.suffixLater(from, i, end) {
				return i
			}
		}
	}
	i := from + 1
	if i < end && fraction(w.toks[i].f) {
		i++
	}
	first := i
	if i+1 < end && direction(w.toks[i].f) != "" {
		if s, _ := w.p.suffix(w.toks[i+1].f); s == "" || i+2 < end {
			first++
		}
	}
	if n := w.highway(first, end); n > 0 {
		return w.afterStreet(first+n, end)
	}
	if streetAlone(w.f(first)) {
		if _, strong := w.p.suffix(w.f(first + 1)); !strong || first+2 >= end {
			return w.afterStreet(first+1, end)
		}
	}
	weak := -1
	for i := first + 1; i < end-1; i++ {
		s, strong := w.p.suffix(w.toks[i].f)
		if s == "" {
			continue
		}
		if strong {
			// "Court Square Dr": the last of a run of suffixes, but "Ct St Louis" ends at Ct.
			for i+2 < end {
				if n, more := w.p.suffix(w.toks[i+1].f); n == "" || !more || cityFirst(w.toks[i+1].f) {
					break
				}
				i++
			}
			return w.afterStreet(i+1, end)
		}
		if weak < 0 {
			weak = i
		}
	}
	if weak > 0 {
		return w.afterStreet(weak+1, end)
	}
	// no suffix: a unit designator or the usual first words of city names decide
	for i := first + 1; i < end; i++ {
		if n := w.unitAt(i, end); n > 0 && (hasDigit(w.toks[i].f) || i+n < end) {
			return w.afterStreet(i, end)
		}
	}
	if end-first >= 3 && cityFirst(w.toks[end-2].f) {
		return end - 2
	}
	return max(first+1, end-1)
}

// suffixLater reports a strong suffix inside a supposed city, unless the city is
// known to begin with it (St Louis).
func (w *work) suffixLater(from, i, end int) bool {
	for j := i + 1; j < end; j++ {
		if _, strong := w.p.suffix(w.toks[j].f); strong && len(w.toks[j].f) <= 4 {
			return true
		}
	}
	return i-from < 2
}

// afterStreet steps over postdirectional and units that follow the street name.
func (w *work) afterStreet(i, end int) int {
	if i+1 < end && direction(w.toks[i].f) != "" && len(w.toks[i].f) <= 2 {
		i++
	} else if i+2 < end && direction(w.toks[i].f) != "" && w.unitAt(i+1, end) > 0 {
		i++
	}
	for i < end {
		n := w.unitAt(i, end)
		if n == 0 && i+1 < end && hasDigit(w.toks[i].f) && len(w.toks[i].f) <= 5 {
			n = 1
		}
		if n == 0 {
			return i
		}
		i += n
	}
	return i
}

// usRest gives the words before the street line to the recipient.
func (w *work) usRest() {
	w.runs(func(from, to int) bool {
		k := fold.Key(w.text(from, to))
		switch {
		case k == "" || k == fold.Key(w.a.City) || k == fold.Key(w.a.City+w.a.Region):
			w.use(from, to)
		case !w.afterDelivery(from) && !strings.Contains(k, "@") && w.a.Rule != "us:empty":
			w.a.Recipient = strings.TrimSpace(w.a.Recipient + " " + w.text(from, to))
			w.take(tagger.House, from, to)
		}
		return true
	})
}
