package name

import (
	"strings"

	"kartoteka/pipelines/kernel/name/lexicon"
)

// split is one person's name after titles and suffixes are off.
type split struct {
	given, middle, family string
	first, last           token // what gender looks at
	reversed, unsure      bool
	rule                  string
}

// splitPerson decides which words are given names and which the surname.
func (r *reader) splitPerson(ts []token) split {
	switch len(ts) {
	case 0:
		return split{}
	case 1:
		if t := ts[0]; t.known() && !lexicon.MostlySurname(t.key) || !t.known() && t.own == (own{}) && likelyGiven(t.key) {
			return split{given: t.text, first: t, rule: RuleOneWord}
		}
		return split{family: ts[0].text, last: ts[0], rule: RuleOneWord}
	}
	reversed, unsure, rule := r.familyFirst(ts)
	var s split
	if reversed {
		s = splitReversed(ts)
	} else {
		s = r.splitForward(ts)
	}
	s.reversed, s.unsure, s.rule = reversed, unsure, rule
	return s
}

// familyFirst decides the order of two or more words.
func (r *reader) familyFirst(ts []token) (reversed, unsure bool, rule string) {
	first, last := ts[0], ts[len(ts)-1]
	if first.particle() && len(ts) > 2 && !first.known() {
		return last.known() && !lexicon.MostlySurname(last.key) && !ts[len(ts)-2].particle(), false, RuleGiven
	}
	if vietnamese(ts) {
		return true, false, RuleShape
	}
	if first.initial() {
		if len(ts) == 2 && last.initial() {
			return false, true, RuleInitials
		}
		return false, false, RuleInitials // J. Smith
	}
	if last.initial() { // Kowalska A., DELGADO MARIA T
		n := len(ts)
		for n > 1 && ts[n-1].initial() {
			n--
		}
		if n == 1 {
			return !first.known() && r.givenness(first) < 1, false, RuleInitials
		}
		return r.givenness(ts[1])-r.givenness(first) > 1.5 && ts[1].known(), false, RuleInitials
	}
	for _, t := range ts[1 : len(ts)-1] {
		if t.initial() { // Ben Y. Smith
			return false, false, RuleInitials
		}
	}
	if first.known() && last.known() && len(ts) == 2 {
		reversed, unsure = bothGiven(first, last)
		return reversed, unsure, RuleGiven
	}
	if len(ts) > 2 && !last.known() && patronymic(last.key) && ts[1].known() {
		return true, false, RuleShape
	}
	a := r.givenness(first)
	if first.known() && a >= 1 {
		return false, false, RuleGiven
	}
	b := r.givenness(last)
	switch {
	case first.known() && last.known(): // PARKER MARY ANN
		return b-a > 2 && ts[1].clear(), true, RuleGiven
	case first.known():
		return false, false, RuleGiven
	case last.known() && b >= 2 && a < -1:
		return true, false, RuleGiven
	case last.known() && b >= 3 && (r.country == "PL" || lexicon.Familiar(last.key)):
		return true, a > 0, RuleGiven
	case last.known() && r.country == "PL" && !lexicon.MostlySurname(last.key):
		return true, true, RuleGiven
	case last.known():
		return false, true, RuleGiven
	case len(ts) == 3 && ts[1].clear() && a < -1 && b > a:
		return true, false, RuleGiven // Kowalska Anna Xxxx
	}
	if b-a > 1.2 && (r.country == "PL" || r.country == "" && lexicon.Surname(last.key) == 0 || surnameGender(first.key) != 0) {
		return true, b-a < 1.8, r.ruleOf(first, last)
	}
	return false, b-a > 0.5, r.ruleOf(first, last)
}

func (r *reader) ruleOf(first, last token) string {
	switch {
	case !r.english() && nearGiven(first.key) != nearGiven(last.key):
		return RuleNear
	case r.surnameShape(first.key) < -1 || r.surnameShape(last.key) < -1:
		return RuleShape
	}
	return RuleModel
}

