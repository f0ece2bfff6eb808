package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kartoteka/pipelines/kernel/fold"
)

// token is one word of a name with its folded form: lower-case ASCII without
// a final point.
type token struct{ text, key string }

func tokens(text string) []token {
	fields := strings.Fields(text)
	out := make([]token, 0, len(fields))
	for _, f := range fields {
		out = appendToken(out, f)
	}
	return out
}

// appendToken cuts "J.K.Nowak" into "J." "K." "Nowak" and leaves "Sp.z" and
// "M.D." alone.
func appendToken(out []token, word string) []token {
	if strings.IndexByte(word, '.') < 0 || len(word)-strings.LastIndexByte(word, '.') < 3 {
		return append(out, token{word, keyOf(word)})
	}
	for {
		r, size := utf8.DecodeRuneInString(word)
		if len(word) > size+1 && unicode.IsLetter(r) && word[size] == '.' {
			next, _ := utf8.DecodeRuneInString(word[size+1:])
			if unicode.IsUpper(r) && unicode.IsUpper(next) {
				out = append(out, token{word[:size+1], keyOf(word[:size])})
				word = word[size+1:]
				continue
			}
		}
		return append(out, token{word, keyOf(word)})
	}
}

func keyOf(word string) string {
	return strings.Trim(fold.ASCII(word), ".,;:\"")
}

func join(ts []token) string {
	if len(ts) == 1 {
		return ts[0].text
	}
	words := make([]string, len(ts))
	for i, t := range ts {
		words[i] = t.text
	}
	return strings.Join(words, " ")
}

// initial reports "J", "J." and "J.K.".
func (t token) initial() bool {
	letters := strings.ReplaceAll(t.key, ".", "")
	if letters == "" || len(letters) > 2 {
		return false
	}
	return len(letters) == 1 || strings.Count(t.text, ".") >= 2
}

// particle reports the small words that begin a surname.
func (t token) particle() bool {
	switch t.key {
	case "van", "von", "vom", "zu", "zum", "zur", "de", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "der",
		"den", "ter", "ten", "bin", "ibn", "al", "el", "af", "av", "st", "saint", "o'", "mac", "ap", "san", "santa":
		return true
	}
	if t.text == "y" || t.text == "do" {
		return true
	}
	return t.key == "o" && t.text != "O" && t.text != "O." && t.text != "o." // Ó Murchadha
}

// clean brings a field to single spaces, plain apostrophes and hyphens, and
// drops remarks; dropped tells that it did.
func clean(text string) (out string, dropped bool) {
	if tidy(text) {
		return text, false
	}
	text = strings.NewReplacer("’", "'", "`", "'", "´", "'", "‘", "'", "–", "-", "—", "-", "\u2010", "-", "\t", " ", "\n", " ", "\r", " ", "\u00a0", " ").Replace(text)
	text, dropped = cutRemark(text)
	text = fold.Space(text)
	for _, loose := range []string{" - ", "- ", " -"} {
		text = joinHyphen(text, loose)
	}
	return strings.Trim(text, " ,;"), dropped
}

func tidy(text string) bool {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '.', c >= 0xC3 && c <= 0xC5, c >= 0x80 && c < 0xC0:
		case c == '-' && i > 0 && i+1 < len(text) && text[i-1] != ' ' && text[i+1] != ' ':
		case c == ' ' && i > 0 && i+1 < len(text) && text[i-1] != ' ':
		default:
			return false
		}
	}
	return !strings.Contains(text, " z d") && !strings.Contains(text, "\u00a0")
}

// joinHyphen makes "SZEWCZYK- LIPA" one word; a hyphen before a word with a
// digit or at an end stays.
func joinHyphen(text, loose string) string {
	at := strings.Index(text, loose)
	if at <= 0 || at+len(loose) >= len(text) {
		return text
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+len(loose):])
	if !unicode.IsLetter(before) || !unicode.IsLetter(after) {
		return text
	}
	return text[:at] + "-" + text[at+len(loose):]
}

// cutRemark drops bracketed and quoted remarks and maiden names ("z d. Kot",
// "z domu Kot", "née Kot"). "(Ret.)" is a suffix and stays.
func cutRemark(text string) (string, bool) {
	dropped := false
	text = strings.ReplaceAll(text, "''", "\"")
	for _, pair := range []string{"()", "[]", "\"\"", "„”"} {
		runes := []rune(pair)
		from := strings.IndexRune(text, runes[0])
		if from < 0 {
			continue
		}
		inside := text[from+utf8.RuneLen(runes[0]):]
		length := strings.IndexRune(inside, runes[1])
		if length < 0 || strings.HasPrefix(strings.ToLower(inside), "ret") {
			continue
		}
		text = text[:from] + " " + inside[length+utf8.RuneLen(runes[1]):]
		dropped = true
	}
	lower := strings.ToLower(text)
	for _, mark := range []string{" z d. ", " z domu ", " zd. ", " née ", " nee ", " geb. ", " primo voto "} {
		if at := strings.Index(lower, mark); at > 0 && len(lower) == len(text) {
			return text[:at], true
		}
	}
	return text, dropped
}
