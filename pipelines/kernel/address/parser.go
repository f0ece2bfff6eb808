package address

import (
	"strings"
	"sync"

	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// Options set up a Parser.
type Options struct {
	// Gazetteer, when given, checks postcode against city, decides between
	// village and street, and finds the city in text without commas.
	Gazetteer *Gazetteer
	// Tagger takes the place of the weights that come with the program; GrammarOnly
	// leaves the tagger out.
	Tagger      *tagger.Model
	GrammarOnly bool
	// Rules are the user's own abbreviations, street aliases and garbage values.
	Rules Rules
}

// Parser parses addresses. It never changes after New and may be shared by
// goroutines.
type Parser struct {
	gaz      *Gazetteer
	suffixes map[string]usSuffix
	rules    *ruleTable
	model    *tagger.Model // nil: the grammar alone
	odds     odds
	scratch  *sync.Pool
}

// New builds the tables of a Parser.
func New(opts Options) *Parser {
	p := &Parser{gaz: opts.Gazetteer, suffixes: suffixTable(), odds: readOdds(confidenceTable)}
	if !opts.GrammarOnly {
		if p.model = opts.Tagger; p.model == nil {
			p.model, _ = tagger.Load() // a test decodes the embedded weights
		}
		p.scratch = &sync.Pool{New: func() any { return new(scratch) }}
	}
	p.rules = newRuleTable(opts.Rules, p.Parse)
	return p
}

// Parse splits one address into its fields. It never fails: what it cannot read
// stays in Unparsed, and Status says how far it came.
func (p *Parser) Parse(in Input) Address {
	w := work{p: p, in: &in}
	w.parse()
	return w.a
}

func (w *work) parse() {
	if !w.grammar() {
		return
	}
	w.decide()
	w.leftovers()
	w.rename()
	w.check()
	w.status()
}

// grammar cuts the text into words and lets the country's grammar read them. It
// reports whether there is any text.
func (w *work) grammar() bool {
	text := w.clean()
	if w.a.Status != "" {
		return false
	}
	s := scanner{toks: make([]token, 0, 16)}
	for _, line := range text {
		if strings.TrimSpace(line) != "" {
			s.add(line)
		}
		s.base += len(line) + 1
	}
	w.toks = s.toks
	w.cut()
	w.a.Country = w.guessCountry()
	w.expand()
	w.columns()
	switch w.a.Country {
	case "PL":
		w.parsePL()
	case "US":
		w.parseUS()
	case "DE", "AT", "CH":
		w.parseDE()
	case "GB", "IE":
		w.parseGB()
	default:
		w.parseGeneric()
	}
	return true
}

// clean empties placeholder values and returns the lines of the text, those emptied
// as blanks so that offsets hold; it settles the status of rows without any text.
func (w *work) clean() []string {
	lines := make([]string, 0, len(w.in.Lines)+1)
	any, dropped := false, false
	for i, l := range append(w.in.Lines[:len(w.in.Lines):len(w.in.Lines)], w.in.Street) {
		switch {
		case strings.TrimSpace(l) == "":
		case any && i < len(w.in.Lines) && stateCode(strings.ToLower(strings.TrimSpace(l))) != "": // ND on a line of its own
		case placeholder(l) && !allDigits(strings.TrimSpace(l)) || w.p.rules.isGarbage(l):
			l, dropped = strings.Repeat(" ", len(l)), true
		default:
			any = true
		}
		lines = append(lines, l)
	}
	if dropped {
		w.code("street", "placeholder")
	}
	for _, c := range []struct {
		name  string
		value *string
	}{{"postcode", &w.in.Postcode}, {"city", &w.in.City}, {"house_number", &w.in.HouseNumber}, {"unit", &w.in.Unit}, {"region", &w.in.Region}} {
		*c.value = fold.Space(*c.value)
		if *c.value == "" {
			continue
		}
		if w.p.rules.isGarbage(*c.value) || placeholder(*c.value) && (c.name != "unit" && c.name != "house_number" || !hasDigit(*c.value)) && !shortName(c.name, *c.value) {
			*c.value, dropped = "", true
			w.code(c.name, "placeholder")
			continue
		}
		any = true
	}
	switch {
	case any:
	case dropped:
		w.a.Status = Placeholder
	default:
		w.a.Status = Missing
	}
	return lines
}

// shortName keeps state and unit letters that would pass for placeholders.
func shortName(field, v string) bool {
	return field == "unit" && len(v) == 1 && v != "-" && v != "." || field == "region" && len(v) == 2 && v != "xx" && fold.Key(v) != ""
}

// columns joins the separate house number to the street text, in the order of the
// country, so that one grammar reads both shapes of a source.
func (w *work) columns() {
	if w.in.HouseNumber == "" {
		return
	}
	s := scanner{base: -1}
	s.add(w.in.HouseNumber)
	if len(s.toks) == 0 {
		return
	}
	n := len(w.toks)
	if n > 0 && (w.toks[n-1].f == s.toks[len(s.toks)-1].f || w.toks[0].f == s.toks[0].f) {
		return // the street column repeats the number
	}
	seg := 1
	if n > 0 {
		seg = w.toks[n-1].seg
	}
	for i := range s.toks {
		s.toks[i].seg = seg
	}
	if numberFirst(w.a.Country) {
		if n > 0 {
			for i := range s.toks {
				s.toks[i].seg = w.toks[0].seg
			}
		}
		w.toks = append(s.toks, w.toks...)
		return
	}
	w.toks = append(w.toks, s.toks...)
}

// leftovers keeps the words that no rule took, in their order.
func (w *work) leftovers() {
	w.runs(func(from, to int) bool {
		if t := w.text(from, to); t != "" {
			w.a.Unparsed = strings.TrimSpace(w.a.Unparsed + " " + t)
		}
		w.use(from, to)
		return true
	})
}

func (w *work) status() {
	a := &w.a
	content := a.City + a.Postcode + a.HouseNumber + a.POBox + a.Street + a.Route
	switch {
	case content == "" && a.Unparsed != "" && placeholder(a.Unparsed):
		a.Status = Placeholder
	case content == "":
		a.Status = Unparsed
	case !a.Complete():
		a.Status = Incomplete
	case w.conflict():
		a.Status = Conflict
	case len(a.Codes) > 0:
		a.Status = Changed
	default:
		a.Status = OK
	}
	if a.Status == Unparsed || a.Status == Placeholder {
		a.Confidence = 0
	}
}
