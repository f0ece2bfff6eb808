package name

import (
	"strings"

	"kartoteka/pipelines/kernel/name/lexicon"
)

// parseFirm keeps the whole text as the company. A person beside a firm, with a
// comma, a dash or brackets between them, is a person with that employer; the
// owner in a sole trader's name is kept as well.
func (r *reader) parseFirm(n *Name, text string, ts []token, rule string) {
	if r.employed(n, text) {
		return
	}
	n.Kind, n.Company, n.Rule = Company, text, rule
	if owner := r.ownerOf(ts); owner != nil {
		s := r.splitPerson(owner)
		n.Given, n.Middle, n.Family = s.given, s.middle, s.family
		n.Gender, _ = r.gender("", "", s.first, s.last)
	}
}

// employed reads "Jan Gołąb, Wit-Pol sp. z o.o." and "Wit-Pol (Jan Gołąb)".
func (r *reader) employed(n *Name, text string) bool {
	parts := firmParts(text)
	if len(parts) < 2 || len(parts) > 3 {
		return false
	}
	person, company := "", ""
	for _, part := range parts {
		part, _ := strings.CutPrefix(part, "c/o ")
		ts := r.p.tokens(part)
		isFirm, _ := r.firm(part, ts)
		switch {
		case isFirm && company == "":
			if civilPartners(ts) {
				return false
			}
			company = part
		case isFirm:
			return false
		case person == "" && r.personLike(part, ts):
			person = part
		case len(parts) == 3 && len(ts) <= 2: // a role
		default:
			return false
		}
	}
	if person == "" || company == "" {
		return false
	}
	n.Company = company
	left, dropped := remarks(person)
	n.Remark = dropped
	r.parsePerson(n, left)
	n.Kind = Person
	return n.Given != "" || n.Family != ""
}

// civilPartners reports a firm without a legal person of its own, behind which
// its partners are listed.
func civilPartners(ts []token) bool {
	for i, t := range ts {
		if key := strings.ReplaceAll(t.key, ".", ""); key == "sc" && i < len(ts)-1 {
			return true
		}
	}
	return false
}

// personLike reports a title before a name, or two to four words with a given
// name.
func (r *reader) personLike(text string, ts []token) bool {
	left, _ := remarks(text)
	ts = r.p.tokens(left)
	titles, rest := cutTitles(ts, false)
	if connector(rest) > 0 || len(rest) > 4 || len(rest) == 0 {
		return false
	}
	if titles.text != "" {
		return true
	}
	if len(rest) < 2 {
		return false
	}
	return rest[0].known() || rest[len(rest)-1].known() || len(rest) == 2 && rest[0].initial() && surnameShape(rest[1].key) < -1
}

// firmParts cuts at commas, spaced dashes, bars and brackets.
func firmParts(text string) []string {
	if !strings.ContainsAny(text, ",;|(") && !strings.Contains(text, " - ") && !strings.Contains(text, " / ") {
		return nil
	}
	text = strings.NewReplacer(" - ", "\x00", " / ", "\x00", ",", "\x00", ";", "\x00", "|", "\x00", "(", "\x00", ")", "\x00").Replace(text)
	var parts []string
	for _, p := range strings.Split(text, "\x00") {
		if p = strings.TrimSpace(p); p != "" {
			parts = append(parts, p)
		}
	}
	return parts
}

// ownerOf finds the person in "Zakład Stolarski Andrzej Dąb", "Andrzej Dąb
// Usługi Stolarskie", "Mary Smith DBA Sunrise Cleaning" and "Law Offices of
// Dana Poole". Partnerships and legal persons have no owner.
func (r *reader) ownerOf(ts []token) []token {
	for i, t := range ts {
		switch t.key {
		case "dba", "d/b/a", "t/a":
			if i >= 2 && i <= 3 && personal(ts[:i]) {
				return ts[:i]
			}
			return nil
		case "of":
			if i > 0 && len(ts)-i-1 >= 2 && len(ts)-i-1 <= 4 && ts[i+1].known() && ownedOffice(ts[i-1].key) {
				_, rest := cutSuffixes(ts[i+1:])
				return rest
			}
		}
	}
	if len(ts) < 3 || noOwner(ts) {
		return nil
	}
	return r.trailingOwner(ts)
}

func ownedOffice(key string) bool {
	switch key {
	case "office", "offices", "estate", "heirs", "practice":
		return true
	}
	return false
}

