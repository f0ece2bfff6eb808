package name

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// recase gives names in capitals or in small letters the usual capitals. Words
// of mixed case are left as written.
func recase(text string) string {
	if text == "" || mixed(text) {
		return text
	}
	words := strings.Split(text, " ")
	for i, w := range words {
		words[i] = recaseWord(w, len(words) > 1 && i < len(words)-1)
	}
	return strings.Join(words, " ")
}

// mixed reports a capital first letter followed somewhere by a small one:
// nothing to repair.
func mixed(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	if !unicode.IsUpper(first) {
		return false
	}
	rest := text[utf8.RuneLen(first):]
	if strings.IndexByte(rest, ' ') >= 0 || strings.IndexByte(rest, '-') >= 0 {
		for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '-' }) {
			if len(word) > 2 && word == strings.ToUpper(word) {
				return false
			}
		}
		if text == strings.ToLower(text) {
			return false
		}
		return strings.IndexFunc(rest, unicode.IsLower) >= 0
	}
	return strings.IndexFunc(rest, unicode.IsLower) >= 0 || rest == "" || rest == "."
}

func recaseWord(word string, inside bool) string {
	if mixed(word) {
		return word
	}
	if inside && (token{text: word, key: keyOf(word)}).particle() {
		return strings.ToLower(word)
	}
	if at := strings.IndexByte(word, '-'); at > 0 && at < len(word)-1 {
		return recaseWord(word[:at], false) + "-" + recaseWord(word[at+1:], false)
	}
	lower := strings.ToLower(word)
	if at := strings.IndexByte(lower, '\''); at == 1 && len(lower) > 3 {
		if lower[0] == 'd' || lower[0] == 'l' {
			return lower[:2] + capital(lower[2:]) // d'Artois
		}
		return capital(lower[:1]) + "'" + capital(lower[2:]) // O'Brien
	}
	if strings.HasPrefix(lower, "mc") && len(lower) > 4 {
		return "Mc" + capital(lower[2:])
	}
	return capital(lower)
}

func capital(lower string) string {
	r, size := utf8.DecodeRuneInString(lower)
	return string(unicode.ToUpper(r)) + lower[size:]
}
