package address

import (
	"strings"

	"kartoteka/pipelines/kernel/fold"
)

// Key gives a matching key that is equal for equal homes, however they were
// written, or "" when neither street, number nor box is known. It is made of
// country, postcode (the town when there is none), street or village, house and
// unit, and is not meant for reading.
func (a Address) Key() string {
	if a.HouseNumber == "" && a.POBox == "" && a.Street == "" && a.Route == "" {
		return ""
	}
	place := postcodeKey("", a.Postcode)
	if a.Country == "US" && len(place) > 5 {
		place = place[:5]
	}
	if place == "" {
		place = placeKey(a.City)
		if full := plExonym(place); full != "" && a.Country == "PL" {
			place = placeKey(full)
		}
	}
	if place == "" {
		place = "?"
	}
	if a.HouseNumber == "" && a.POBox != "" {
		return strings.Join([]string{a.Country, place, "box", fold.Key(a.Route), fold.Key(a.POBox)}, "|")
	}
	return strings.Join([]string{a.Country, place, a.keyStreet(), keyNumber(a.HouseNumber), keyUnit(a.Unit)}, "|")
}

// keyStreet folds the street; a village without streets gives its own name.
func (a Address) keyStreet() string {
	street := a.Street
	if street == "" {
		if street = a.DependentLocality; street == "" {
			street = a.City
		}
	}
	t := fold.Tokens(street)
	switch a.Country {
	case "PL":
		return keyPL(t)
	case "US":
		return keyUS(t, a.Predir, a.StreetSuffix, a.Postdir)
	}
	for i, word := range t {
		t[i] = keyWord(word)
	}
	return strings.Join(t, "")
}

func keyUS(t []string, predir, suffix, postdir string) string {
	for i, word := range t {
		t[i] = keyWord(word)
		if n := wordOrdinal(word); n != "" {
			t[i] = n
		}
	}
	return strings.ToLower(predir) + "." + strings.Join(t, "") + "." + strings.ToLower(suffix) + "." + strings.ToLower(postdir)
}

// keyWord folds words that are written in full or short in street names of the
// English and German speaking countries.
func keyWord(f string) string {
	switch f {
	case "saint":
		return "st"
	case "mount":
		return "mt"
	case "fort":
		return "ft"
	case "street":
		return "st"
	case "road":
		return "rd"
	case "avenue", "av":
		return "ave"
	case "drive":
		return "dr"
	case "lane":
		return "ln"
	case "close":
		return "cl"
	case "court":
		return "ct"
	case "crescent":
		return "cres"
	case "gardens":
		return "gdns"
	case "highway":
		return "hwy"
	case "route", "rt":
		return "rte"
	case "county":
		return "co"
	case "junior":
		return "jr"
	case "strasse":
		return "str"
	}
	if strings.HasSuffix(f, "strasse") {
		return f[:len(f)-4]
	}
	return f
}

func wordOrdinal(f string) string {
	switch f {
	case "first":
		return "1st"
	case "second":
		return "2nd"
	case "third":
		return "3rd"
	case "fourth":
		return "4th"
	case "fifth":
		return "5th"
	case "sixth":
		return "6th"
	case "seventh":
		return "7th"
	case "eighth":
		return "8th"
	case "ninth":
		return "9th"
	case "tenth":
		return "10th"
	}
	return ""
}

// keyNumber keeps slashes and dashes between numbers, so that 1/11 is not 11/1; 2-A is
// 2A.
func keyNumber(s string) string {
	f := fold.ASCII(s)
	var b strings.Builder
	for i := 0; i < len(f); i++ {
		if f[i] == ' ' || f[i] == '.' || f[i] == '-' && i+1 < len(f) && isLetter(f[i+1]) {
			continue
		}
		b.WriteByte(f[i])
	}
	return b.String()
}

func keyUnit(s string) string { return strings.TrimLeft(fold.Key(s), "0") }
