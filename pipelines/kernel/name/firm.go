package name

import (
	"strings"

	"kartoteka/pipelines/kernel/name/lexicon"
)

// firm reports whether a text names a firm or an institution, and by what.
func (r *reader) firm(text string, ts []token) (bool, string) {
	if len(ts) == 0 {
		return false, ""
	}
	if ts[0].known() {
		ts = withoutProfession(ts)
	}
	strong, weak, known := 0, 0, 0
	for i, t := range ts {
		if t.own.person {
			continue
		}
		if t.key == "sa" && i > 0 && i == len(ts)-1 && known == 0 && surnameShape(ts[0].key) == 0 {
			return true, RuleLegalForm
		}
		if legalForm(t) && !(i == 0 && len(ts) == 2 && ts[1].known()) {
			return true, RuleLegalForm
		}
		switch r.firmWord(t) {
		case 's':
			if r.bornBy(ts, i) {
				continue
			}
			strong++
		case 'w':
			if !r.bornBy(ts, i) {
				weak++
			}
		}
		if t.known() {
			known++
		}
	}
	switch {
	case formOfWords(ts):
		return true, RuleLegalForm
	case strong > 0, weak > 1:
		return true, RuleFirmWord
	case weak == 1 && len(ts) > 1 && !lastTitled(ts) && (known == 0 || !ts[0].known() || r.firmWord(ts[len(ts)-1]) == 'w'):
		return true, RuleFirmWord
	case len(ts) > 1 && known == 0 && r.commonWords(ts, weak):
		return true, RuleFirmWord
	case weak == 1 && len(ts) == 1 && lexicon.Surname(ts[0].key) == 0:
		return true, RuleFirmWord
	}
	if r.firmShape(text, ts, known) {
		return true, RuleFirmShape
	}
	if r.likelyFirm(ts, known) {
		return true, RuleModel
	}
	return false, ""
}

func listedSurname(ts []token) bool {
	for _, t := range ts {
		if lexicon.Surname(t.key) != 0 || t.particle() {
			return true
		}
	}
	return false
}

// likelyFirm asks the letters and words where nothing marks a person: no title,
// no initial, no clear given name, no Polish surname.
func (r *reader) likelyFirm(ts []token, known int) bool {
	for _, t := range ts {
		if t.initial() || t.clear() || polishLetters(t.text) || surnameShape(t.key) < -1 {
			return false
		}
	}
	if titleBefore(ts) != "" {
		return false
	}
	if t := ts[0]; len(ts) == 1 && r.english() && acronym(t) && len(t.key) > 2 && strings.IndexAny(t.key, "aeiouy") < 0 {
		return true
	}
	limit := 0.2
	if len(ts) > 2 && !listedSurname(ts) { // people have a known given name, or a surname
		limit = -0.4
	}
	if r.country == "PL" {
		limit = 2
	}
	return firmLikeness(ts) > limit+float64(known)
}

// commonWords reports names of ordinary words, of which none is a name: Cherry
// Bowl, Better Living.
func (r *reader) commonWords(ts []token, weak int) bool {
	if r.country == "PL" || lastTitled(ts) || ts[0].initial() {
		return false
	}
	n := weak
	for _, t := range ts {
		switch {
		case lexicon.Surname(t.key) != 0 || t.initial() || t.particle() && t.key != "san" && t.key != "santa" && t.key != "st" || surnameGender(t.key) != 0:
			return false
		case lexicon.Common(t.key):
			n++
		}
	}
	return n > 1 || n == 1 && len(ts) > 1 && lexicon.Common(ts[0].key) && !likelyGiven(ts[0].key) && firmLikeness(ts) > -0.5
}

// withoutProfession takes "attorney at law" off a person's name.
func withoutProfession(ts []token) []token {
	if n := len(ts); n > 4 && ts[n-1].key == "law" && ts[n-2].key == "at" {
		return ts[:n-3]
	}
	return ts
}

func lastTitled(ts []token) bool {
	titles, _ := cutTitles(ts, false)
	return titles.text != ""
}

// firmWord asks the user's words first, then the list.
func (r *reader) firmWord(t token) byte {
	switch {
	case t.own.company:
		return 's'
	case t.own.person || t.own.given || t.own.title:
		return 0
	}
	return lexicon.FirmWord(t.key)
}

