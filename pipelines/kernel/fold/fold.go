package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mozillazg/go-unidecode"
	"golang.org/x/text/unicode/norm"
)

// Lower gives s in lower case and in composed form; nothing else changes.
func Lower(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	return strings.ToLower(norm.NFC.String(s))
}

// Space trims s and makes every run of white space a single space.
func Space(s string) string {
	if tidy(s) {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, isSpace), " ")
}

// ASCII gives s in lower case without diacritics, with single spaces and
// trimmed; the result holds only the characters U+0020 to U+007E.
func ASCII(s string) string {
	if plain(s) {
		return s
	}
	b := make([]byte, 0, len(s)+4)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			b = appendByte(b, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		b = appendRune(b, r)
	}
	if n := len(b); n > 0 && b[n-1] == ' ' {
		b = b[:n-1]
	}
	return string(b)
}

// Key gives the letters and digits of ASCII(s) and nothing else.
func Key(s string) string {
	a := ASCII(s)
	for i := 0; i < len(a); i++ {
		if !alnum(a[i]) {
			b := append(make([]byte, 0, len(a)), a[:i]...)
			for ; i < len(a); i++ {
				if alnum(a[i]) {
					b = append(b, a[i])
				}
			}
			return string(b)
		}
	}
	return a
}

// Tokens cuts ASCII(s) into its runs of letters and digits. An apostrophe
// between letters does not cut: "O'Brien" is the one token "obrien".
func Tokens(s string) []string {
	a := strings.ReplaceAll(ASCII(s), "'", "")
	return strings.FieldsFunc(a, func(r rune) bool { return !alnum(byte(r)) })
}

// appendByte adds one ASCII byte, lower-cased, spaces collapsed.
func appendByte(b []byte, c byte) []byte {
	switch {
	case 'A' <= c && c <= 'Z':
		return append(b, c+'a'-'A')
	case c > ' ' && c < 0x7F:
		return append(b, c)
	case c == ' ' || '\t' <= c && c <= '\r':
		if len(b) > 0 && b[len(b)-1] != ' ' {
			return append(b, ' ')
		}
	}
	return b
}

func appendRune(b []byte, r rune) []byte {
	if t := latinFold(r); t != "" {
		return append(b, t...)
	}
	switch {
	case isSpace(r):
		return appendByte(b, ' ')
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r), r == utf8.RuneError:
		return b
	}
	t := unidecode.Unidecode(string(r))
	for i := 0; i < len(t); i++ {
		b = appendByte(b, t[i])
	}
	return b
}

// isSpace also takes the no-break spaces that unicode.IsSpace leaves out.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || r == 0x202F || r == 0x2007 || r == 0xFEFF
}

func alnum(c byte) bool { return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' }

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// tidy reports whether s is ASCII and its spaces are already single and inside.
func tidy(s string) bool {
	space := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf || c < ' ' || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return !space || s == ""
}

// plain reports whether ASCII would give s back unchanged.
func plain(s string) bool {
	if !tidy(s) {
		return false
	}
	for i := 0; i < len(s); i++ {
		if c := s[i]; 'A' <= c && c <= 'Z' || c == 0x7F {
			return false
		}
	}
	return true
}
