package address

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kartoteka/pipelines/kernel/fold"
)

// name gives tokens [from, to) as a proper name of the country: as written, or in
// title case when they were written without any distinction of case.
func (w *work) name(from, to int) string {
	s := strings.TrimRight(w.text(from, to), ",;:")
	if strings.Count(s, `"`)%2 == 1 {
		s = plUnquote(join(w.toks[from:to])) // the end of a name in quotation marks
	}
	return properName(s, w.a.Country)
}

// properName writes s in title case when it is all upper or all lower case.
func properName(s, country string) string {
	if !sameCase(s) {
		return s
	}
	words := strings.Fields(s)
	for i, word := range words {
		words[i] = titleWord(word, country, i == 0)
	}
	return strings.Join(words, " ")
}

func titleWord(word, country string, first bool) string {
	f := strings.Trim(fold.ASCII(word), ".")
	switch country {
	case "PL":
		if plTitle(f) != "" && strings.HasSuffix(word, ".") || !first && plSmallWord(f) {
			return strings.ToLower(word)
		}
		if roman(f) && f != "mi" {
			return strings.ToUpper(word)
		}
	case "DE":
		if !first && deSmallWord(f) {
			return strings.ToLower(word)
		}
	default:
		if !first && enSmallWord(f) {
			return strings.ToLower(word)
		}
		if len(f) <= 2 && direction(f) != "" && country == "US" {
			return strings.ToUpper(word)
		}
	}
	return capitals(strings.ToLower(word), country)
}

// capitals makes the first letter of every part of a hyphenated word a capital;
// letters after a digit stay small, so that 4th and 11-go are left alone.
func capitals(word, country string) string {
	var b strings.Builder
	b.Grow(len(word))
	up := true
	var prev rune
	for i, r := range word {
		switch {
		case up && unicode.IsLetter(r):
			if country == "PL" && prev == '-' && digitAt(word, i-2) {
				b.WriteRune(r) // 1000-lecia
			} else {
				b.WriteRune(unicode.ToUpper(r))
			}
			up = false
		case unicode.IsLetter(r):
			b.WriteRune(r)
		default:
			b.WriteRune(r)
			up = r == '-' || r == '.' || r == '/' || r == '"' || (r == '\'' && utf8.RuneCountInString(word[:i]) == 1)
		}
		if unicode.IsDigit(r) {
			up = false
		}
		prev = r
	}
	s := b.String()
	if country != "PL" && country != "DE" && len(s) > 4 && strings.HasPrefix(s, "Mc") {
		s = "Mc" + strings.ToUpper(s[2:3]) + s[3:]
	}
	return s
}

func plSmallWord(f string) bool {
	switch f {
	case "i", "w", "we", "z", "ze", "na", "nad", "pod", "przy", "od", "do", "ku", "za", "k", "r":
		return true
	}
	return false
}

func deSmallWord(f string) bool {
	switch f {
	case "am", "an", "auf", "bei", "der", "die", "das", "dem", "den", "des", "im", "in", "ob", "unter", "und", "vor", "zu", "zum", "zur":
		return true
	}
	return false
}

func enSmallWord(f string) bool {
	switch f {
	case "of", "the", "and", "on", "in", "upon", "de", "la", "le", "by", "under":
		return f != "la" && f != "de" && f != "le"
	}
	return false
}
