package phone

import (
	"strings"

	"github.com/nyaruka/phonenumbers"
)

// parseOne reads a text that holds one number: by the tables when it is Polish
// or American and well-formed, else by the library.
func parseOne(text, country string) Number {
	text = strings.TrimSuffix(text, ".0") // a number that went through a spreadsheet
	digits, plus := digitsOf(text)
	switch {
	case country == "US" && len(digits) < 10 && vanity(text):
		return ask(text, country)
	case len(digits) < 5:
		return Number{Status: Invalid, Codes: []string{CodeNotNumber}}
	case len(digits) > 20:
		return Number{Status: Invalid, Codes: []string{CodeTooLong}}
	}
	if !plus && strings.HasPrefix(digits, "00") {
		digits, plus = digits[2:], true
	} else if !plus && country == "US" && strings.HasPrefix(digits, "011") && len(digits) > 11 {
		digits, plus = digits[3:], true
	}
	if national, ok := polish(digits, plus, country); ok {
		switch {
		case national[0] == '0':
			return Number{Status: Invalid, Codes: []string{CodeNotNumber}}
		case len(national) < 9:
			return Number{Status: Invalid, Codes: []string{CodeTooShort}}
		case len(national) > 9:
			return Number{Status: Invalid, Codes: []string{CodeTooLong}}
		}
		if n, ok := international("48" + national); ok {
			return n
		}
	}
	if !plus && country == "US" && len(digits) == 11 && digits[0] == '1' {
		plus = true
	}
	if plus {
		if n, ok := international(digits); ok {
			return n
		}
		return ask("+"+digits, country)
	}
	if n, ok := national(digits, country); ok {
		return n
	}
	return ask(digits, country)
}

// polish gives the national digits of a number that can only be Polish; there
// are nine of them when it is whole.
func polish(digits string, plus bool, country string) (string, bool) {
	if plus {
		digits = strings.TrimPrefix(digits, "00") // +0048
		rest, found := strings.CutPrefix(digits, "48")
		if !found {
			return "", false
		}
		digits = rest
	} else if country != "PL" {
		return "", false
	} else if len(digits) == 11 {
		digits = strings.TrimPrefix(digits, "48")
	} else if len(digits) == 12 {
		digits = strings.TrimPrefix(digits, "048") // a zero of 0048 is missing
	}
	if len(digits) == 10 {
		digits = strings.TrimPrefix(digits, "0") // the trunk prefix of the old plan
	}
	return digits, digits != ""
}

// vanity reports a number written with letters of the keys, 1-800-FLOWERS: ten
// or eleven keys, the first a digit.
func vanity(text string) bool {
	keys, letters := 0, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i] | 0x20; {
		case text[i] >= '0' && text[i] <= '9':
			keys++
		case c >= 'a' && c <= 'z':
			if keys == 0 {
				return false
			}
			letters++
		}
	}
	return letters >= 4 && (keys+letters == 10 || keys+letters == 11)
}

// ask lets the library read text with country as the default region.
func ask(text, country string) Number {
	parsed, err := phonenumbers.Parse(text, country)
	if err != nil {
		return Number{Status: Invalid, Codes: []string{CodeNotNumber}}
	}
	// A number is valid when it is of some type; one question instead of two.
	if kind := phonenumbers.GetNumberType(parsed); kind != phonenumbers.UNKNOWN {
		return Number{
			E164:    phonenumbers.Format(parsed, phonenumbers.E164),
			Status:  OK,
			Type:    typeOfLibrary(kind),
			Country: phonenumbers.GetRegionCodeForNumber(parsed),
		}
	}
	switch phonenumbers.IsPossibleNumberWithReason(parsed) {
	case phonenumbers.IS_POSSIBLE:
		return Number{
			E164:    phonenumbers.Format(parsed, phonenumbers.E164),
			Status:  Invalid,
			Country: phonenumbers.GetRegionCodeForCountryCode(int(parsed.GetCountryCode())),
			Codes:   []string{CodeUnassigned},
		}
	case phonenumbers.TOO_LONG:
		return Number{Status: Invalid, Codes: []string{CodeTooLong}}
	case phonenumbers.TOO_SHORT, phonenumbers.IS_POSSIBLE_LOCAL_ONLY:
		return Number{Status: Invalid, Codes: []string{CodeTooShort}}
	}
	return Number{Status: Invalid, Codes: []string{CodeNotNumber}}
}
