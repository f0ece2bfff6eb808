package address

import (
	"strings"

	"kartoteka/pipelines/kernel/fold"
)

// plRefuse empties what is no address: nothing but numbers, words that mean "not
// known", a person. What there was stays in Unparsed, in the order written.
func (w *work) plRefuse() {
	a := &w.a
	for _, f := range []*string{&a.City, &a.Street, &a.DependentLocality} {
		if *f != "" && plGarbage(*f) {
			a.Unparsed = strings.TrimSpace(a.Unparsed + " " + *f)
			*f = ""
			w.code("street", "placeholder")
			if f != &a.Street {
				a.Codes[len(a.Codes)-1].Field = "city"
			}
		}
	}
	if a.City != "" || a.Postcode != "" || a.POBox != "" || a.Street != "" && (a.StreetType != "" || a.HouseNumber != "" || w.in.Street != "") {
		return
	}
	text := fold.Space(w.in.Text())
	if len(w.in.Lines) == 0 && w.in.Street == "" && len(w.toks) > 0 {
		text = join(w.toks)
	}
	*a = Address{Country: a.Country, Codes: a.Codes, Unparsed: text, Rule: "pl:garbage"}
	w.use(0, len(w.toks))
}

// plGarbage reports a name that stands for "not known".
func plGarbage(s string) bool {
	if placeholder(s) {
		return true
	}
	for _, f := range strings.Fields(fold.ASCII(s)) {
		switch strings.Trim(f, ".,:!?*") {
		case "brak", "nieznany", "nieznana", "nieznane", "test", "testowy", "testowa", "testowe", "xxx", "xx", "asd", "asdf", "qwe", "qwerty", "abc", "null", "none",
			"paczkomat", "nieaktualny", "nieaktualne", "undefined":
			continue
		}
		return false
	}
	return true
}
