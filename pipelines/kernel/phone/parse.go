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
			return other.real()
		}
	}
	if number.E164 == "" && fallback != "" && fallback != country {
		if other := parseField(text, fallback); other.Status == OK {
			other.Codes = append(other.Codes, CodeOtherLand)
			return other.real()
		}
	}
	return number.real()
}

// parseField reads a field that may hold an extension, a remark or several numbers.
func parseField(text, country string) Number {
	body, extension := cutExtension(text)
	number := parseOne(body, country)
	if number.Status != OK || strings.ContainsAny(body, ";,|\n") {
		number = parseParts(body, country, number)
	}
	if number.Status != OK && hasLetter(body) {
		number = parseLetters(body, country, number)
	}
	if extension != "" && number.E164 != "" {
		number.Extension = extension
		number.Codes = append(number.Codes, CodeExtension)
	}
	return number
}

// parseParts reads a field that may hold several numbers. A whole field that is one
// number stays one, unless two of its parts are numbers as well. A slash may stand
// inside a number, so other signs are tried first.
func parseParts(body, country string, whole Number) Number {
	for _, slash := range []bool{false, true} {
		parts := split(body, country, slash)
		first, second := firstTwo(parts, country)
		if whole.Status == OK && (first.Status != OK || second == "") || whole.Status != OK && !better(first, whole) {
			continue
		}
		if !slash && first.Status != OK {
			continue
		}
		if second == "" && len(parts) == 2 && first.Status == OK {
			second = sharedBeginning(first, parts[1], country)
		}
		first.Second = second
		first.Codes = append(first.Codes, CodeTwo)
		return first
	}
	return whole
}

// sharedBeginning gives the second number of 22 123 45 67/68: the first with other
// last digits.
func sharedBeginning(first Number, tail, country string) string {
	digits, _ := digitsOf(tail)
	if n := len(digits); n >= 1 && n <= 3 {
		if second := parseOne(first.E164[:len(first.E164)-n]+digits, country); second.Status == OK {
			return second.E164
		}
	}
	return ""
}

// parseLetters reads a number with a remark around it, or with letters for digits.
func parseLetters(body, country string, whole Number) Number {
	if mended := digitLetters(body); mended != body {
		if n := parseOne(mended, country); n.Status == OK {
			n.Codes = append(n.Codes, CodeLetter)
			return n
		}
	}
	runs := strings.FieldsFunc(body, func(c rune) bool { return !strings.ContainsRune("0123456789+()./- \u00a0", c) })
	if len(runs) < 2 && len(whole.E164) > 0 {
		return whole
	}
	first, second := firstTwo(runs, country)
	if first.Status != OK {
		return whole
	}
	first.Second = second
	code := CodeRemark
	if second != "" {
		code = CodeTwo
	}
	first.Codes = append(first.Codes, code)
	return first
}

// digitLetters puts digits where the letters O, o, l and I stand between digits.
func digitLetters(text string) string {
	b := []byte(text)
	for i, c := range b {
		near := i > 0 && isDigit(b[i-1]) || i+1 < len(b) && isDigit(b[i+1])
		switch {
		case !near:
		case c == 'O' || c == 'o':
			b[i] = '0'
		case c == 'l' || c == 'I':
			b[i] = '1'
		}
	}
	return string(b)
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

// firstTwo gives the first valid number of the parts, else the first possible, and
// the valid one after it.
func firstTwo(parts []string, country string) (first Number, second string) {
	for _, part := range parts {
		n := parseOne(part, country)
		switch {
		case n.Status == OK && first.Status != OK:
			first = n
		case n.Status == OK && n.E164 != first.E164:
			return first, n.E164
		case n.E164 != "" && first.E164 == "":
			first = n
		}
	}
	return first, ""
}

// split cuts a field at the signs and words that people put between numbers, with or
// without the slash. Two Polish numbers without any sign between them are 18 digits.
func split(text, country string, slash bool) []string {
	parts := []string{text}
	for _, sep := range []string{"/", "\\", ";", ",", "|", "\n", " lub ", " albo ", " oraz ", " i ", " or ", " and ", " oder ", " und ", " + "} {
		if !slash && (sep == "/" || sep == "\\") || !strings.Contains(text, sep) {
			continue
		}
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
