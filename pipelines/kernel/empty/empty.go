// Package empty knows the texts that people and programs write when they do
// not know a value.
//
// A form demands a telephone number, so somebody types 000-000-000; an export
// writes NULL; a clerk writes "nie podano". Taken at face value these become
// the most common telephone number, e-mail and surname of the firm and join
// strangers into one person. Words.Is answers per kind of field: the built-in
// words, patterns of the kind (repeated digits in a phone, brak@ in an e-mail)
// and the words that the user adds.
//
// A word matches only when it is the whole value; case, diacritics, blanks at
// the ends and surrounding punctuation do not matter. "Brak" is a Polish
// surname too: Is says what the value looks like, not what it is.
package empty

import (
	"strings"
	"unicode/utf8"

	"kartoteka/pipelines/kernel/fold"
)

// Kind is the kind of field a value stands in.
type Kind uint8

// Kinds of fields, each with the patterns of its own.
const (
	Text Kind = iota
	Name
	Phone
	Email
	Date
	Postcode
)

// longest is the length in bytes beyond which no value is an empty word.
const longest = 48

// Words are the built-in words with the user's own. The zero value has the
// built-in ones. It is safe for use by several goroutines.
type Words struct{ own map[string]struct{} }

// New adds the user's own words to the built-in ones, for every kind.
func New(own ...string) Words {
	w := Words{own: make(map[string]struct{}, len(own))}
	for _, word := range own {
		w.own[plain(word)] = struct{}{}
	}
	return w
}

// Is reports whether value means "not known" in a field of this kind. A blank
// value does.
func (w Words) Is(kind Kind, value string) bool {
	if len(value) > longest {
		return false
	}
	word := plain(value)
	if word == "" || notKnown(word) {
		return true
	}
	if _, found := w.own[word]; found {
		return true
	}
	switch kind {
	case Name:
		return testName(word) || allDigits(word)
	case Phone:
		return defaultPhone(word)
	case Email:
		return defaultEmail(word)
	case Date:
		return defaultDate(word)
	case Postcode:
		return defaultPostcode(word)
	}
	return false
}

// plain folds a value and drops the punctuation around it; a value of
// punctuation alone becomes "".
func plain(value string) string {
	if isWord(value) {
		return value
	}
	word := fold.ASCII(value)
	if n := len(word); n == 0 || !letter(word[0]) || !letter(word[n-1]) {
		word = strings.Trim(word, " \t-–—_.,;:!?*@#/\\'\"()[]{}<>|=~`")
	}
	if !utf8.ValidString(word) {
		return value
	}
	return word
}

// isWord reports that folding and trimming would change nothing: small ASCII
// letters and digits, with single blanks and punctuation only between them.
func isWord(value string) bool {
	last := len(value) - 1
	for i := 0; i <= last; i++ {
		c := value[i]
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
		case i == 0 || i == last:
			return false
		case c == ' ' && value[i-1] != ' ', c == '@', c == '.', c == '-', c == '_', c == '/', c == '+':
		default:
			return false
		}
	}
	return value != ""
}

// repeated reports that word is one byte, twice or more.
func repeated(word string) bool {
	return len(word) > 1 && strings.Count(word, word[:1]) == len(word)
}

func allDigits(word string) bool {
	for i := 0; i < len(word); i++ {
		if word[i] < '0' || word[i] > '9' {
			return false
		}
	}
	return word != ""
}

// digits keeps the digits of word.
func digits(word string) string {
	if allDigits(word) {
		return word
	}
	kept := make([]byte, 0, len(word))
	for i := 0; i < len(word); i++ {
		if word[i] >= '0' && word[i] <= '9' {
			kept = append(kept, word[i])
		}
	}
	return string(kept)
}

// Own reports whether value is one of the words that New was given.
func (w Words) Own(value string) bool {
	if len(w.own) == 0 || len(value) > longest {
		return false
	}
	_, found := w.own[plain(value)]
	return found
}

func letter(b byte) bool { return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' }
