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
