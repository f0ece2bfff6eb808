package name

import (
	"strings"

	"kartoteka/pipelines/kernel/name/lexicon"
)

// couple reads two people in one text: "Jan i Maria Kowalscy", "Kowalscy Jan i
// Maria", "Ewa Bąk i Marcin Ptak", "Kowalska Irena, Kowalski Roman", "Państwo
// Kowalscy", "Mr and Mrs John Smith", "Smith, John & Mary". ts are the words of
// text.
func (r *reader) couple(text string, ts []token) (Name, bool) {
	if len(ts) < 1 {
		return Name{}, false
	}
	if n, ok := r.family(ts); ok {
		return n, true
	}
	if at := connector(ts); at > 0 {
		left, right := ts[:at], ts[at+1:]
		if comma := strings.IndexByte(text, ','); comma > 0 {
			if n, ok := r.sharedFirst(text, comma); ok {
				return n, true
			}
		}
		n, ok := r.pair(left, right)
		if ok && titleOnly(left) { // as written: Mr. & Mrs.
			n.Prefix = strings.Replace(n.Prefix, " and ", " "+ts[at].text+" ", 1)
		}
		return n, ok
	}
	if n, ok := r.unjoined(ts); ok {
		return n, true
	}
	if !strings.ContainsAny(text, ",;") {
		return Name{}, false
	}
	parts := commaParts(text)
	if len(parts) != 2 {
		return Name{}, false
	}
	left, right := r.p.tokens(parts[0]), r.p.tokens(parts[1])
	if len(left) == 1 && left[0].known() && len(right) > 1 && right[0].known() && pluralKey(right[len(right)-1].key) { // Jan, Maria Kowalscy
		return r.pair(left, right)
	}
	if len(left) < 2 || len(right) < 2 || !anyGiven(left) || !anyGiven(right) || right[len(right)-1].initial() {
		return Name{}, false
	}
	if _, rest := cutTitles(right, true); len(rest) < 2 {
		return Name{}, false
	}
	if _, rest := cutSuffixes(right); len(rest) < 2 {
		return Name{}, false
	}
	a, b := r.splitPerson(left), r.splitPerson(right)
	if a.family == "" || b.family == "" || a.given == "" || b.given == "" || allGiven(right) && r.givenness(left[0]) < 0 {
		return Name{}, false // LAW JAMES, XIAOQING; Kyler Chambers, Verna May
	}
	if lexicon.MostlySurname(left[0].key) && !surnamed(right) {
		return Name{}, false
	}
	return r.pair(left, right)
}

// surnamed reports a word that only a surname can be.
func surnamed(ts []token) bool {
	for _, t := range ts {
		if !t.known() && !t.initial() && surnameShape(t.key) < -1 {
			return true
		}
	}
	return false
}

func allGiven(ts []token) bool {
	for _, t := range ts {
		if !t.known() && !t.initial() {
			return false
		}
	}
	return true
}

// connector finds the word that joins two people; 0 when there is none.
func connector(ts []token) int {
	for i, t := range ts {
		if i == 0 || i == len(ts)-1 {
			continue
		}
		switch t.text {
		case "i", "I":
			if t.text == "i" || !hasSmall(ts) {
				return i
			}
		case "&", "+", "/", "|":
			return i
		case "y", "et", "e":
			if ts[i-1].known() && ts[i+1].known() {
				return i
			}
		default:
			switch t.key {
			case "oraz", "and", "&":
				return i
			case "und":
				if !ts[i-1].particle() {
					return i
				}
			}
		}
	}
	return 0
}

func hasSmall(ts []token) bool {
	for _, t := range ts {
		if len(t.text) > 1 && t.text != strings.ToUpper(t.text) {
			return true
		}
	}
	return false
}

func anyGiven(ts []token) bool {
	for _, t := range ts {
		if t.known() {
			return true
		}
	}
	return false
}

