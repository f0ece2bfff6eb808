package address

import (
	"strings"

	"kartoteka/pipelines/kernel/fold"
)

// plRefuse empties what is no address: nothing but numbers, words that mean "not
// known", a person. What there was stays in Unparsed, in the order written.
func (w *work) plRefuse() {
	a := &w.a
	emptied := false
	for _, f := range []*string{&a.City, &a.Street, &a.DependentLocality} {
		if *f != "" && (plGarbage(*f) || a.Postcode == "" && formWord(fold.Key(*f))) {
			a.Unparsed = strings.TrimSpace(a.Unparsed + " " + *f)
			*f, emptied = "", true
			w.code("street", "placeholder")
			if f != &a.Street {
				a.Codes[len(a.Codes)-1].Field = "city"
			}
		}
	}
	nothing := a.Postcode == "" && (emptied || a.POBox == "" && a.Street == "" && (plUnitWord(fold.Key(a.City)) != "" || len(fold.Key(a.City)) < 2)) ||
		a.City+a.Street+a.POBox+a.HouseNumber == "" && (strings.Trim(a.Postcode, a.Postcode[:min(1, len(a.Postcode))]+"-") == "" || a.Postcode == "12-345")
	if !nothing && (a.City != "" || a.Postcode != "" || a.POBox != "" || a.Street != "" && (a.StreetType != "" || a.HouseNumber != "" || w.in.Street != "")) {
		return
	}
	text := fold.Space(w.in.Text())
	if len(w.in.Lines) == 0 && w.in.Street == "" && len(w.toks) > 0 {
		text = join(w.toks)
	}
	*a = Address{Country: a.Country, Codes: a.Codes, Unparsed: text, Rule: "pl:garbage"}
	w.use(0, len(w.toks))
}

// formWord tells the words of a form that stand where a name should.
func formWord(key string) bool {
	switch key {
	case "miasto", "miejscowosc", "adres", "poczta", "ulica", "kod", "wies":
		return true
	}
	return false
}

// plGarbage reports a name that stands for "not known".
func plGarbage(s string) bool {
	if placeholder(s) {
		return true
	}
	for _, f := range strings.Fields(fold.ASCII(s)) {
		switch strings.Trim(f, ".,:!?*") {
		case "brak", "nieznany", "nieznana", "nieznane", "test", "testowy", "testowa", "testowe", "xxx", "xx", "asd", "asdf", "qwe", "qwerty", "abc", "null", "none",
			"paczkomat", "testowo", "nieaktualny", "nieaktualne", "undefined":
			continue
		}
		return false
	}
	return true
}