// noOwner reports firms that belong to several people or to themselves, and
// "im.", behind which a patron stands.
func noOwner(ts []token) bool {
	for i, t := range ts {
		switch key := strings.ReplaceAll(t.key, ".", ""); key {
		case "im", "imienia", "pw", "sw", "swietego", "wspolnicy", "wspolnik", "partnerzy", "synowie", "syn", "spzoo", "zoo", "llc", "inc", "ltd", "corp", "gmbh", "spj", "spk", "sc", "sa", "psa", "spolka", "fundacja", "stowarzyszenie", "parafia", "szkola", "urzad", "bank", "spoldzielnia", "llp", "plc":
			if key == "sa" && !legalForm(t) {
				continue
			}
			return true
		case "j", "k":
			if i > 0 && ts[i-1].key == "sp" {
				return true
			}
		}
		if lexicon.FirmWord(t.key) == 's' && englishTrade(t.key) {
			return true
		}
	}
	return false
}

// englishTrade reports firm words of English custom, where a name beside them
// is a brand.
func englishTrade(key string) bool {
	switch key {
	case "auto", "studio", "salon", "hotel", "transport", "service", "serwis", "foto", "bar", "instalacje", "okna", "design", "market", "consulting", "import", "export", "marketing", "agro", "spa", "catering", "taxi", "international":
		return false
	}
	for _, c := range key {
		if c == 'q' || c == 'v' || c == 'x' {
			return true
		}
	}
	for _, end := range [...]string{"ing", "ion", "ions", "ers", "ies", "ment", "ments", "ance", "ates", "ings", "ty", "ry", "al", "ial", "th", "ship", "ops", "ool", "ools", "are", "age", "nic", "tal", "chool"} {
		if len(key) > len(end)+2 && strings.HasSuffix(key, end) {
			return true
		}
	}
	return false
}

// trailingOwner finds the name behind or before the words of the trade.
func (r *reader) trailingOwner(ts []token) []token {
	firmAt := -1
	for i, t := range ts {
		if r.firmWord(t) != 0 || brand(t) {
			firmAt = i
		}
	}
	if firmAt < 0 {
		return nil
	}
	end := len(ts)
	for n := 3; n >= 2; n-- { // the last words
		if end-n < 1 || r.firmWord(ts[end-n]) == 's' && !ts[end-n].known() {
			continue
		}
		if r.ownerWords(ts[end-n:end], true) {
			return ts[end-n:]
		}
	}
	for n := 3; n >= 2; n-- { // the first words
		if n >= end || r.firmWord(ts[n]) == 0 && ts[n].key != "-" && !brand(ts[n]) {
			continue
		}
		if r.ownerWords(ts[:n], false) {
			return ts[:n]
		}
	}
	return nil
}

// ownerWords reports the words of one person's name: a given name that is
// clearly one at an end, no word of a firm, and at the end of a firm's name
// something that can be a surname.
func (r *reader) ownerWords(ts []token, behind bool) bool {
	given, surname := 0, 0
	for i, t := range ts {
		if r.firmWord(t) == 's' || brand(t) || legalForm(t) || t.key == "" || connectorWord(t) {
			return false
		}
		switch {
		case t.known() && !lexicon.MostlySurname(t.key):
			given++
		case t.initial() && i > 0 && i < len(ts)-1:
		case t.key[0] >= '0' && t.key[0] <= '9' || len(t.key) < 3:
			return false
		default:
			if strings.IndexByte(t.text, '"') >= 0 {
				return false
			}
			surname++
		}
	}
	first, last := ts[0], ts[len(ts)-1]
	if genitive(first.key, last.key) {
		return false
	}
	if given == 0 || surname > 1 || surname == 0 && !(len(ts) == 2 && lexicon.AlsoSurname(last.key)) {
		return false
	}
	if !first.known() && !last.known() {
		return len(ts) == 3 && ts[1].known() && surnameShape(first.key) < -1
	}
	if !first.known() { // Dąb Andrzej
		return surnameShape(first.key) < -1 || !behind && lexicon.PolishGiven(last.key) != 0
	}
	return behind || surnameShape(last.key) < -1 || polishBase(first.key) != "" || lexicon.PolishGiven(first.key) != 0
}

// genitive reports "Jana Ptaka" and "Romana Wolańskiego": of whom, not who.
func genitive(given, surname string) bool {
	if strings.HasSuffix(surname, "skiego") || strings.HasSuffix(surname, "ckiego") || strings.HasSuffix(surname, "dzkiego") {
		return true
	}
	he, isForm := strings.CutSuffix(given, "a")
	his, isForm2 := strings.CutSuffix(surname, "a")
	return isForm && isForm2 && lexicon.PolishGiven(he) == 'm' && lexicon.Surname(his) == 'p'
}

func connectorWord(t token) bool {
	switch t.key {
	case "i", "and", "&", "oraz", "u", "w", "na", "pod", "z", "dla", "of", "the", "nr", "no":
		return true
	}
	return false
}
