package name

import (
	"strings"

	"kartoteka/pipelines/kernel/name/lexicon"
)

// parseFields reads given and family name from columns of their own: a title,
// a middle name or a suffix may stand in them, and the two may be exchanged.
func (r *reader) parseFields(n *Name, givenName, family string) {
	if single(givenName) && single(family) {
		r.parseSingleWords(n, givenName, family)
		return
	}
	familyWords := r.p.tokens(family)
	// a column of surnames is believed against the mere look of a word
	if isFirm, rule := r.firm(family, familyWords); isFirm && (rule != RuleModel || givenName == "" && len(familyWords) > 1) {
		r.parseFirm(n, family, familyWords, rule)
		if n.Given == "" {
			n.Given = givenName
		}
		return
	}
	var dropped [2]string
	givenName, dropped[0] = remarks(givenName)
	family, dropped[1] = remarks(family)
	n.Remark = strings.TrimSpace(dropped[0] + " " + dropped[1])
	if n.Remark != "" {
		familyWords = r.p.tokens(family)
	}
	both := strings.TrimSpace(givenName + " " + family)
	ts := r.p.tokens(both)
	if connector(ts) > 0 {
		if pair, ok := r.couple(both, ts); ok {
			pair.Codes, pair.Remark = append(n.Codes, pair.Codes...), n.Remark
			*n = pair
			return
		}
	}
	if givenName == "" && single(family) { // the column says what it is
		t := familyWords[0]
		s := split{family: t.text, last: t, rule: RuleColumns}
		n.fill(s, titled{}, "")
		n.Gender, _ = n.genderOf(r, "", s)
		return
	}
	if givenName == "" || family == "" {
		r.parsePersonWords(n, both, ts, true)
		return
	}
	titles, givens := cutTitles(r.p.tokens(givenName), false)
	more, familyWords := cutTitles(familyWords, false)
	titles.add(more)
	suffix, familyWords := cutSuffixes(familyWords)
	givens, familyWords, swapped := unswap(givens, familyWords)
	if swapped {
		n.code(CodeSwapped)
	}
	familyWords = withoutRepeat(familyWords, givens)
	s := split{given: givens[0].text, first: givens[0], family: join(familyWords), last: familyWords[len(familyWords)-1], rule: RuleColumns}
	if len(givens) > 1 {
		s.middle = join(givens[1:])
		if givens[0].initial() && !givens[1].initial() {
			s.first = givens[1]
		}
	}
	n.fill(s, titles, suffix)
	n.Gender, _ = n.genderOf(r, titles.gender, s)
}

// single reports one word of letters, the form of nearly all fields.
func single(text string) bool {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case ' ', ',', '.', '&', '/', '+', '(', '"', ':', ';', '@':
			return false
		}
	}
	return text != ""
}

// parseSingleWords is the short way for one word in each column.
func (r *reader) parseSingleWords(n *Name, givenName, family string) {
	first, last := r.p.token(givenName), r.p.token(family)
	if legalForm(last) || r.firmWord(last) == 's' && !first.known() && lexicon.Surname(last.key) == 0 {
		n.Kind, n.Company, n.Rule = Company, givenName+" "+family, RuleFirmWord
		return
	}
	if swapped(first, last) {
		first, last = last, first
		n.code(CodeSwapped)
	}
	s := split{given: first.text, family: last.text, first: first, last: last, rule: RuleColumns}
	n.fill(s, titled{}, "")
	n.Gender, _ = n.genderOf(r, "", s)
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
	if first.initial() || last.initial() || first.known() {
		return false
	}
	if last.known() {
		return last.clear() && (surnameShape(first.key) < -1 || !nearGiven(first.key))
	}
	return surnameShape(first.key) < -1 && surnameShape(last.key) > -1 && !nearGiven(first.key) && nearGiven(last.key)
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
