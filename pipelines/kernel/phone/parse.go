package phone

import (
	"strings"

	"kartoteka/pipelines/kernel/empty"
)

// Parse reads the telephone number in text. Numbers without a country code
// belong to country (ISO alpha-2); when they cannot, fallback is tried, which
// may be "". words are the texts that mean "none".
func Parse(text, country, fallback string, words empty.Words) Number {
	text = strings.TrimSpace(text)
	if text == "" {
		return Number{Status: Missing}
	}
	if words.Is(empty.Phone, text) {
		return Number{Status: Placeholder}
	}
	number := parseField(text, country)
	if number.E164 == "" && country != "US" && american334(text) {
		if other := parseField(text, "US"); other.E164 != "" {
			other.Codes = append(other.Codes, CodeOtherLand)
			return other
		}
	}
	if number.E164 == "" && fallback != "" && fallback != country {
		if other := parseField(text, fallback); other.Status == OK {
			other.Codes = append(other.Codes, CodeOtherLand)
			return other
		}
	}
	return number
}

// parseField reads a field that may hold an extension or several numbers.
func parseField(text, country string) Number {
	body, extension := cutExtension(text)
	number := parseOne(body, country)
	if number.Status != OK {
		if first, found := firstOf(split(body, country), country); found && better(first, number) {
			number = first
			number.Codes = append(number.Codes, CodeTwo)
		}
	}
	if extension != "" && number.E164 != "" {
		number.Extension = extension
		number.Codes = append(number.Codes, CodeExtension)
	}
	return number
}

// american334 reports the grouping 212-736-5000, (212) 736-5000 or
// 1-212-736-5000, which nobody but North America uses.
func american334(text string) bool {
	if !strings.ContainsAny(text, "-.(") {
		return false // blanks alone: a Polish number with a digit too many
	}
	groups := strings.FieldsFunc(text, func(c rune) bool { return c < '0' || c > '9' })
	if len(groups) == 4 && groups[0] == "1" {
		groups = groups[1:]
	}
	return len(groups) == 3 && len(groups[0]) == 3 && len(groups[1]) == 3 && len(groups[2]) == 4
}

func better(a, b Number) bool {
	return a.Status == OK || b.E164 == "" && a.E164 != ""
}

// firstOf gives the first valid number of the parts, else the first possible.
func firstOf(parts []string, country string) (Number, bool) {
	var possible Number
	for _, part := range parts {
		n := parseOne(part, country)
		if n.Status == OK {
			return n, true
		}
		if n.E164 != "" && possible.E164 == "" {
			possible = n
		}
	}
	return possible, possible.E164 != ""
}

// split cuts a field at the signs and words that people put between numbers.
// Two Polish numbers without any sign between them are 18 digits.
func split(text, country string) []string {
	parts := []string{text}
	for _, sep := range []string{";", ",", "/", "|", "\n", "\\", " lub ", " albo ", " oraz ", " i ", " or ", " and ", " + "} {
		var finer []string
		for _, part := range parts {
			finer = append(finer, strings.Split(part, sep)...)
		}
		parts = finer
	}
	if len(parts) > 1 {
		return parts
	}
	if d, plus := digitsOf(text); country == "PL" && !plus && len(d) == 18 {
		return []string{d[:9], d[9:]}
	}
	return nil
}

// cutExtension separates "wew. 12", "ext. 12", "x12" and "#12" at the end.
func cutExtension(text string) (body, extension string) {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		return text, ""
	}
	for _, mark := range []string{"wewn", "wew", "extension", "ext", "x", "#", " w.", " w "} {
		at := strings.LastIndex(lower, mark)
		if at < 5 {
			continue
		}
		if before := lower[at-1]; before >= 'a' && before <= 'z' {
			continue
		}
		tail := strings.Trim(lower[at+len(mark):], " .:()")
		if tail == "" || len(tail) > 6 || strings.Trim(tail, "0123456789") != "" {
			continue
		}
		return strings.TrimSpace(text[:at]), tail
	}
	return text, ""
}

// digitsOf keeps the digits of text; plus reports a + before the first one.
func digitsOf(text string) (digits string, plus bool) {
	start, clean := -1, true
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c >= '0' && c <= '9':
			if start < 0 {
				start = i
			}
		case start < 0:
			plus = plus || c == '+'
		default:
			clean = false
		}
	}
	if start < 0 {
		return "", plus
	}
	if clean {
		return text[start:], plus
	}
	kept := make([]byte, 0, len(text)-start)
	for i := start; i < len(text); i++ {
		if c := text[i]; c >= '0' && c <= '9' {
			kept = append(kept, c)
		}
	}
	return string(kept), plus
}
