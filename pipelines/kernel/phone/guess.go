package phone

import "strings"

// Guess reads a number without country code that no country of its record can
// have, as one of countries (ISO alpha-2) when its length and beginning are those
// of that country and of no other listed here: ten digits of the North American
// plan (US), a German (DE) or British (GB) mobile with its trunk 0. Only a valid
// number is a good guess; ok is false without one.
func Guess(text string, countries []string) (n Number, ok bool) {
	body, extension := cutExtension(strings.TrimSuffix(strings.TrimSpace(text), ".0"))
	digits, plus := digitsOf(body)
	if plus {
		return Number{}, false
	}
	for _, country := range countries {
		if !fits(digits, country) {
			continue
		}
		n := parseOne(digits, country)
		if n.Status != OK {
			continue
		}
		n.Codes = append(n.Codes, CodeGuessed)
		if extension != "" {
			n.Extension, n.Codes = extension, append(n.Codes, CodeExtension)
		}
		return n, true
	}
	return Number{}, false
}

// fits reports whether national digits look like those of the country.
func fits(digits, country string) bool {
	starts := func(prefixes ...string) bool {
		for _, p := range prefixes {
			if strings.HasPrefix(digits, p) {
				return true
			}
		}
		return false
	}
	switch country {
	case "US":
		ten := strings.TrimPrefix(digits, "1")
		return len(ten) == 10 && ten[0] >= '2' && ten[3] >= '2'
	case "DE":
		return starts("015", "016", "017") && (len(digits) == 11 || len(digits) == 12)
	case "GB":
		return starts("07") && len(digits) == 11
	}
	return false
}
