package name

import (
	"strings"

	"kartoteka/pipelines/kernel/fold"
	"kartoteka/pipelines/kernel/name/lexicon"
)

// given tells the gender of a known given name or short form: m, f, or e; 0 is
// unknown.
func given(key string) byte {
	if g := lexicon.Given(key); g != 0 {
		return g
	}
	if base := lexicon.PolishBase(key); base != "" {
		return lexicon.Given(base)
	}
	if base := lexicon.EnglishBase(key); base != "" {
		return lexicon.Given(base)
	}
	if at := strings.IndexByte(key, '-'); at > 2 {
		return given(key[:at])
	}
	return 0
}

func polishBase(key string) string { return lexicon.PolishBase(key) }

// GivenKey gives the form in which the spellings of one given name agree: the
// first name, folded, short forms replaced by the full one (Kasia ->
// katarzyna, Bill -> william). An initial stays one letter.
func GivenKey(name string) string {
	words := fold.Tokens(name)
	if len(words) == 0 {
		return ""
	}
	return baseName(words[0])
}

func baseName(key string) string {
	if base := lexicon.PolishBase(key); base != "" {
		return base
	}
	if base := lexicon.EnglishBase(key); base != "" {
		return base
	}
	return key
}

// Compatible reports whether two given names may be one person's: equal keys,
// or an initial and a name that begins with it. An empty name is compatible
// with nothing.
func Compatible(a, b string) bool {
	ka, kb := GivenKey(a), GivenKey(b)
	if ka == "" || kb == "" {
		return false
	}
	if ka == kb {
		return true
	}
	if len(ka) == 1 || len(kb) == 1 {
		// The short form counts too: "K." is Kasia and Katarzyna alike, "B." is Bill.
		fa, fb := fold.Tokens(a)[0], fold.Tokens(b)[0]
		return ka[0] == kb[0] || fa[0] == fb[0]
	}
	return false
}

func usual(key string) bool {
	return lexicon.PolishGiven(key) != 0 || lexicon.EnglishGiven(key) != 0
}

// nearGiven reports whether a word is one slip away from a known given name:
// a letter missing, doubled, wrong or exchanged with its neighbour. The first
// letter is hardly ever mistyped.
func nearGiven(key string) bool {
	if len(key) < 5 || len(key) > 20 || !maybeNear(key) {
		return false
	}
	b := []byte(key)
	for i := 0; i+1 < len(b); i++ { // exchanged
		b[i], b[i+1] = b[i+1], b[i]
		if usual(string(b)) {
			return true
		}
		b[i], b[i+1] = b[i+1], b[i]
	}
	for i := 1; i < len(b); i++ { // one too many
		if usual(key[:i] + key[i+1:]) {
			return true
		}
	}
	for i := 1; i <= len(b); i++ {
		for c := byte('a'); c <= 'z'; c++ {
			if usual(key[:i] + string(c) + key[i:]) { // one missing
				return true
			}
			if i < len(b) && len(b) > 5 && usual(key[:i]+string(c)+key[i+1:]) { // wrong
				return true
			}
		}
	}
	return false
}
