package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Mojibake reports whether s looks like text that was decoded with a wrong
// encoding before it reached us, and what it said: UTF-8 read as windows-1250
// or windows-1252 ("GĂłrski"), ISO-8859-2 read as windows-1250 ("W±sik"). It
// answers only when the repaired text is sure; repaired is "" otherwise.
func Mojibake(s string) (repaired string, found bool) {
	if isASCII([]byte(s)) {
		return "", false
	}
	for _, table := range []*charmap.Charmap{charmap.Windows1250, charmap.Windows1252, charmap.ISO8859_2} {
		if text, ok := reread(s, table); ok {
			return text, true
		}
	}
	return swappedPolish(s)
}

// reread encodes s back with table and accepts the bytes when they are UTF-8
// in which every character above 7F is a letter or common punctuation.
func reread(s string, table *charmap.Charmap) (string, bool) {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		c, ok := table.EncodeRune(r)
		if !ok {
			return "", false
		}
		b = append(b, c)
	}
	if !utf8.Valid(b) {
		return "", false
	}
	text := string(b)
	for _, r := range text {
		if r >= utf8.RuneSelf && !unicode.IsLetter(r) && !strings.ContainsRune("–—„”’…€§°", r) {
			return "", false
		}
	}
	return text, true
}

// swappedPolish repairs ISO-8859-2 read as windows-1250, where ą ś Ś Ź become
// symbols that never touch a letter in real text.
func swappedPolish(s string) (string, bool) {
	swap := map[rune]rune{'±': 'ą', '¶': 'ś', '¦': 'Ś', '¬': 'Ź'}
	runes := []rune(s)
	found := false
	for i, r := range runes {
		letter, ok := swap[r]
		if !ok {
			continue
		}
		before := i > 0 && unicode.IsLetter(runes[i-1])
		after := i+1 < len(runes) && unicode.IsLetter(runes[i+1])
		if !before && !after {
			continue
		}
		runes[i], found = letter, true
	}
	if !found {
		return "", false
	}
	return strings.ReplaceAll(string(runes), "Ľ", "ź"), true
}