// bornBy allows "Charlotte Church", "Mr. Banks", "Rosa L. Parks" and "PARKS
// ROSA": a word of firms that is a surname, beside a given name or a title.
func (r *reader) bornBy(ts []token, at int) bool {
	weak := lexicon.FirmWord(ts[at].key) == 'w'
	if !weak && (lexicon.Surname(ts[at].key) == 0 || r.firmWord(ts[at]) == 's' && ts[at].own.company) {
		return false
	}
	titles, rest := cutTitles(ts, false)
	skip := len(ts) - len(rest)
	if titles.text != "" && at >= skip && len(rest) <= 3 {
		return true
	}
	_, cut := cutSuffixes(ts)
	n := len(cut)
	switch {
	case at == n-1 && n <= 3 && n > 1:
		return ts[0].known() && (n == 2 || ts[1].known() || ts[1].initial()) || ts[0].initial() && lexicon.Surname(ts[at].key) != 0 || n == 2 && lexicon.Surname(ts[at].key) != 0 && lexicon.Surname(ts[0].key) == 0 && r.firmWord(ts[0]) == 0 && (likelyGiven(ts[0].key) || strings.IndexByte(ts[0].key, '-') > 0)
	case at == 0 && n >= 2 && n <= 3 && lexicon.Surname(ts[0].key) != 0:
		return ts[1].clear() && (n == 2 || ts[2].known() || ts[2].initial())
	}
	return false
}

// firmShape reports what only firms write: "&" between names, possessives,
// ordinals, prepositions, domains, and Polish brand names.
func (r *reader) firmShape(text string, ts []token, known int) bool {
	n := len(ts)
	if n > 2 && allInitials(ts) { // E. S. I.
		return true
	}
	for i, t := range ts {
		switch {
		case t.text == "&" && n > 2 && !r.knownCouple(ts):
			return true
		case strings.HasSuffix(t.key, "'s") && i < n-1 && len(t.key) > 3 && ts[0].key != "dr" && ts[0].key != "dr.'s":
			return true
		case n > 1 && startsDigit(t.key) && letters(t.key) > 0 && !isSuffix(t, 3) && given(strings.TrimLeft(t.key, "0123456789")) == 0 && titleBefore(ts) == "":
			return true
		case n == 1 && startsDigit(t.key) && letters(t.key) > 2:
			return true
		case domain(t.key):
			return true
		case i > 0 && i < n-1 && n > 2 && preposition(t) && titleBefore(ts) == "" && (len(t.key) > 2 || known == 0 || !ts[0].known()):
			return true
		case n == 1 && strings.IndexByte(t.key, '&') > 0:
			return true
		case i == 0 && n == 2 && t.key == "the" && plainPeople(ts[1].key):
		case i == 0 && n > 1 && t.key == "the" && ts[n-1].key != "family" && (n < 3 || !honoured(ts[1])):
			return true
		case i == 0 && n > 2 && t.text == "U" && known == 0:
			return true
		case i == 1 && n == 2 && onlyMarks(ts[1:]) && startsDigit(t.key) && len(t.key) < 4 && known == 0 && surnameShape(ts[0].key) == 0 && r.country != "PL":
			return true // Century 21
		case n == 3 && strings.IndexByte(t.key, '-') > 0 && brand(t) && known == 1 && i != 1:
			return true // PTAK-BUD Jan Ptak
		case brand(t) && (n == 1 || known == 0 || n == 2 && strings.IndexByte(t.key, '-') > 0 && lexicon.Surname(ts[(i+1)%2].key) == 0 && !ts[(i+1)%2].clear()):
			return true
		}
	}
	return n > 2 && ts[n-1].key == "co" || strings.Contains(text, "#1 ")
}

// plainPeople reports the English plural of a surname: the Carters.
func plainPeople(key string) bool {
	return len(key) > 4 && key[len(key)-1] == 's' && lexicon.Surname(key[:len(key)-1]) != 0
}

// honoured reports the titles that "The" may stand before.
func honoured(t token) bool {
	switch t.key {
	case "rev", "revd", "reverend", "hon", "honorable", "honourable", "right", "very", "most", "ven", "venerable":
		return true
	}
	return false
}

func allInitials(ts []token) bool {
	for _, t := range ts {
		if len(t.key) != 1 || !isLetter(t.key[0]) {
			return false
		}
	}
	return true
}

func titleBefore(ts []token) string {
	titles, _ := cutTitles(ts, false)
	return titles.text
}

func startsDigit(key string) bool { return key != "" && key[0] >= '0' && key[0] <= '9' }

func letters(key string) int {
	n := 0
	for i := 0; i < len(key); i++ {
		if isLetter(key[i]) {
			n++
		}
	}
	return n
}