// family reads "Państwo Kowalscy", "Państwo Bąk", "Bąkowie", "The Smiths",
// "The Smith Family" and "Rodzina Kowalskich": two people without given names.
func (r *reader) family(ts []token) (Name, bool) {
	titles, rest := cutTitles(ts, false)
	n := Name{Kind: Couple, Prefix: titles.text, Gender: "m", Gender2: "f", Rule: RulePlural}
	if len(rest) == 1 {
		if him, her, ok := singular(rest[0].text); ok {
			n.Family, n.Family2, n.Shared = him, her, rest[0].text
			n.code(CodePlural)
			return n, true
		}
		if titles.couple && !rest[0].known() {
			n.Family, n.Family2, n.Shared = rest[0].text, rest[0].text, rest[0].text
			r.shareSurname(&n)
			return n, true
		}
		return Name{}, false
	}
	switch {
	case len(ts) == 2 && ts[0].key == "the" && len(ts[1].key) > 4 && ts[1].key[len(ts[1].key)-1] == 's' && lexicon.Surname(ts[1].key[:len(ts[1].key)-1]) != 0:
		word := strings.TrimSuffix(ts[1].text[:len(ts[1].text)-1], "'")
		n = Name{Kind: Couple, Family: word, Family2: word, Shared: word, Rule: RulePlural}
	case len(ts) == 3 && ts[0].key == "the" && ts[2].key == "family", len(ts) == 2 && ts[1].key == "family" && lexicon.Surname(ts[0].key) != 0:
		word := ts[len(ts)-2].text
		n = Name{Kind: Couple, Family: word, Family2: word, Shared: word, Rule: RulePlural}
	case len(ts) == 2 && (ts[0].key == "rodzina" || ts[0].key == "rodzenstwo" || ts[0].key == "malzenstwo" || ts[0].key == "malzonkowie"):
		word := ts[1].text
		if strings.HasSuffix(ts[1].key, "skich") || strings.HasSuffix(ts[1].key, "ckich") || strings.HasSuffix(ts[1].key, "dzkich") {
			word = word[:len(word)-2]
		} else if him, _, ok := singular(word); ok {
			word = him
		}
		n = Name{Kind: Couple, Family: word, Family2: word, Shared: ts[1].text, Gender: "m", Gender2: "f", Rule: RulePlural}
		r.shareSurname(&n)
	default:
		return Name{}, false
	}
	n.code(CodePlural)
	return n, true
}

// unjoined reads "Jan Maria Kowalscy" and "Kowalscy Jan Maria": a plural
// surname and two given names with nothing between them.
func (r *reader) unjoined(ts []token) (Name, bool) {
	titles, rest := cutTitles(ts, false)
	if len(rest) != 3 {
		return Name{}, false
	}
	if pluralKey(rest[0].key) && !rest[0].known() {
		rest = []token{rest[1], rest[2], rest[0]}
	}
	if pluralKey(rest[2].key) && rest[0].initial() && rest[1].initial() {
		n, ok := r.pair(rest[:1], rest[1:])
		n.Prefix = titles.text
		return n, ok
	}
	if !pluralKey(rest[2].key) || !rest[0].known() || !rest[1].known() || rest[0].given == rest[1].given {
		return Name{}, false
	}
	n, ok := r.pair(rest[:1], rest[1:])
	n.Prefix = titles.text
	return n, ok
}

// sharedFirst reads "Smith, John & Mary" and "Kowalscy, Jan i Maria".
func (r *reader) sharedFirst(text string, comma int) (Name, bool) {
	before, after := r.p.tokens(text[:comma]), r.p.tokens(text[comma+1:])
	at := connector(after)
	if at == 0 || len(before) == 0 || len(before) > 3 || connector(before) > 0 || before[0].clear() {
		return Name{}, false
	}
	left, right := after[:at], after[at+1:]
	if !left[0].known() && !left[0].initial() || len(right) == 0 || !right[0].known() && !right[0].initial() || len(right) > 2 {
		return Name{}, false
	}
	if len(right) == 2 && !right[1].initial() && !right[1].clear() {
		return Name{}, false
	}
	_, before = cutSuffixes(before)
	return r.pair(append(append([]token(nil), left...), before...), right)
}

