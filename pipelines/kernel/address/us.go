package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// usGrammar is the state of one parse of an address of the United States.
type usGrammar struct {
	*work
	info  []usWord // what the tables know of each token
	state string   // two letters, when known
	zip   bool     // a ZIP is known
	tail  int      // index of the first token of state and ZIP; the city ends here
	given bool     // the city came in a column of its own

	breaks string // the text, once a line break has been looked for
}

// usWord is what the tables know of one word.
type usWord struct {
	suf    string // Publication 28 abbreviation of a street suffix
	strong bool   // the suffix is rarely part of a name
	dir    string // abbreviation of a directional
}

// parseUS reads an address of the United States. What is certain goes first: ZIP and
// state, boxes and routes, marked units; the cut between street line and city is
// the best of all that are possible (us_cut.go).
func (w *work) parseUS() {
	w.a.Rule = "us:empty"
	w.toks = usSplit(joinInitials(w.toks))
	g := usGrammar{work: w}
	g.columns()
	g.drop()
	g.look()
	g.joinBreaks()
	g.readZip()
	g.readState(true)
	g.joinCity()
	g.boxes()
	g.puertoRico()
	g.units()
	g.readState(false)
	g.careOf()
	g.county()
	g.deliver()
	g.rest()
	g.refuse()
}

// look fills info for the present tokens.
func (g *usGrammar) look() {
	g.info = make([]usWord, len(g.toks))
	for i, t := range g.toks {
		s := g.p.suffixes[t.f]
		g.info[i] = usWord{s.canon, s.strong, direction(t.f)}
	}
	for i := 0; i+1 < len(g.toks); i++ {
		g.repair(i)
		if j := i + 1; len(g.info[j].dir) == 2 && len(strings.Trim(g.toks[j].f, ".")) <= 3 && g.toks[j].seg != g.toks[i].seg && g.info[i].strong {
			g.toks[j].seg = g.toks[i].seg // "M Street, NW"
		}
	}
}

