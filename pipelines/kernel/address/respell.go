package address

// Spelling gives what a Speller judges of an address: its street, or the village
// that has none; false when there is no house whose street could be misspelt.
func (a *Address) Spelling() (Spelling, bool) {
	x := Spelling{Country: a.Country, Text: *a.spelt(), Predir: a.Predir, Suffix: a.StreetSuffix, Postdir: a.Postdir, Rows: 1}
	return x, x.Text != "" && a.HouseNumber != "" && a.Postcode != ""
}

// spelt is the field that stands for the street: in a Polish village without
// streets its own name.
func (a *Address) spelt() *string {
	switch {
	case a.Street != "" || a.Country != "PL":
		return &a.Street
	case a.DependentLocality != "":
		return &a.DependentLocality
	}
	return &a.City
}

// Respell gives the street the spelling that a Speller found, and the code of it.
func (a *Address) Respell(to Spelling) Code {
	field := a.spelt()
	*field = to.Text
	a.Predir, a.StreetSuffix, a.Postdir = to.Predir, to.Suffix, to.Postdir
	if a.Status == OK {
		a.Status = Changed
	}
	code := Code{"street", "spelling_repaired"}
	if field == &a.City {
		code.Field = "city"
	}
	a.Codes = append(a.Codes[:len(a.Codes):len(a.Codes)], code)
	return code
}
