package address

import "strings"

// LineOptions choose between defensible standard forms.
type LineOptions struct {
	FlatWord bool // Poland: "Lipowa 12 m. 7" instead of "Lipowa 12/7"
	DropUl   bool // Poland: leave "ul." out
}

// Line gives the delivery line in the country's standard form, without the city
// line: PL "ul. Lipowa 12/7", US "123 N MAIN ST APT 4" (Publication 28).
func (a Address) Line(o LineOptions) string {
	switch a.Country {
	case "PL":
		return a.linePL(o)
	case "US":
		return a.lineUS()
	}
	var street string
	if numberFirst(a.Country) {
		street = words(a.HouseNumber, a.Street)
	} else {
		street = words(a.Street, a.HouseNumber)
	}
	if a.Unit != "" {
		unit := words(a.UnitType, a.Unit)
		if a.Country == "GB" || a.Country == "IE" {
			kind := a.UnitType
			if kind == "" || kind == "flat" {
				kind = "Flat"
			}
			street = list(words(kind, a.Unit), street)
		} else {
			street = list(street, unit)
		}
	}
	return list(street, box("PO Box", a.POBox))
}

func (a Address) linePL(o LineOptions) string {
	if a.POBox != "" && a.HouseNumber == "" {
		if a.POBox == "poste restante" {
			return a.POBox
		}
		return "skr. poczt. " + a.POBox
	}
	kind, street := a.StreetType, a.Street
	if kind == "rynek" {
		kind = "Rynek"
		if street == "Rynek" {
			street = ""
		}
	}
	if o.DropUl && kind == "ul." {
		kind = ""
	}
	if street == "" && kind == "" && a.HouseNumber != "" {
		street = a.DependentLocality
		if street == "" {
			street = a.City
		}
	}
	s := words(kind, street, a.HouseNumber)
	if a.Staircase != "" {
		s += " kl. " + a.Staircase
	}
	if a.Level != "" {
		if a.Level == "parter" {
			s += " parter"
		} else {
			s += " piętro " + a.Level
		}
	}
	switch {
	case a.Unit == "":
	case o.FlatWord || a.Staircase != "" || a.Level != "" || strings.ContainsAny(a.HouseNumber, "/ ") || strings.Contains(a.Unit, "/") || !hasDigit(firstOf(a.Unit)):
		kind := a.UnitType
		if kind == "" {
			kind = "m."
		}
		if strings.Contains(a.Unit, " ") {
			kind = "" // "hala 3" has its word
		}
		s = words(s, kind, a.Unit)
	default:
		s += "/" + a.Unit
	}
	if a.POBox != "" {
		s = list(s, "skr. poczt. "+a.POBox)
	}
	return s
}

func firstOf(s string) string { return s[:min(1, len(s))] }

// LastLine gives the city line: "62-200 Gniezno", "TYLER TX 75712".
func (a Address) LastLine() string {
	switch a.Country {
	case "US":
		return plainUS(words(a.City, a.Region, a.Postcode))
	case "GB", "IE":
		return words(a.City, a.Postcode)
	}
	if l := layoutOf(a.Country); l.cityFirst {
		return words(a.City, a.Region, a.Postcode)
	}
	return words(a.Postcode, a.City)
}

// OneLine gives the whole address without the recipient on one line. For Poland a
// locality that is not the town stands before a street of its own.
func (a Address) OneLine(o LineOptions) string {
	locality := ""
	if a.DependentLocality != "" && (a.Street != "" || a.Country != "PL") {
		locality = a.DependentLocality
	}
	if a.Country == "GB" || a.Country == "IE" {
		return list(a.Line(o), locality, a.City, a.Postcode)
	}
	if a.Country == "US" {
		return list(plainUS(a.Urbanization), a.Line(o), a.LastLine())
	}
	return list(locality, a.Line(o), a.LastLine())
}

func box(word, id string) string {
	if id == "" {
		return ""
	}
	return word + " " + id
}

// words joins what is not empty with blanks, list with commas.
func words(s ...string) string { return joinNonEmpty(" ", s) }
func list(s ...string) string  { return joinNonEmpty(", ", s) }

func joinNonEmpty(sep string, s []string) string {
	var b strings.Builder
	for _, x := range s {
		if x == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(sep)
		}
		b.WriteString(x)
	}
	return b.String()
}
