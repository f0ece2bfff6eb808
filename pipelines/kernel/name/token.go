package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kartoteka/pipelines/kernel/fold"
	"kartoteka/pipelines/kernel/name/lexicon"
)

// token is one word of a name with its folded form (lower-case ASCII without
// final points and quotes), what the lists know of it as a given name, and what
// the user's rules say.
type token struct {
	text, key string
	given     byte // m, f, e, or 0 for a word that is no known given name
	own       own
}

func (p *Parser) tokens(text string) []token {
	fields := strings.Fields(text)
	out := make([]token, 0, len(fields)+1)
	for _, f := range fields {
		out = p.appendToken(out, f)
	}
	return out
}

// appendToken cuts "J.K.Nowak" into "J." "K." "Nowak" and leaves "Sp.z" and
// "M.D." alone.
func (p *Parser) appendToken(out []token, word string) []token {
	if strings.IndexByte(word, '.') < 0 || len(word)-strings.LastIndexByte(word, '.') < 3 && !initials(word) {
		return append(out, p.token(word))
	}
	if at := strings.IndexByte(word, '.'); at > 1 && at < len(word)-3 { // dr.Jan, prof.Nowak
		if _, sure := lexicon.Title(keyOf(word[:at])); sure != 0 && keyOf(word) == strings.TrimSuffix(keyOf(word), ".") {
			if r, _ := utf8.DecodeRuneInString(word[at+1:]); unicode.IsUpper(r) {
				out = append(out, p.token(word[:at+1]))
				return p.appendToken(out, word[at+1:])
			}
		}
	}
	for {
		r, size := utf8.DecodeRuneInString(word)
		if len(word) > size+1 && unicode.IsLetter(r) && word[size] == '.' {
			next, _ := utf8.DecodeRuneInString(word[size+1:])
			if unicode.IsUpper(r) && unicode.IsUpper(next) {
				out = append(out, p.token(word[:size+1]))
				word = word[size+1:]
				continue
			}
		}
		return append(out, p.token(word))
	}
}

// initials reports two or three capitals with points, that are no degree:
// "J.M.".
func initials(word string) bool {
	if len(word) != 4 && len(word) != 6 {
		return false
	}
	for i := 0; i < len(word); i += 2 {
		if word[i] < 'A' || word[i] > 'Z' || word[i+1] != '.' {
			return false
		}
	}
	key := strings.ToLower(strings.ReplaceAll(word, ".", ""))
	_, sure := lexicon.Title(keyOf(word))
	return lexicon.Suffix(key) == 0 && sure == 0 && lexicon.FirmWord(key) == 0 && !legalForm(token{text: word, key: keyOf(word)})
}

func (p *Parser) token(word string) token {
	t := token{text: word, key: keyOf(word)}
	if len(p.own) > 0 {
		if t.own = p.own[t.key]; t.own.given {
			if t.given = t.own.gender; t.given == 0 {
				t.given = 'e'
			}
			return t
		}
	}
	if len(t.key) > 1 {
		t.given = given(t.key)
	}
	return t
}

func keyOf(word string) string {
	key := fold.ASCII(word)
	if n := len(key); n > 0 && isLetter(key[0]) && isLetter(key[n-1]) {
		return key
	}
	return strip(strings.TrimLeft(key, "'"), ".,;:\"()[]?!*")
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' }

func join(ts []token) string {
	switch len(ts) {
	case 0:
		return ""
	case 1:
		return ts[0].text
	}
	words := make([]string, len(ts))
	for i, t := range ts {
		words[i] = t.text
	}
	return strings.Join(words, " ")
}

func keys(ts []token) []string {
	out := make([]string, len(ts))
	for i, t := range ts {
		out[i] = t.key
	}
	return out
}

// initial reports "J", "J." and "J.K.".
func (t token) initial() bool {
	if len(t.key) == 1 {
		return isLetter(t.key[0])
	}
	if len(t.key) > 5 || strings.IndexByte(t.text, '.') < 0 {
		return false
	}
	letters := strings.ReplaceAll(t.key, ".", "")
	return letters != "" && len(letters) <= 2 && (len(letters) == 1 || strings.Count(t.text, ".") >= 2)
}

// known reports a given name that the lists or the user know.
func (t token) known() bool { return t.given != 0 }

// clear reports a known given name that is hardly a surname.
func (t token) clear() bool {
	return t.given != 0 && !lexicon.AlsoSurname(t.key) && !lexicon.MostlySurname(t.key)
}

// particle reports the small words that begin a surname.
func (t token) particle() bool {
	switch t.key {
	case "van", "von", "vom", "zu", "zum", "zur", "de", "del", "della", "dello", "degli", "dei", "di", "da", "dal", "dos", "das", "do", "du", "des", "la", "le", "les", "lo", "der",
		"den", "ter", "ten", "te", "'t", "bin", "ibn", "bint", "al", "el", "ben", "ould", "af", "av", "st", "ste", "saint", "o'", "mac", "mc", "ap", "ab", "san", "santa", "vel", "e", "thoe", "op", "'s", "vande", "vanden", "vander", "nic", "ni", "fitz", "abu":
		switch t.key {
		case "ben":
			return t.text == "ben"
		case "e", "do", "te", "ab", "op", "ni", "ten", "lo":
			return t.text == t.key
		}
		return true
	case "y", "i":
		return t.text == "y"
	}
	return t.key == "o" && t.text != "O" && t.text != "0" && t.text != "O." && t.text != "o." && t.text != "o" // Ó Murchadha
}
