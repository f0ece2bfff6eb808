package name

import (
	"strings"

	"kartoteka/pipelines/kernel/name/lexicon"
)

// parseFields reads given and family name from columns of their own: a title,
// a middle name or a suffix may stand in them, and the two may be exchanged.
func parseFields(n *Name, givenName, family, column, country string) {
	both := strings.TrimSpace(givenName + " " + family)
	if single(givenName) && single(family) {
		parseSingleWords(n, givenName, family, column, country)
		return
	}
	familyWords := tokens(family)
	if family != "" && firm(family, familyWords) {
		parseFirm(n, family, familyWords, column, country)
		if n.Given == "" {
			n.Given = givenName
		}
		return
	}
	if words := tokens(both); connector(words) > 0 {
		if pair, ok := couple(both, words, country); ok {
			pair.Codes = append(n.Codes, pair.Codes...)
			*n = pair
			return
		}
	}
	if givenName == "" || family == "" {
		parsePerson(n, both, column, country)
		return
	}
	titles, titleGender, givens := cutTitles(tokens(givenName))
	if t2, g2, rest := cutTitles(familyWords); t2 != "" {
		titles, titleGender, familyWords = strings.TrimSpace(titles+" "+t2), g2, rest
	}
	suffix, familyWords := cutSuffixes(familyWords)
	givens, familyWords, swapped := unswap(givens, familyWords)
	if swapped {
		n.code(CodeSwapped)
	}
	familyWords = withoutRepeat(familyWords, givens)
	s := split{given: givens[0].text, first: givens[0], family: join(familyWords), last: familyWords[len(familyWords)-1]}
	if len(givens) > 1 {
		s.middle = join(givens[1:])
		if givens[0].initial() && !givens[1].initial() {
			s.first = givens[1]
		}
	}
	n.fill(s, titles, suffix)
	n.Gender, _ = n.genderOf(column, titleGender, s, country)
}

// single reports one word of letters, the form of nearly all fields.
func single(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c == ' ' || c == ',' || c == '.' || c == '&' || c == '/' || c == '+' {
			return false
		}
	}
	return text != ""
}

// parseSingleWords is the short way for one word in each column.
func parseSingleWords(n *Name, givenName, family, column, country string) {
	first, last := token{givenName, keyOf(givenName)}, token{family, keyOf(family)}
	if legalForm(last) || institution(last.key) && !knownGiven(first) {
		n.Kind, n.Company = Company, givenName+" "+family
		return
	}
	if swapped(first, last) {
		first, last = last, first
		n.code(CodeSwapped)
	}
	s := split{given: first.text, family: last.text, first: first, last: last}
	n.fill(s, "", "")
	n.Gender, _ = n.genderOf(column, "", s, country)
}

// unswap exchanges the two columns when the words say so.
func unswap(givens, family []token) (g, f []token, exchanged bool) {
	if swapped(givens[0], family[0]) {
		return family, givens, true
	}
	return givens, family, false
}

// swapped reports that the given-name column holds a surname and the surname
// column a given name. Columns are believed unless the words are clear.
func swapped(first, last token) bool {
	if first.initial() || last.initial() || knownGiven(first) {
		return false
	}
	if knownGiven(last) {
		return !lexicon.AlsoSurname(last.key) && (polishSurname(first.key) || !nearGiven(first.key))
	}
	return polishSurname(first.key) && !polishSurname(last.key) && !nearGiven(first.key) && nearGiven(last.key)
}

// withoutRepeat drops a given name that the surname column repeats.
func withoutRepeat(family, givens []token) []token {
	if len(family) < 2 || len(givens) == 0 {
		return family
	}
	if family[0].key == givens[0].key {
		return family[1:]
	}
	if family[len(family)-1].key == givens[0].key {
		return family[:len(family)-1]
	}
	return family
}