// pair reads the two sides of a connector; the surname may stand on either
// side or on both.
func (r *reader) pair(left, right []token) (Name, bool) {
	titles1, left := cutTitles(left, true)
	titles2, right := cutTitles(right, true)
	if len(right) == 0 {
		return Name{}, false
	}
	var suffix string
	suffix, right = cutSuffixes(right)
	if len(left) == 0 { // Mr and Mrs John Smith
		if titles1.text == "" || titles2.text == "" && !right[0].known() {
			return Name{}, false
		}
		if at := connector(right); at > 0 { // Mr. and Mrs. John and Jane Smith
			n, ok := r.pair(right[:at], right[at+1:])
			n.Prefix, n.Suffix = strings.TrimSpace(titles1.text+" and "+titles2.text), suffix
			n.Gender, n.Gender2 = bothGenders(titles1.gender, titles2.gender)
			return n, ok
		}
		s := r.splitPerson(right)
		if len(right) == 1 {
			s = split{family: right[0].text, last: right[0]}
		}
		n := Name{Kind: Couple, Prefix: strings.TrimSpace(titles1.text + " and " + titles2.text), Given: s.given, Middle: s.middle, Family: s.family, Family2: s.family,
			Shared: s.family, Suffix: suffix, Rule: RuleCouple}
		n.Gender, n.Gender2 = bothGenders(titles1.gender, titles2.gender)
		if titles2.text == "" {
			n.Prefix = titles1.text
		}
		return n, s.family != ""
	}
	a, b := r.splitPerson(left), r.splitPerson(right)
	bare := titles1.text != "" && titles2.text != "" && len(left) == 1 && len(right) == 1
	if bare || len(left) == 1 && len(right) == 1 && !left[0].known() && !right[0].known() && surnameShape(left[0].key) < -1 && surnameShape(right[0].key) < -1 {
		a, b = split{family: left[0].text, last: left[0]}, split{family: right[0].text, last: right[0]} // Dr. Bell & Dr. Ames
	} else if !personal(left) && titles1.text == "" || !personal(right) && titles2.text == "" && !(len(right) == 2 && left[0].known()) {
		return Name{}, false
	}
	if len(left) == 1 && a.given == "" && len(right) > 1 {
		a = split{given: left[0].text, first: left[0]}
	}
	if len(right) == 1 && b.given == "" && len(left) > 1 && !bare {
		b = split{given: right[0].text, first: right[0]}
	}
	if len(right) == 1 && len(left) > 1 && titles2.text != "" && right[0].key == left[len(left)-1].key { // John Smith and Mrs. Smith
		b = split{family: right[0].text, last: right[0]}
	}
	if b.family == "" && a.family == "" {
		return Name{}, false
	}
	if len(left) > 1 && a.family != "" && b.family != "" && len(right) > 1 && !a.reversed && lexicon.Surname(left[len(left)-1].key) == 0 && left[len(left)-1].clear() {
		a.middle, a.family = strings.TrimSpace(a.middle+" "+a.family), "" // Jan Piotr i Anna Maria Nowak
	}
	if left[len(left)-1].initial() && len(left) > 1 && b.family != "" && len(right) > 1 { // Ronald T. & Karen P. Lindsay
		a = split{given: left[0].text, middle: join(left[1:]), first: left[0]}
	}
	if right[len(right)-1].initial() && len(right) > 1 && a.family != "" {
		b = split{given: right[0].text, middle: join(right[1:]), first: right[0]}
	}
	n := Name{Kind: Couple, Given: a.given, Middle: a.middle, Family: a.family, Given2: b.given, Middle2: b.middle, Family2: b.family, Suffix: suffix, Rule: RuleCouple}
	switch {
	case titles2.text == "":
		n.Prefix = titles1.text
	case titles1.text == "":
		n.Prefix = titles2.text
	default:
		n.Prefix = titles1.text + "; " + titles2.text
	}
	n.Gender, _ = r.gender("", titles1.gender, a.first, a.last)
	n.Gender2, _ = r.gender("", titles2.gender, b.first, b.last)
	r.shareSurname(&n)
	return n, n.Family != ""
}

// bothGenders fills the gender that one of two titles does not tell (Dr. and
// Mrs.).
func bothGenders(a, b string) (string, string) {
	switch {
	case a == "" && b == "f":
		return "m", b
	case a == "" && b == "m":
		return "f", b
	case b == "" && a == "m":
		return a, "f"
	case b == "" && a == "f":
		return a, "m"
	}
	return a, b
}

// personal reports a side of a connector that begins or ends with a given name
// or an initial.
func personal(ts []token) bool {
	return anyGiven(ts) || ts[0].initial() || ts[len(ts)-1].initial() && len(ts) == 2 || nearGiven(ts[0].key)
}

// shareSurname gives the surname of one side to both, in the form of each
// one's gender, and keeps it as written.
func (r *reader) shareSurname(n *Name) {
	shared := n.Family
	switch {
	case n.Shared != "":
	case n.Family != "" && n.Family2 != "":
		if strings.EqualFold(n.Family, n.Family2) {
			n.Shared = n.Family
		}
		return
	case n.Family == "":
		shared = n.Family2
	}
	n.Family, n.Family2, n.Shared = shared, shared, shared
	if him, her, ok := singular(shared); ok {
		n.code(CodePlural)
		n.Family, n.Family2 = formFor(n.Gender, him, her), formFor(n.Gender2, him, her)
		return
	}
	switch surnameGender(lastWord(keyOf(shared))) {
	case 'm':
		if n.Gender == "f" {
			n.Family = shared[:len(shared)-1] + like(shared, "a")
		}
		if n.Gender2 == "f" {
			n.Family2 = shared[:len(shared)-1] + like(shared, "a")
		}
	case 'f':
		if n.Gender == "m" {
			n.Family = shared[:len(shared)-1] + like(shared, "i")
		}
		if n.Gender2 == "m" {
			n.Family2 = shared[:len(shared)-1] + like(shared, "i")
		}
	}
}

func formFor(gender, him, her string) string {
	if gender == "f" {
		return her
	}
	return him
}

// like gives end in the case of text.
func like(text, end string) string {
	if text == strings.ToUpper(text) {
		return strings.ToUpper(end)
	}
	return end
}
