package address

import (
	"strings"

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

// usTail takes ZIP, state and city off the end of the text.
func (w *work) usTail() {
	end := len(w.toks)
	for end > 0 && w.toks[end-1].used {
		end--
	}
	end, zip := w.usTailZip(end)
	zipSeg := end
	end, state := w.usTailState(end, zip)
	w.use(end, zipSeg)
	if w.in.City != "" || end == 0 {
		return
	}
	if !zip && !state && w.a.Postcode == "" && !w.manySegments(end) {
		return
	}
	w.usCity(end)
}

func (w *work) manySegments(end int) bool { return end > 0 && w.toks[0].seg != w.toks[end-1].seg }

func (w *work) usTailZip(end int) (int, bool) {
	if end == 0 {
		return end, false
	}
	f := w.toks[end-1].f
	if end > 1 && len(f) == 4 && allDigits(f) && zip5(w.toks[end-2].f) && w.toks[end-2].seg == w.toks[end-1].seg && len(w.toks[end-2].f) == 5 {
		w.usSetZip(w.toks[end-2].f+"-"+f, "hyphen_added")
		w.use(end-2, end)
		return end - 2, true
	}
	zip, code := usZip(f)
	ok := zip5(f) || zip != "" && code != "zero_restored" && isDigit(firstByte(f)) && len(f) >= 5
	if !ok && zip != "" && len(f) >= 4 && (len(f) == 4 || len(f) == 9) {
		ok = end > 1 && stateCode(w.toks[end-2].f) != "" // "Boston MA 2139"
	}
	if !ok || end == 1 && w.in.City != "" || end > 1 && usUnit(w.toks[end-2].f) != "" && stateCode(w.toks[end-2].f) == "" {
		return end, false
	}
	if !zip5(f) || w.a.Postcode == "" || w.a.Postcode[:min(5, len(w.a.Postcode))] == zip[:5] || end > 1 && w.stateEndsAt(end-1) {
		if end == 1 && len(w.toks) > 1 {
			return end, false
		}
		w.usSetZip(zip, code)
		w.use(end-1, end)
		return end - 1, true
	}
	return end, false
}

func (w *work) usSetZip(zip, code string) {
	if w.a.Postcode != "" {
		if w.a.Postcode[:min(5, len(w.a.Postcode))] != zip[:5] {
			w.code("postcode", "two_values")
			w.a.Unparsed = strings.TrimSpace(w.a.Unparsed + " " + zip)
		}
		return
	}
	w.a.Postcode = zip
	if code != "" {
		w.code("postcode", code)
	}
}

// usTailState takes the state before position end. A name that would leave no city
// beside the ZIP ("New York 10036") is the city.
func (w *work) usTailState(end int, zip bool) (int, bool) {
	for n := min(3, end); n >= 1; n-- {
		from := end - n
		if w.toks[from].seg != w.toks[end-1].seg {
			continue
		}
		f := joinFolded(w.toks[from:end])
		code := stateCode(f)
		if code == "" {
			continue
		}
		start, _ := w.segment(from)
		if n == 1 && len(f) == 2 {
			if from > 0 && f == "fl" && !zip && (ordinal(w.toks[from-1].f) || spelledOrdinal(w.toks[from-1].f)) {
				continue // "6th Fl"
			}
			if !zip && (from == 0 || len(w.toks[from].text) != 2 && !w.toks[from].dot()) {
				continue
			}
			if !zip && from > 0 && w.in.City != "" && start == 0 {
				continue // street column: "Avenue E", "Main St NE"
			}
			if !zip && direction(f) != "" && start == 0 {
				continue
			}
		} else if from == start && (start == 0 || !w.cityBefore(start)) || w.in.City != "" && start == 0 {
			continue
		}
		if w.a.Region == "" || stateCode(fold.ASCII(w.a.Region)) == "" {
			w.a.Region = code
		}
		if len(f) > 2 {
			w.code("region", "abbreviated")
		}
		return from, true
	}
	return end, false
}

// cityBefore reports whether the segment before token i could be a city: words
// without digits.
func (w *work) cityBefore(i int) bool {
	from, to := w.segment(i - 1)
	if from == 0 {
		return false
	}
	return !digitsIn(w.toks[from:to]) && usUnit(w.toks[from].f) == ""
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
	w.use(from, to)
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
			w.use(from, to)
		}
		return true
	})
}