// repair corrects one typing error in the words in front of a road's number.
func (g *usGrammar) repair(i int) {
	f, next := g.toks[i].f, g.toks[i+1].f
	if len(f) < 5 || g.info[i].suf != "" || roadWord(f) || f == "states" || f == "estate" || f == "estates" {
		return
	}
	want := ""
	switch {
	case roadKind(next) != "" && i+2 < len(g.toks) && isDigit(firstByte(g.toks[i+2].f)) && !ordinal(g.toks[i+2].f):
		want = misspelt(f, "county", "ranch", "township", "state")
	case isDigit(firstByte(next)) && !ordinal(next) && len(next) < 5 && i > 0 && (usNumber(g.toks[i-1].f) || roadWord(g.toks[i-1].f)):
		want = misspelt(f, "highway", "route", "interstate")
	}
	if want != "" {
		g.toks[i].f, g.toks[i].text = want, properName(want, "US")
		g.code("street", "spelling_corrected")
	}
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

// usSplit parts words that were written together (Suite100, POBox12, I-10, IL60201,
// #4B) and makes a dash that stands alone a separator.
func usSplit(toks []token) []token {
	again := false
	for i := range toks {
		if n := usSplitAt(toks[i].f); n > 0 || len(toks[i].f) > 1 && toks[i].f[len(toks[i].f)-1] == '#' || lonelyDash(toks[i].text) || len(toks[i].f) > 1 && strings.HasSuffix(toks[i].f, "-") {
			again = true
			break
		}
	}
	if !again {
		return toks
	}
	out := make([]token, 0, len(toks)+4)
	shift := 0
	for i, t := range toks {
		t.seg += shift
		if lonelyDash(t.text) {
			if n := len(out); n > 0 && i+1 < len(toks) && allDigits(out[n-1].f) && len(out[n-1].f) < 5 && allDigits(toks[i+1].f) && len(toks[i+1].f) < 5 && toks[i+1].seg == toks[i].seg && strings.Trim(t.text, "-") == "" {
				t.f = "-" // "586 - 592"
				out = append(out, t)
				continue
			}
			shift++
			continue
		}
		if len(t.f) > 1 && t.f[len(t.f)-1] == '#' { // "Road# 1"
			at := len(t.text) - 1
			head, rest := t, t
			head.f, head.text, head.to = t.f[:len(t.f)-1], t.text[:at], t.cut(at)
			rest.f, rest.text, rest.from, rest.glued = "#", "#", t.cut(at), true
			out = append(out, head, rest)
			continue
		}
		t.f = strings.TrimRight(t.f, "-")
		n := usSplitAt(t.f)
		at := strings.Index(fold.Lower(t.text), t.f)
		if n == 0 || at < 0 {
			out = append(out, t)
			continue
		}
		head, rest := t, t
		head.f, head.text = strings.TrimRight(t.f[:n], "-#"), t.text[:at+n]
		rest.f, rest.text, rest.glued = strings.TrimLeft(t.f[n:], "-"), t.text[at+n:], true
		head.to, rest.from = t.cut(at+n), t.cut(at+n)
		out = append(out, head, rest)
	}
	return out
}

func lonelyDash(s string) bool {
	return s != "" && strings.Trim(s, "-/*_~+=") == "" && s != "#"
}

// usSplitAt gives the length of the leading word that is written together with the
// number behind it, or 0.
func usSplitAt(f string) int {
	n := 0
	for n < len(f) && isLetter(f[n]) {
		n++
	}
	if n == 0 || n == len(f) || n > 9 {
		return 0
	}
	m := n
	for m < len(f) && (f[m] == '-' || f[m] == '#') {
		m++
	}
	if m == len(f) || m == n && !isDigit(f[n]) {
		return 0
	}
	rest := f[m:]
	switch head := f[:n]; {
	case n >= 3 && usUnit(head) != "" && unitAlone(head) == "" && len(rest) <= 6 && (isDigit(rest[0]) || len(rest) == 1 || f[m-1] == '#'):
		return n
	case !isDigit(rest[0]):
		return 0
	case head == "box" || head == "pobox" || head == "pob":
		return n
	case head == "rr" || head == "hc" || head == "hwy" || head == "rte" || head == "rt" || head == "ih" || head == "fm" || head == "sr" || head == "cr" || head == "psc" || head == "cmr" || head == "ph" || head == "no":
		return n
	case (head == "i" || head == "us") && len(rest) <= 3 && (len(rest) > 1 || f[n] == '-') && allDigits(rest):
		return n
	case n == 2 && stateCode(head) != "" && zip5(rest):
		return n
	}
	return 0
}

// columns reads the separate columns for ZIP, state, unit and city.
func (g *usGrammar) columns() {
	w := g.work
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
		w.a.Region, g.state = s, s
	}
	w.a.Unit, w.a.UnitType = unitColumn(w.in.Unit)
	g.zip = w.a.Postcode != ""
	if g.given = w.in.City != ""; !g.given {
		return
	}
	// The city column may hold state and ZIP too ("TYLER TX 75712").
	s := scanner{seg: 1000}
	s.add(w.in.City)
	c := usGrammar{work: &work{p: w.p, in: &Input{}, toks: joinInitials(s.toks), a: Address{Country: "US", Postcode: w.a.Postcode, Region: w.a.Region}}, state: g.state, zip: g.zip}
	c.look()
	if digitsIn(c.toks) || c.manySegments() {
		c.readZip()
		c.readState(false)
		c.runs(func(from, to int) bool {
			if to <= c.tail && !digitsIn(c.toks[from:to]) {
				c.setCity(from, to)
			}
			return c.a.City == ""
		})
	}
	if c.a.City == "" && len(c.toks) > 0 {
		c.setCity(0, len(c.toks))
	}
	if w.a.Postcode == "" {
		w.a.Postcode = c.a.Postcode
	}
	if w.a.Region == "" {
		w.a.Region, g.state = c.a.Region, c.state
	}
	w.a.City = c.a.City
	for _, k := range c.a.Codes {
		w.code(k.Field, k.Code)
	}
}