// english tells a country where endings of Polish surnames and slips in given
// names say little, since people come from everywhere.
func (r *reader) english() bool { return r.country == "US" || r.country == "GB" }

// givenness weighs what speaks for a given name (positive) and a surname.
func (r *reader) givenness(t token) float64 {
	switch {
	case t.given != 0 && lexicon.MostlySurname(t.key):
		return 0.5
	case t.given != 0 && lexicon.AlsoSurname(t.key):
		return 2
	case t.given != 0 && (t.given == 'e' || t.own.given) && !lexicon.Familiar(t.key) && !t.own.given:
		return 1
	case t.given != 0:
		return 4
	}
	shape := r.surnameShape(t.key)
	if shape > -3 && !r.english() && nearGiven(t.key) {
		return 1.6
	}
	return shape + min(1.5, max(-1.5, likeness(t.key)))
}

// surnameShape weighs a word as a surname by lists and endings, 0 to -4.
func (r *reader) surnameShape(key string) float64 {
	if r.english() && surnameGender(key) == 0 && lexicon.Surname(key) == 0 {
		if foreignSurname(key) {
			return -2
		}
		return 0
	}
	return surnameShape(key)
}

// surnameShape is the same where Polish endings count.
func surnameShape(key string) float64 {
	switch {
	case surnameGender(key) != 0:
		return -4
	case lexicon.Surname(key) != 0:
		return -3
	case lexicon.Surname(masculine(key)) != 0:
		return -3
	case pluralKey(key):
		return -4
	case strings.IndexByte(key, '-') > 0:
		at := strings.LastIndexByte(key, '-')
		return max(-3, min(surnameShape(key[:at]), surnameShape(key[at+1:]))-1)
	case polishSurname(key), foreignSurname(key):
		return -2
	}
	return 0
}

// bothGiven decides "Kelly Anna" by the word that is no surname, otherwise by
// gender: a woman's name is hardly a surname. What is left is unsure.
func bothGiven(first, last token) (reversed, unsure bool) {
	if last.given == 'e' {
		return false, true // Jordan Avery
	}
	x, y := lexicon.MostlySurname(first.key), lexicon.MostlySurname(last.key)
	a, b := lexicon.AlsoSurname(first.key), lexicon.AlsoSurname(last.key)
	switch {
	case x && !b:
		return true, first.given == last.given
	case x && !y && first.given != 'e' && first.given != last.given:
		return true, true
	case first.given == 'm' && last.given == 'f' && !b:
		return true, !a
	case a && !b:
		return false, true
	}
	return false, !b
}

// splitForward reads given names first: the first word, further given names
// and initials while a word is left, then the surname.
func (r *reader) splitForward(ts []token) split {
	s := split{given: ts[0].text, first: ts[0]}
	at := 1
	for at < len(ts)-1 && (!ts[at].particle() || at+2 == len(ts) && vietnameseFamily(ts[at+1].key)) {
		if !ts[at].initial() && !ts[at].particle() && !r.middleName(ts, at) {
			break
		}
		at++
	}
	for at < len(ts)-1 && at > 1 && len(ts)-at == 2 && ts[at-1].text == "y" {
		at--
	}
	if at > 1 {
		s.middle = join(ts[1:at])
	}
	if s.first.initial() && at > 1 && !ts[1].initial() {
		s.first = ts[1] // J. Edgar Whitfield: Edgar tells the gender
	}
	s.family, s.last = join(ts[at:]), ts[len(ts)-1]
	return s
}

// middleName reports whether a word between the first and the last is a second
// given name. Polish and Spanish people write double surnames in two words as
// well, so there only known given names are; in English any single word
// between is.
func (r *reader) middleName(ts []token, at int) bool {
	t := ts[at]
	if patronymic(t.key) && !ts[0].initial() {
		return true
	}
	spanish := lexicon.SpanishSurname(t.key) && lexicon.SpanishSurname(ts[at+1].key) && at+2 == len(ts)
	if spanish && ts[0].known() && (len(ts) == 3 || ts[at-1].known()) {
		return false
	}
	if t.known() {
		if lexicon.MostlySurname(t.key) && lexicon.Surname(t.key) == 'p' {
			return false
		}
		return true
	}
	if at != 1 || len(ts) != 3 || r.polish(ts) {
		return false
	}
	return true
}

