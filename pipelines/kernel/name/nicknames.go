package name

import (
	"slices"
	"strings"

	"kartoteka/pipelines/kernel/fold"
	"kartoteka/pipelines/kernel/name/lexicon"
)

// Nicknames are short forms of given names beyond the built-in ones: whom a
// short form may stand for. They are directed and never closed: Al is Albert and
// Alan, but Albert is not Alan. A nil *Nicknames has the built-in ones only. It
// never changes and is safe for use by several goroutines.
type Nicknames struct{ full map[string][]string }

// Nickname is one pair: a short form and the full name it stands for.
type Nickname struct{ Short, Full string }

// NewNicknames makes the value of pairs, in any order; a pair may stand twice.
// Pairs with an empty side or of one name are left out.
func NewNicknames(pairs []Nickname) *Nicknames {
	n := &Nicknames{full: map[string][]string{}}
	for _, p := range pairs {
		short, full := firstKey(p.Short), firstKey(p.Full)
		if short == "" || full == "" || short == full || slices.Contains(n.full[short], full) {
			continue
		}
		n.full[short] = append(n.full[short], full)
	}
	for _, full := range n.full {
		slices.Sort(full)
	}
	return n
}

// Len is the number of pairs.
func (n *Nicknames) Len() int {
	if n == nil {
		return 0
	}
	all := 0
	for _, full := range n.full {
		all += len(full)
	}
	return all
}

// Keys gives the names that a given name may stand for, the usual one first:
// the full name of a short form, the further ones of a form that several names
// share, the user's, and the name itself with all its words.
func (n *Nicknames) Keys(given string) []string {
	word := firstKey(given)
	if word == "" {
		return []string{""}
	}
	key := baseName(word)
	keys := append([]string{key}, lexicon.AlsoShortFor(word)...)
	if n != nil {
		keys = append(keys, n.full[word]...)
	}
	if whole := strings.Join(fold.Tokens(given), " "); whole != key {
		keys = append(keys, whole)
	}
	return keys
}

// GivenKey is like the function GivenKey; where only the user knows a short
// form, and knows one full name of it, that one is the key.
func (n *Nicknames) GivenKey(given string) string {
	word := firstKey(given)
	if word == "" {
		return ""
	}
	if key := baseName(word); key != word || n == nil || lexicon.Given(word) != 0 || len(n.full[word]) != 1 {
		return key
	}
	return n.full[word][0]
}

// Compatible is like the function Compatible; also, one of the two may be a
// short form of the other. Two short forms agree when the built-in lists give
// them one full name.
func (n *Nicknames) Compatible(a, b string) bool {
	if Compatible(a, b) {
		return true
	}
	x, y := firstKey(a), firstKey(b)
	if x == "" || y == "" {
		return false
	}
	return slices.Contains(n.Keys(x), y) || slices.Contains(n.Keys(y), x)
}

func firstKey(given string) string {
	words := fold.Tokens(given)
	if len(words) == 0 {
		return ""
	}
	return words[0]
}
