package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// parsePL reads a Polish address. The order matters: what is certain goes first,
// so that the less certain rules see fewer words.
func (w *work) parsePL() {
	w.a.Rule = "pl:empty"
	w.plColumns()
	w.plSplit()
	w.plPostcode()
	w.plLabels()
	w.plRegions()
	w.plCountry()
	w.plBoxes()
	w.plNumberParts()
	w.plCity()
	w.plStreet()
	w.plRest()
	w.plRefuse()
	if w.a.Confidence == 0 && w.a.Rule != "pl:garbage" {
		w.plSure()
	}
}

// plSure sets the confidence of what is no street line: a box or a place is read off
// its marks; a town that nothing but its name shows is a guess.
func (w *work) plSure() {
	switch {
	case w.a.POBox != "":
		w.a.Confidence = 0.97
	case w.a.Postcode != "" && w.a.City != "":
		w.a.Rule, w.a.Confidence = "pl:place", 0.95
	case w.a.Postcode != "":
		w.a.Rule, w.a.Confidence = "pl:place", 0.9
	default:
		w.a.Rule, w.a.Confidence = "pl:place", 0.8
	}
}

// plCountry takes the country in front of the text, when no comma parts it from what
// follows, or between other segments.
func (w *work) plCountry() {
	for i := range w.toks {
		t := w.toks[i]
		if t.used || countryCode(t.f) != "PL" {
			continue
		}
		from, to := w.segment(i)
		own := to-from == 1 && len(w.toks) > 1 && (len(t.f) > 2 || from == 0 || to == len(w.toks))
		head := i == 0 && i+1 < len(w.toks) && (w.toks[i+1].used || len(t.f) > 3 && typeAbbr(w.toks[i+1].f) && !t.dot())
		tail := i+1 == len(w.toks) && i > from+1 && loneSign(w.toks[i-1].f)
		after := i+1 == len(w.toks) && i > 0 && w.toks[i-1].label == tagger.State && len(t.f) > 3
		if own && (len(t.f) > 3 || len(t.f) == 2 && (from == 0 || to == len(w.toks)) && t.f == "pl" && !t.dot()) || to == len(w.toks) && i+1 == to && t.text == "pl" && i > 1 && len(w.toks[i-1].f) > 2 || i+1 == len(w.toks) && t.text == "PL" && i > 1 && w.toks[i-1].used || head && (len(t.f) > 2 || t.text == "PL") || after {
			w.take(tagger.Country, i, i+1)
			w.code("country", "from_text")
		} else if tail {
			w.take(tagger.Country, i-1, i+1)
			w.code("country", "from_text")
		}
	}
}

// plColumns reads the separate columns for postcode, city, region and unit.
func (w *work) plColumns() {
	if w.in.Postcode != "" {
		pc, code := plPostcodeOf(fold.ASCII(w.in.Postcode))
		switch {
		case pc == "00-000":
			w.code("postcode", "placeholder")
		case pc != "":
			w.a.Postcode = pc
			if code != "" {
				w.code("postcode", code)
			}
		default:
			w.a.Postcode = w.in.Postcode
			w.code("postcode", "invalid")
		}
	}
	w.a.Region = w.in.Region
	if r := plRegion(strings.TrimPrefix(fold.ASCII(w.in.Region), "woj.")); r != "" {
		w.a.Region = r
	}
	w.a.Unit, w.a.UnitType = unitColumn(w.in.Unit)
	if w.in.City == "" {
		return
	}
	// The city column may hold more than a name: postcode, district, gmina.
	s := scanner{seg: 1000}
	s.add(w.in.City)
	c := work{p: w.p, in: &Input{}, toks: s.toks, a: Address{Country: "PL"}}
	c.a.Postcode = w.a.Postcode
	c.plPostcode()
	c.plLabels()
	c.plRegions()
	if w.a.Postcode == "" {
		w.a.Postcode = c.a.Postcode
	}
	if w.a.Region == "" {
		w.a.Region = c.a.Region
	}
	c.plCityColumn()
	w.a.City, w.a.DependentLocality = c.a.City, c.a.DependentLocality
	c.leftovers()
	w.a.Unparsed = c.a.Unparsed
	for _, k := range c.a.Codes {
		w.code(k.Field, k.Code)
	}
}

func (w *work) plCityColumn() {
	w.runs(func(from, to int) bool {
		if w.a.City == "" {
			w.plSetCity(from, to)
		} else if w.a.DependentLocality == "" && !hasDigit(w.toks[from].f) {
			w.a.DependentLocality = w.name(from, to)
			w.take(tagger.Suburb, from, to)
		}
		return true
	})
}