// preposition reports small words between the words of a firm's name.
func preposition(t token) bool {
	switch t.key {
	case "of", "for", "the", "at", "on", "by", "in", "to", "with", "from", "'n'", "n'", "dla", "pod", "przy", "nad", "fur", "im.":
		return true
	case "w", "we", "na", "u", "ds", "d.s":
		return t.text == t.key
	}
	return false
}

func domain(key string) bool {
	if strings.IndexByte(key, '@') >= 0 || strings.IndexByte(key, '.') < 0 {
		return false
	}
	for _, end := range [...]string{".pl", ".com", ".eu", ".net", ".org", ".com.pl", ".co.uk", ".de"} {
		if len(key) > len(end)+2 && strings.HasSuffix(key, end) {
			return true
		}
	}
	return false
}

// brand reports the usual make of Polish firms' names: Wit-Pol, AGRO-BUD,
// Drewbud, Elektromix.
func brand(t token) bool {
	if t.given != 0 || lexicon.Surname(t.key) != 0 {
		return false
	}
	if at := strings.LastIndexByte(t.key, '-'); at > 0 {
		if surnameGender(t.key[:at]) != 0 || surnameGender(t.key[at+1:]) != 0 {
			return false // Wolańska-Pol
		}
		return brandPart(t.key[at+1:]) || brandPart(t.key[:at])
	}
	if len(t.key) < 6 {
		return false
	}
	for _, end := range [...]string{"bud", "pol", "trans", "plast", "stal", "impex", "mix", "eks", "tech", "soft", "market", "serwis", "drew", "inwest"} {
		if strings.HasSuffix(t.key, end) {
			return true
		}
	}
	for _, start := range [...]string{"agro", "auto", "elektro", "inter", "euro", "eko", "metal", "termo", "hydro", "moto", "tele", "budo", "instal"} {
		if strings.HasPrefix(t.key, start) && len(t.key) > len(start)+2 {
			return true
		}
	}
	for _, end := range [...]string{"bank", "group", "works", "werks", "corp", "source", "systems", "labs", "media", "tronics", "mart", "pharma", "logic", "logix", "ware", "inc", "church", "solutions", "city", "services"} {
		if strings.HasSuffix(t.key, end) && len(t.key) > len(end)+2 {
			return true
		}
	}
	return strings.HasSuffix(t.key, "ex") && len(t.key) > 4 || humped(t.text)
}

// humped reports a capital inside a word, as brands have (PreZenDental) and few
// names (McAdams, DeLuca, LaSalle).
func humped(text string) bool {
	for i := 2; i+1 < len(text); i++ {
		if c, before := text[i], text[i-1]; c >= 'A' && c <= 'Z' && before >= 'a' && before <= 'z' {
			switch strings.ToLower(text[:i]) {
			case "mc", "mac", "de", "di", "la", "le", "du", "van", "von", "fitz", "del", "lo", "st", "san", "ben", "da", "al", "el", "vander", "vanden", "della", "des", "ter":
				return false
			}
			return i > 2 && given(strings.ToLower(text[:i])) == 0
		}
	}
	return false
}

func brandPart(part string) bool {
	switch part {
	case "pol", "bud", "trans", "tech", "med", "mix", "max", "lux", "plast", "met", "mar", "ex", "net", "stal", "drew", "gaz", "car", "cars", "auto", "dom", "art", "tex", "moto", "eko", "rem", "inst", "instal", "elektr", "elektro", "agro", "foto", "bis", "serwis", "system", "euro", "inter", "mot", "tur", "hurt", "fol", "druk", "kop", "dach", "bruk", "wod", "lex", "dent", "vet", "wet", "farm", "spec", "pack", "pak", "trade", "service", "land", "port", "line", "invest", "inwest", "stone", "granit", "las", "wood", "metal", "chem", "kam", "zoo", "team", "studio", "roll", "rol", "therm", "term", "tel", "kom", "com", "soft", "print", "press", "poz", "sped":
		return true
	}
	return false
}

