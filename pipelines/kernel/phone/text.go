package phone

import (
	"strings"
	"unicode/utf8"
)

// cutExtension separates "wew. 12", "ext. 12", "x12" and "#12" at the end.
func cutExtension(text string) (body, extension string) {
	if !hasLetter(text) && strings.IndexByte(text, '#') < 0 {
		return text, ""
	}
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		return text, ""
	}
	for _, mark := range []string{"wewnętrzny", "wewnetrzny", "wewn", "wew", "extension", "ext", "durchwahl", "x", "#", " dw", " w.", " w "} {
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
		body = strings.TrimSpace(text[:at])
		return strings.TrimRight(strings.TrimSuffix(body, " nr"), " ,;("), tail
	}
	return text, ""
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func hasLetter(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i] | 0x20; c >= 'a' && c <= 'z' {
			return true
		}
	}
	return false
}

// digitsOf keeps the digits of text; plus reports a + before the first one.
func digitsOf(text string) (digits string, plus bool) {
	start, clean := -1, true
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c >= utf8.RuneSelf:
			if plain := asciiDigits(text); plain != text {
				return digitsOf(plain)
			}
			clean = clean && start < 0
		case isDigit(c):
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
		if c := text[i]; isDigit(c) {
			kept = append(kept, c)
		}
	}
	return string(kept), plus
}

// asciiDigits writes the wide digits and plus sign of East Asian keyboards in ASCII.
func asciiDigits(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '＋':
			return '+'
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		}
		return r
	}, text)
}