// polish tells whether a name is read by Polish custom: the words say it,
// otherwise the country does.
func (r *reader) polish(ts []token) bool {
	score := 0
	for i, t := range ts {
		switch {
		case i > 0 && (surnameGender(t.key) != 0 || lexicon.Surname(t.key) == 'p' || polishEnding(t.key)):
			score += 2
		case t.known() && lexicon.PolishGiven(t.key) == 0 && polishBase(t.key) == "":
			score--
		case i > 0 && lexicon.Surname(t.key) == 'e':
			score -= 2
		}
		if polishLetters(t.text) {
			score += 2
		}
	}
	if score == 0 {
		return r.country == "PL"
	}
	return score > 0
}

// polishLetters reports ą ć ę ł ń ś ź ż and ł; ó is used elsewhere as well.
func polishLetters(text string) bool {
	return strings.ContainsAny(text, "ąćęłńśźżĄĆĘŁŃŚŹŻ")
}

// splitReversed reads the surname first: words up to the first known given
// name, at least one.
func splitReversed(ts []token) split {
	at := 1
	for at < len(ts)-1 {
		if ts[at].known() && !ts[at-1].particle() || ts[at].initial() {
			break
		}
		if len(ts) == 3 && vietnamese(ts) {
			return split{family: ts[0].text, last: ts[0], given: ts[2].text, first: ts[2], middle: ts[1].text}
		}
		if patronymic(ts[len(ts)-1].key) && at == len(ts)-2 {
			break
		}
		at++
	}
	s := split{family: join(ts[:at]), last: ts[at-1], given: ts[at].text, first: ts[at]}
	if at+1 < len(ts) {
		s.middle = join(ts[at+1:])
	}
	return s
}

// splitComma reads "Smith, John A." and "Smith Jr, John".
func splitComma(before, after []token) split {
	s := split{family: join(before), last: before[len(before)-1], given: after[0].text, first: after[0], reversed: true, rule: RuleComma}
	if len(after) > 1 {
		s.middle = join(after[1:])
	}
	if s.first.initial() && len(after) > 1 && !after[1].initial() {
		s.first = after[1]
	}
	return s
}

// vietnamese reports "Nguyen Thi Lan" and "Nguyen Lan": the family name first.
func vietnamese(ts []token) bool {
	if !vietnameseFamily(ts[0].key) {
		return false
	}
	if len(ts) == 2 {
		return !ts[1].initial() && lexicon.Surname(ts[1].key) == 0
	}
	if len(ts) != 3 {
		return false
	}
	switch ts[1].key {
	case "thi", "van", "thanh", "duc", "ngoc", "minh", "quoc", "huu", "xuan", "kim", "hong", "thu", "dinh", "anh", "quang", "bao", "gia", "tuan", "phuong", "mai":
		return true
	}
	return false
}

func vietnameseFamily(key string) bool {
	switch key {
	case "nguyen", "tran", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "ngo", "duong", "trinh", "dinh":
		return true
	}
	return false
}

// patronymic reports the East Slavic father's names.
func patronymic(key string) bool {
	for _, end := range [...]string{"ovych", "yovych", "evych", "ovich", "evich", "ivna", "ovna", "evna", "iivna"} {
		if len(key) > len(end)+2 && strings.HasSuffix(key, end) {
			return true
		}
	}
	return false
}

// commaParts cuts at the commas and drops empty parts.
func commaParts(text string) []string {
	var parts []string
	for _, p := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' }) {
		if p = strings.TrimSpace(p); p != "" {
			parts = append(parts, p)
		}
	}
	return parts
}