// formOfWords reports legal forms and phrases of several words.
func formOfWords(ts []token) bool {
	for i, t := range ts {
		at := func(j int) string {
			if i+j < len(ts) {
				return ts[i+j].key
			}
			return ""
		}
		switch t.key {
		case "sp", "sp.z", "spolka":
			switch at(1) {
			case "z", "z.o.o", "zoo", "o.o", "oo", "j", "k", "p", "akcyjna", "jawna", "cywilna", "komandytowa", "partnerska":
				return true
			}
		case "i":
			switch at(1) {
			case "wspolnicy", "wspolnik", "syn", "synowie", "s-ka", "ska", "corka", "corki", "spolka", "partnerzy":
				return i > 0
			}
		case "&", "and", "und":
			switch at(1) {
			case "sons", "son", "co", "associates", "daughters", "partners", "sohne", "company", "assoc", "sohn":
				return i > 0
			}
		case "law", "estate", "city", "town", "county", "office", "offices", "friends", "house", "state", "village", "university", "bank", "heirs", "citizens", "committee", "church", "knights", "order", "sons", "daughters", "college", "department", "board", "league":
			switch at(1) {
			case "of", "for", "to", "office", "offices", "firm":
				return true
			}
		case "dom":
			switch at(1) {
			case "zakonny", "parafialny", "rekolekcyjny", "kultury", "dziecka", "pomocy", "weselny", "opieki", "wypoczynkowy", "handlowy", "seniora", "towarowy":
				return true
			}
		case "family":
			switch at(1) {
			case "trust", "foundation", "practice", "dentistry", "lp", "partnership", "medicine":
				return true
			}
		case "rada":
			switch at(1) {
			case "gminy", "miasta", "rodzicow", "solecka", "powiatu", "osiedla":
				return true
			}
		case "solectwo", "kolo", "ochotnicza", "ludowy", "miejsko-gminny", "gminne":
			if i == 0 && len(ts) > 1 {
				return true
			}
		}
	}
	return false
}

// knownCouple reports "Jan & Maria Kowalski": a given name, an initial or a
// title on both sides.
func (r *reader) knownCouple(ts []token) bool {
	for i, t := range ts {
		if t.text != "&" || i == 0 || i+1 >= len(ts) {
			continue
		}
		before, after := ts[:i], ts[i+1:]
		if titleBefore(after) != "" || titleOnly(before) {
			return true
		}
		if len(before) > 4 || len(after) > 4 {
			return false
		}
		named := func(side []token) bool {
			_, rest := cutTitles(side, false)
			return rest[0].known() || rest[0].initial() || nearGiven(rest[0].key)
		}
		if strings.HasSuffix(before[0].text, ",") { // Smith, John & Mary
			return len(before) > 1 && named(before[1:]) && named(after)
		}
		if named(before) && named(after) {
			return true
		}
		if len(before) == 2 && before[1].known() && !before[0].known() && r.firmWord(before[0]) == 0 && after[0].known() && len(after) <= 2 { // SMITH JOHN & MARY
			return true
		}
		return len(before) == 1 && before[0].known() && len(after) == 2 && likelyGiven(after[0].key) || len(before) == 1 && likelyGiven(before[0].key) && after[0].clear() && len(after) > 1
	}
	return false
}

func titleOnly(ts []token) bool {
	titles, rest := cutTitles(ts, true)
	return len(rest) == 0 && titles.text != ""
}

// legalForm reports the legal forms of firms that are one word.
func legalForm(t token) bool {
	key := t.key
	if len(key) > 14 {
		return false
	}
	if strings.IndexByte(key, '.') >= 0 || strings.IndexByte(key, '/') >= 0 {
		key = strings.NewReplacer(".", "", "/", "").Replace(key)
	}
	upper := t.text == strings.ToUpper(t.text)
	switch key {
	case "spzoo", "sa", "sc", "spj", "spk", "ska", "psa", "spp":
		return strings.Contains(t.text, ".") || upper && len(t.text) > 2 && key != "ska" || t.text == "SA" || t.text == "SC"
	case "llc", "inc", "incorporated", "ltd", "limited", "corp", "corporation", "llp", "pllc", "plc", "gmbh", "ohg", "kgaa", "sro", "srl", "doo",
		"oyj", "sarl", "sas", "pty", "dba", "gbr", "mbh", "lllp", "sprl", "zoo", "eurl", "ltda", "pvt", "sarlu", "spzook", "gmbhco", "eg", "egmbh", "cic", "lc", "pbc", "unincorporated", "oocl", "ooo", "tov", "zao", "kft":
		return key != "zoo" && key != "eg" && key != "lc" || strings.Contains(t.text, ".") || upper
	case "co":
		return strings.HasSuffix(t.text, ".")
	case "ev", "ek", "spa":
		return strings.Contains(t.text, ".") && !strings.HasPrefix(t.text, "E. ")
	case "ag", "kg", "lp", "oy", "ug", "bv", "nv", "ab", "as", "aps", "pc", "na", "nf", "pa":
		return upper && len(key) == len(t.text) && len(t.text) > 1 && key != "pa" && key != "as" && key != "ab" && key != "pc" && key != "na" ||
			strings.Count(t.text, ".") >= 2 && (key == "bv" || key == "nv" || key == "pc" || key == "lp")
	}
	return false
}
