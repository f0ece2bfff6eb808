package address

import (
	"slices"
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

// keyPL folds titles to their abbreviation and ordinals to their number, drops the
// year mark, and sorts the words: Curie-Skłodowskiej is Skłodowskiej-Curie.
func keyPL(t []string) string {
	out := t[:0]
	for i, word := range t {
		if c, _ := plType(word); c != "" && i == 0 && len(t) > 1 {
			continue
		}
		switch {
		case (word == "go" || word == "ego" || word == "r" || word == "szego" || word == "roku") && i > 0 && hasDigit(t[i-1]):
			continue
		case plTitle(word) != "":
			word = plTitle(word)
		case isDigit(word[0]) && strings.HasSuffix(word, "go"):
			word = word[:len(word)-2]
		}
		out = append(out, word)
	}
	slices.Sort(out)
	return strings.Join(out, "")
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

// keyNumber keeps slashes and dashes, so that 1/11 is not 11/1.
func keyNumber(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '.' {
			return -1
		}
		return r
	}, fold.ASCII(s))
}

func keyUnit(s string) string { return strings.TrimLeft(fold.Key(s), "0") }
