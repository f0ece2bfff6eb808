package tagger

import (
	"strings"
	"unicode/utf8"
)

// Ends narrows the stretch [from, to) of text to the field that it writes: blanks,
// colons, quotes and lone dashes at its ends fall away, brackets when they have no
// partner or enclose the whole.
func Ends(text string, from, to int) (int, int) {
	for from < to {
		s := text[from:to]
		r, n := utf8.DecodeRuneInString(s)
		last, m := utf8.DecodeLastRuneInString(s)
		switch {
		case loose(r) || tie(r) && (len(s) == n || s[n] == ' '):
			from += n
		case loose(last) || tie(last) && (len(s) == m || s[len(s)-m-1] == ' '):
			to -= m
		case r == '(' && (last == ')' && strings.IndexByte(s[1:], '(') < 0 || strings.IndexByte(s, ')') < 0):
			from++
		case last == ')' && strings.IndexByte(s, '(') < 0:
			to--
		default:
			return from, to
		}
	}
	return from, to
}

func loose(r rune) bool { return strings.ContainsRune(" \t:\"*_", r) }
func tie(r rune) bool   { return strings.ContainsRune("-–—/'", r) }
