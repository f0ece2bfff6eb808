package address

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// token is one word of the text with its folded form. Words between two
// separators (comma, semicolon, line break, bar) share a segment number.
type token struct {
	text     string // as written, dashes and slashes unified
	f        string // lower case, ASCII, without punctuation at its ends
	seg      int
	label    tagger.Label
	from, to int  // bytes of Input.Text(); to is 0 for words of other columns
	glued    bool // no blank stood before it: "M." and "C." of "M.C."
	used     bool // consumed by a rule
}

// dot reports whether the word was written as an abbreviation.
func (t token) dot() bool { return strings.HasSuffix(t.text, ".") }

// cut gives the offset in the text of byte i of the word, the word's end when its
// signs were unified and the bytes no longer correspond.
func (t token) cut(i int) int {
	if t.to-t.from == len(t.text) {
		return t.from + i
	}
	return t.to
}

// scanner cuts text into tokens.
type scanner struct {
	toks []token
	seg  int
	base int // where the line begins in the text; -1 for a column
}

// add cuts one line; the line starts a new segment.
func (s *scanner) add(line string) {
	start, glued := -1, false
	flush := func(end int) {
		if start >= 0 {
			s.word(line[start:end], glued, start)
			start, glued = -1, true
		}
	}
	s.next()
	for i := 0; i < len(line); {
		r, n := rune(line[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(line[i:])
		}
		switch {
		case r == ',' || r == ';' || r == '\n' || r == '\r' || r == '|' || r == '，' || r == '、' || r == '；':
			flush(i)
			s.next()
			glued = false
		case r == '(':
			flush(i)
			start = i
		case isSpace(r):
			flush(i)
			glued = false
		case r == '.' || r == ':':
			// An abbreviation ends here, unless digits go on ("1.5").
			if start < 0 {
				start = i
			}
			if !digitAt(line, i-1) || !digitAt(line, i+1) {
				flush(i + n)
			}
		default:
			if start < 0 {
				start = i
			}
		}
		i += n
	}
	flush(len(line))
}

func (s *scanner) next() {
	if len(s.toks) == 0 || s.toks[len(s.toks)-1].seg == s.seg {
		s.seg++
	}
}

func (s *scanner) word(w string, glued bool, at int) {
	from, to := s.base+at, s.base+at+len(w)
	if s.base < 0 {
		from, to = 0, 0
	}
	w = unify(w)
	f := strings.Trim(fold.ASCII(w), ".:'\"()")
	if f == "" && strings.Trim(w, ".:'\"*_() ") == "" {
		return
	}
	if f == "" {
		f = "*" // a word of signs alone: kept, but no rule knows it
	}
	s.toks = append(s.toks, token{text: w, f: f, seg: s.seg, glued: glued, from: from, to: to})
}

// unify writes every dash as "-" and a backslash as "/".
func unify(w string) string {
	for i := 0; i < len(w); i++ {
		if w[i] == '\\' || w[i] >= utf8.RuneSelf {
			return strings.Map(func(r rune) rune {
				switch {
				case r == '\\' || r == '⁄':
					return '/'
				case r >= '‐' && r <= '―' || r == '−':
					return '-'
				case r == utf8.RuneError:
					return -1
				}
				return r
			}, w)
		}
	}
	return w
}

func isSpace(r rune) bool {
	return r == ' ' || r == '\t' || r >= utf8.RuneSelf && (unicode.IsSpace(r) || r == 0x202F || r == 0xFEFF)
}

func digitAt(s string, i int) bool { return i >= 0 && i < len(s) && isDigit(s[i]) }
func isDigit(c byte) bool          { return '0' <= c && c <= '9' }
func isLetter(c byte) bool         { return 'a' <= c && c <= 'z' }

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// join puts the words back together with the blanks they had.
func join(toks []token) string {
	var b strings.Builder
	for i, t := range toks {
		if i > 0 && !t.glued {
			b.WriteByte(' ')
		}
		b.WriteString(t.text)
	}
	return b.String()
}

// numberLike tells a house number from a word: digit runs, each with at most one
// letter, tied by "/" or "-": 12, 12a, 14/16, 10-12, 77/30a, 12-b. The ordinals
// 3-go and 1000-lecia are words. f is a folded word.
func numberLike(f string) bool {
	if f == "" || !isDigit(f[0]) || len(f) > 14 {
		return false
	}
	digits, letters := 0, 0
	for i := 0; i < len(f); i++ {
		c := f[i]
		switch {
		case isDigit(c):
			if letters > 0 {
				return false
			}
			digits++
		case isLetter(c):
			if letters++; letters > 1 {
				return false
			}
		case c == '/' || c == '-':
			if digits+letters == 0 || i == len(f)-1 && c == '-' {
				return false
			}
			digits, letters = 0, 0
		default:
			return false
		}
	}
	return true
}

// fraction reports a part of a house number written as a fraction: 1/2, 1/4, 3/4.
func fraction(f string) bool { return f == "1/2" || f == "1/4" || f == "3/4" || f == "1/3" }

// roman reports a Roman numeral of two or more letters, or a single i, v, x.
func roman(f string) bool {
	for i := 0; i < len(f); i++ {
		if !strings.ContainsRune("ivxlc", rune(f[i])) {
			return false
		}
	}
	return f != "" && f != "c" && f != "l"
}