func (g *usGrammar) manySegments() bool {
	n := len(g.toks)
	return n > 0 && g.toks[0].seg != g.toks[n-1].seg
}

func (g *usGrammar) setCity(from, to int) {
	g.a.City = g.name(from, to)
	g.take(tagger.City, from, to)
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

// rest gives the free words in front of the delivery line to the recipient, and
// what stands between it and the city, when no digit is in it.
func (g *usGrammar) rest() {
	if g.a.Rule == "us:empty" && g.a.City == "" && g.a.Postcode == "" {
		return
	}
	g.runs(func(from, to int) bool {
		k := fold.Key(g.text(from, to))
		switch {
		case k == "" || k == fold.Key(g.a.City) || k == fold.Key(g.a.City+g.a.Region) || k == fold.Key(g.a.Region):
			g.code("city", "repeated")
			g.use(from, to)
		case strings.Contains(k, "@"):
		case !g.afterDelivery(from) || from < g.tail && !digitsIn(g.toks[from:to]) || careWord(g.toks[from].f):
			g.take(tagger.House, from, to)
		}
		return true
	})
	for i := 0; i < len(g.toks); {
		j := i
		for j < len(g.toks) && g.toks[j].label == tagger.House && g.toks[j].seg == g.toks[i].seg {
			j++
		}
		if j > i {
			g.a.Recipient = strings.TrimSpace(g.a.Recipient + " " + g.text(i, j))
		}
		i = max(j, i+1)
	}
}

// county drops a county that stands alone between commas: "King County".
func (g *usGrammar) county() {
	g.runs(func(from, to int) bool {
		if n := to - from; from > 0 && n > 1 && n < 4 && (to < g.tail || g.runs2(from)) && !digitsIn(g.toks[from:to]) {
			switch f := g.toks[to-1].f; {
			case f == "county" || f == "cty" || f == "cnty" || f == "parish":
				g.take(tagger.StateDistrict, from, to)
				g.code("county", "dropped")
			}
		}
		return true
	})
}

// runs2 reports two stretches of free words before token i: a street and a city.
func (g *usGrammar) runs2(i int) bool {
	n := 0
	g.runs(func(from, to int) bool {
		if to <= i {
			n++
		}
		return true
	})
	return n > 1
}

// careOf gives the name behind c/o or attn to the recipient, up to the end of the
// segment, a number or the city.
func (g *usGrammar) careOf() {
	g.runs(func(from, to int) bool {
		for i := from; i < to; i++ {
			if !careWord(g.toks[i].f) || g.toks[i].f == "care" && (i+1 >= to || g.toks[i+1].f != "of") {
				continue
			}
			end := i + 1
			for end < to && !hasDigit(g.toks[end].f) && !(to == g.tail && end > i+1 && g.state != "" && g.place(end, to) >= here) {
				end++
			}
			g.take(tagger.House, i, end)
			break
		}
		return true
	})
}

// careWord tells the words that open the name of somebody else: c/o, attn, %.
func careWord(f string) bool {
	switch f {
	case "c/o", "co/", "attn", "attention", "%", "care":
		return true
	}
	return false
}

// refuse gives text back unread when it has neither town nor ZIP nor a street with
// a name nor a box.
func (g *usGrammar) refuse() {
	a := &g.a
	if a.City != "" || a.Postcode != "" || a.Street != "" || a.POBox != "" || a.Route != "" || g.in.HouseNumber != "" || g.in.Street != "" {
		return
	}
	codes := a.Codes
	*a = Address{Country: a.Country, Rule: "us:empty", Region: g.in.Region}
	for _, c := range codes {
		if c.Code == "placeholder" || c.Field == "country" {
			a.Codes = append(a.Codes, c)
		}
	}
	for i := range g.toks {
		g.toks[i].used = false
	}
}
