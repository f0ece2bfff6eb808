// Package amount reads amounts as firms write them into whole numbers of the
// smallest unit, without floating point.
//
// "1 234,50 zł" with two places is 123450. The decimal sign is declared, or
// found where only one reading is possible: "1.234,50" and "12,5" are clear,
// "1,234" is not and is refused as ambiguous. Thousands stand in groups of
// three behind blanks (also no-break ones), points, commas or apostrophes.
// A sign may stand in front, behind, or be a pair of brackets. A currency
// word or sign at either end is dropped.
//
// More decimals than the scale holds are refused unless they are zeros: an
// amount is never rounded here.
package amount

import (
	"errors"
	"math"
	"strings"
	"unicode/utf8"
)

// Errors of Parse; callers tell impossible amounts from unclear ones.
var (
	ErrNotAmount = errors.New("not an amount")
	ErrAmbiguous = errors.New("amount with one separator can be read in two ways; declare decimal")
	ErrPrecision = errors.New("amount has more decimals than the field holds")
	ErrOverflow  = errors.New("amount is too large")
)

// Parse reads text as a count of 10^-scale units. decimal is the declared
// decimal sign, '.' or ',', or 0 to find it. Scale is at most 9.
func Parse(text string, decimal byte, scale int) (int64, error) {
	body, negative := unsign(unwrap(text))
	if body == "" {
		return 0, ErrNotAmount
	}
	if decimal == 0 {
		found, err := findDecimal(body)
		if err != nil {
			return 0, err
		}
		decimal = found
	}
	whole, fraction := body, ""
	if at := strings.LastIndexByte(body, decimal); at >= 0 {
		whole, fraction = body[:at], body[at+1:]
	}
	n, err := digitsOfGroups(whole, decimal)
	if err != nil {
		return 0, err
	}
	if whole == "" && fraction == "" {
		return 0, ErrNotAmount
	}
	n, err = appendFraction(n, fraction, scale)
	if err != nil {
		return 0, err
	}
	if negative {
		n = -n
	}
	return n, nil
}

// unwrap drops blanks and currency words at both ends.
func unwrap(text string) string {
	text = strings.TrimSpace(strings.ReplaceAll(strings.ReplaceAll(text, "\u00a0", " "), "\u202f", " "))
	for _, mark := range []string{"pln", "usd", "eur", "gbp", "chf", "zł.", "zł", "zl", "$", "€", "£"} {
		if rest, ok := cutFold(text, mark); ok {
			return strings.TrimSpace(rest)
		}
	}
	return text
}

// cutFold removes mark from the end or the start of text, ignoring case.
func cutFold(text, mark string) (string, bool) {
	n := len(mark)
	if len(text) <= n {
		return text, false
	}
	if end := text[len(text)-n:]; utf8.ValidString(end) && strings.EqualFold(end, mark) {
		return text[:len(text)-n], true
	}
	if start := text[:n]; strings.EqualFold(start, mark) {
		return text[n:], true
	}
	return text, false
}

// unsign takes one sign off: -12, 12-, (12), +12.
func unsign(text string) (string, bool) {
	switch {
	case strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")") && len(text) > 2:
		return strings.TrimSpace(text[1 : len(text)-1]), true
	case strings.HasPrefix(text, "-"):
		return unwrap(text[1:]), true
	case strings.HasPrefix(text, "\u2212"):
		return unwrap(text[len("\u2212"):]), true
	case strings.HasSuffix(text, "-"):
		return strings.TrimSpace(text[:len(text)-1]), true
	case strings.HasPrefix(text, "+"):
		return strings.TrimSpace(text[1:]), false
	}
	return text, false
}

// findDecimal names the decimal sign of an amount that does not declare it.
func findDecimal(body string) (byte, error) {
	point, comma := strings.LastIndexByte(body, '.'), strings.LastIndexByte(body, ',')
	switch {
	case point < 0 && comma < 0:
		return '.', nil
	case point >= 0 && comma >= 0:
		if point > comma {
			return '.', nil
		}
		return ',', nil
	}
	sign, at := byte('.'), point
	if comma >= 0 {
		sign, at = ',', comma
	}
	other := byte('.' + ',' - sign)
	if strings.Count(body, string(sign)) > 1 {
		return other, nil // 1.234.567
	}
	if len(body)-at-1 != 3 || at > 3 || at == 0 || body[:at] == "0" {
		return sign, nil
	}
	return 0, ErrAmbiguous
}

// digitsOfGroups reads the whole part. Groups of thousands have three digits.
func digitsOfGroups(whole string, decimal byte) (int64, error) {
	var n int64
	var separator rune
	group, groups := 0, 0
	for _, r := range whole {
		if r >= '0' && r <= '9' {
			if n > (math.MaxInt64-9)/10 {
				return 0, ErrOverflow
			}
			n = n*10 + int64(r-'0')
			group++
			continue
		}
		isSeparator := r == ' ' || r == '\'' || r == '’' || (r == '.' || r == ',') && r != rune(decimal)
		if !isSeparator || group == 0 || groups == 0 && group > 3 || groups > 0 && (group != 3 || r != separator) {
			return 0, ErrNotAmount
		}
		separator, group, groups = r, 0, groups+1
	}
	if groups > 0 && group != 3 {
		return 0, ErrNotAmount
	}
	return n, nil
}

// appendFraction scales n and adds the decimals.
func appendFraction(n int64, fraction string, scale int) (int64, error) {
	for i := 0; i < scale || i < len(fraction); i++ {
		d := int64(0)
		if i < len(fraction) {
			if fraction[i] < '0' || fraction[i] > '9' {
				return 0, ErrNotAmount
			}
			d = int64(fraction[i] - '0')
		}
		if i >= scale {
			if d != 0 {
				return 0, ErrPrecision
			}
			continue
		}
		if n > (math.MaxInt64-d)/10 {
			return 0, ErrOverflow
		}
		n = n*10 + d
	}
	return n, nil
}
