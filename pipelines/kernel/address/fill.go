package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// fill sets the field of a label from its words, for the countries in which the
// tagger leads.
func (w *work) fill(l tagger.Label) {
	a := &w.a
	switch l {
	case tagger.House:
		a.Recipient = w.labelled(l)
	case tagger.HouseNumber:
		w.uncode("house_number")
		a.HouseNumber = w.numbers(l)
	case tagger.Road:
		w.uncode("street")
		a.Street = w.names(l)
		if s := expandStrasse(a.Street); s != a.Street && (a.Country == "DE" || a.Country == "AT" || a.Country == "CH") {
			a.Street = s
			w.code("street", "expanded")
		}
	case tagger.Unit:
		w.uncode("unit")
		a.UnitType, a.Unit = w.designated(l)
	case tagger.Level:
		_, a.Level = w.designated(l)
		if n := strings.TrimRight(strings.ToLower(a.Level), "stndrh."); allDigits(n) {
			a.Level = n
		}
	case tagger.Staircase:
		_, a.Staircase = w.designated(l)
	case tagger.POBox:
		a.POBox = w.lastNumber(l)
	case tagger.Suburb:
		a.DependentLocality = strings.TrimSpace(w.names(tagger.Suburb) + " " + w.names(tagger.CityDistrict))
	case tagger.City:
		w.uncode("city")
		a.City = w.names(l)
	case tagger.State:
		a.Region = w.region()
	case tagger.Postcode:
		w.uncode("postcode")
		a.Postcode = w.postcodeOf(w.labelled(l))
	}
}

// uncode forgets what the grammar noted about a field that is filled anew.
func (w *work) uncode(field string) {
	kept := w.a.Codes[:0]
	for _, c := range w.a.Codes {
		if c.Field != field {
			kept = append(kept, c)
		}
	}
	w.a.Codes = kept
}

func (w *work) names(l tagger.Label) string {
	var out []string
	w.stretches(l, func(from, to int) { out = append(out, w.name(from, to)) })
	return strings.Join(out, " ")
}

// numbers writes house numbers: a letter after the digits is joined to them, a name
// stays as written.
func (w *work) numbers(l tagger.Label) string {
	var out []string
	w.stretches(l, func(from, to int) {
		if !digitsIn(w.toks[from:to]) {
			out = append(out, w.name(from, to))
			return
		}
		for i := from; i < to; i++ {
			f := w.toks[i].f
			switch {
			case i > from && len(f) == 1 && isLetter(f[0]) && allDigits(w.toks[i-1].f):
				out[len(out)-1] += strings.ToUpper(f)
			case i == from && to-from > 1 && numberMark(f):
			case numberLike(f):
				out = append(out, upperNumber(f))
			default:
				out = append(out, w.text(i, i+1))
			}
		}
	})
	return strings.Join(out, " ")
}

func numberMark(f string) bool {
	switch f {
	case "nr", "no", "num", "numero", "n", "#", "house", "hnr":
		return true
	}
	return false
}

// designated splits flat, floor or staircase into the word that says what it is and
// the identifier.
func (w *work) designated(l tagger.Label) (kind, id string) {
	var ids []string
	w.stretches(l, func(from, to int) {
		for i := from; i < to; i++ {
			f := strings.Trim(w.toks[i].f, "#")
			switch {
			case f == "":
			case hasDigit(f) || len(f) == 1 || i == from && to-from == 1:
				ids = append(ids, strings.ToUpper(strings.Trim(w.text(i, i+1), "#.")))
			case kind == "":
				if kind = usUnit(f); kind == "" {
					kind = f
				}
			}
		}
	})
	if len(ids) == 0 {
		return "", w.labelled(l)
	}
	return kind, strings.Join(ids, " ")
}

func (w *work) lastNumber(l tagger.Label) string {
	number := ""
	w.stretches(l, func(from, to int) {
		for i := from; i < to; i++ {
			if hasDigit(w.toks[i].f) {
				number = boxNumber(w.toks[i].f)
			}
		}
	})
	if number == "" {
		return w.labelled(l)
	}
	return number
}

// region is the state, with the district before it when the text names both.
func (w *work) region() string {
	state := w.names(tagger.State)
	if code := regionWord(w.a.Country, fold.ASCII(state)); code != "" {
		state = code
	}
	district := w.names(tagger.StateDistrict)
	if state != "" && district != "" {
		return district + ", " + state
	}
	return district + state
}

// postcodeOf writes a postcode in the form of the country, or in capitals as it is.
func (w *work) postcodeOf(text string) string {
	f := fold.ASCII(text)
	if w.a.Country == "GB" || w.a.Country == "IE" {
		if pc := gbPostcode(f); pc != "" {
			return pc
		}
	}
	if pc := layoutOf(w.a.Country).match(stripPrefix(f, w.a.Country)); pc != "" {
		return pc
	}
	return strings.ToUpper(text)
}
