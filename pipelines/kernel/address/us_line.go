package address

import (
	"strings"

	"kartoteka/pipelines/kernel/fold"
)

// lineUS writes the delivery line of Publication 28: capitals, no punctuation but
// hyphens, slashes and the point of a grid number, suffix, directionals and unit
// abbreviated, everything that belongs to the name spelled out.
func (a Address) lineUS() string {
	var s string
	switch {
	case a.Route != "":
		s = words(a.Route, box("BOX", a.POBox))
	case a.POBox == "GENERAL DELIVERY":
		s = a.POBox
	case a.POBox != "":
		s = "PO BOX " + a.POBox
	}
	if a.Street == "" && a.HouseNumber == "" {
		return plainUS(words(s, a.unitUS()))
	}
	street := words(a.HouseNumber, a.Predir, a.nameUS(), a.StreetSuffix, a.Postdir, a.unitUS())
	return plainUS(list(s, street))
}

// unitUS joins designators and identifiers in their order; a designator that stands
// alone takes none.
func (a Address) unitUS() string {
	kinds, ids := strings.Fields(a.UnitType), strings.Fields(a.Unit)
	if len(kinds) == 0 && a.Unit != "" {
		kinds = []string{"#"}
	}
	if len(kinds) == 1 {
		return words(kinds[0], a.Unit)
	}
	var out []string
	spare := len(kinds) - len(ids)
	for _, kind := range kinds {
		out = append(out, kind)
		if spare > 0 && (unitAlone(strings.ToLower(kind)) != "" || kind == "PH") {
			spare--
			continue
		}
		if len(ids) > 0 {
			out, ids = append(out, ids[0]), ids[1:]
		}
	}
	return strings.Join(append(out, ids...), " ")
}

// nameUS gives the street with the words spelled out that Publication 28 does not
// abbreviate inside a name: a first suffix word before another (3RD STREET CIR) and
// AVENUE in front of a letter.
func (a Address) nameUS() string {
	w := strings.Fields(a.Street)
	if len(w) < 2 {
		return a.Street
	}
	if first := strings.ToLower(strings.Trim(w[0], ".")); (first == "ave" || first == "av") && (len(w) == 2 && a.StreetSuffix == "" && len(w[1]) < 3 || strings.EqualFold(w[1], "of")) {
		w[0] = "Avenue"
	}
	if a.StreetSuffix != "" {
		last := len(w) - 1
		if full := spelledSuffix(strings.ToLower(strings.Trim(w[last], "."))); full != "" {
			w[last] = full
		}
	}
	return strings.Join(w, " ")
}

// spelledSuffix gives the common suffixes in full.
func spelledSuffix(f string) string {
	switch f {
	case "st":
		return "Street"
	case "ave", "av":
		return "Avenue"
	case "rd":
		return "Road"
	case "dr":
		return "Drive"
	case "ln":
		return "Lane"
	case "blvd":
		return "Boulevard"
	case "ct":
		return "Court"
	case "pl":
		return "Place"
	case "sq":
		return "Square"
	case "ter":
		return "Terrace"
	case "cir":
		return "Circle"
	case "pkwy":
		return "Parkway"
	}
	return ""
}

func spelledDirection(f string) string {
	switch strings.ToUpper(f) {
	case "N":
		return "North"
	case "S":
		return "South"
	case "E":
		return "East"
	case "W":
		return "West"
	}
	return ""
}

// plainUS writes s in capitals without marks and punctuation.
func plainUS(s string) string {
	s = strings.ToUpper(fold.ASCII(s))
	if !strings.ContainsAny(s, ".,;:'\"()!") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '.':
			if digitAt(s, i-1) && digitAt(s, i+1) {
				b.WriteByte(c)
			}
		case ';', ':', '\'', '"', '(', ')', '!':
		case ',':
			if i+1 < len(s) && s[i+1] == ' ' {
				b.WriteByte(c) // between box and street
			}
		default:
			b.WriteByte(c)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
