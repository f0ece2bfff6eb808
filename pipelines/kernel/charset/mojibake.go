package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Mojibake reports whether s looks like text that was decoded with a wrong encoding
// before it reached us, and what it said: UTF-8 read as a single-byte encoding
// ("GĂłrski", "GÃ³rski"), also twice, and one single-byte encoding read as another
// ("W±sik", "Paw³owska"). It answers only when the repaired text is sure; repaired is
// "" otherwise.
func Mojibake(s string) (repaired string, found bool) {
	if !Suspicious(s) {
		return "", false
	}
	if text, ok := unread(s); ok {
		if again, twice := unread(text); twice && Suspicious(text) {
			text = again
		}
		return text, true
	}
	return swapped(s)
}

// Suspicious reports the characters of which every wrong decoding leaves at least one.
// It is quick, since it sees every text: it looks at bytes.
func Suspicious(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		c, next := s[i], s[i+1]
		switch {
		case c < utf8.RuneSelf:
		case c == 0xC2: // control characters and the symbols of U+00A0 to U+00BF
			if next < 0xA0 || next == 0xA1 || next == 0xA3 || next == 0xA5 || next == 0xA6 || next == 0xAC || next >= 0xAF && next != 0xB0 && next != 0xB7 && next != 0xBB {
				return true
			}
		case c == 0xC3 && next >= 0x83 && next <= 0x85, // Ã Ä Å
			c == 0xC4 && next == 0x82,                   // Ă
			c == 0xC4 && next == 0xB9,                   // Ĺ
			c == 0xE2 && (next == 0x94 || next == 0x95), // lines of CP852
			c == 0xC5 && next == 0xA6:                   // Ŧ, no letter here
			return true
		}
	}
	return false
}

// unread undoes the reading of UTF-8 as a single-byte encoding, or two of them in a row.
func unread(s string) (string, bool) {
	tables := []*charmap.Charmap{charmap.Windows1250, charmap.Windows1252, charmap.ISO8859_2, charmap.CodePage852}
	for _, table := range tables {
		if text, ok := reread(s, table); ok && clean(text) {
			return text, true
		}
	}
	for _, table := range tables {
		once, ok := reread(s, table)
		if !ok {
			continue
		}
		for _, table := range tables {
			if text, ok := reread(once, table); ok && clean(text) {
				return text, true
			}
		}
	}
	return "", false
}

// reread encodes s back with table and accepts the bytes when they are UTF-8.
func reread(s string, table *charmap.Charmap) (string, bool) {
	b, ok := bytesOf(s, table)
	if !ok || isASCII(b) || !utf8.Valid(b) {
		return "", false
	}
	return string(b), true
}

// clean reports that every character above 7F is a letter or common punctuation.
func clean(text string) bool {
	for _, r := range text {
		if r >= utf8.RuneSelf && !unicode.IsLetter(r) && !strings.ContainsRune("–—„”’…€§°", r) {
			return false
		}
	}
	return true
}

func bytesOf(s string, table *charmap.Charmap) ([]byte, bool) {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		c, ok := table.EncodeRune(r)
		if !ok && r >= 0x80 && r < 0xA0 {
			c, ok = byte(r), true // bytes without a character are kept as control characters
		}
		if !ok {
			return nil, false
		}
		b = append(b, c)
	}
	return b, true
}

// swapped repairs Polish text of one single-byte encoding that was read as another. It
// must hold a sign that never stands inside a word, every letter outside ASCII must
// become a Polish one, and all encodings that explain it must agree.
func swapped(s string) (string, bool) {
	if !signInWord(s) {
		return "", false
	}
	found := ""
	for _, x := range []struct {
		read *charmap.Charmap
		true Encoding
	}{
		{charmap.Windows1250, ISO88592}, {charmap.Windows1252, Windows1250}, {charmap.Windows1252, ISO88592}, {charmap.ISO8859_2, Windows1250},
		{charmap.CodePage852, Windows1250}, {charmap.Windows1250, CP852},
	} {
		b, ok := bytesOf(s, x.read)
		if !ok {
			continue
		}
		text, err := Decode(b, x.true)
		if err != nil || !polishText(text) {
			continue
		}
		if found != "" && found != text {
			return "", false
		}
		found = text
	}
	return found, found != ""
}

// signInWord reports a symbol or control character with a letter on both sides, or on
// one side of a word with no digits.
func signInWord(s string) bool {
	for _, word := range strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == '-' || r == ',' || r == ';' || r == '.' || r == '/' || r == '(' || r == ')'
	}) {
		letters, signs := 0, 0
		for _, r := range word {
			switch {
			case unicode.IsDigit(r) && r < utf8.RuneSelf:
				letters = -100
			case unicode.IsLetter(r):
				letters++
			case r >= utf8.RuneSelf && !strings.ContainsRune("–—„”“’‘…«»§°\u00a0€", r):
				signs++
			}
		}
		if signs > 0 && letters >= 2 && letters >= signs {
			return true
		}
	}
	return false
}

// polishText reports that all letters outside ASCII are Polish and stand as letters do:
// no capital behind a small one, nothing else but punctuation.
func polishText(s string) bool {
	before := ' '
	for _, r := range s {
		if r >= utf8.RuneSelf {
			switch {
			case strings.ContainsRune("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", r):
			case !strings.ContainsRune("–—„”“’‘…«»§°\u00a0€", r):
				return false
			}
		}
		if unicode.IsUpper(r) && unicode.IsLower(before) && (r >= utf8.RuneSelf || before >= utf8.RuneSelf) {
			return false
		}
		before = r
	}
	return true
}
