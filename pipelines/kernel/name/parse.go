package name

import (
	"strings"

	"kartoteka/pipelines/kernel/empty"
)

// Parse takes the name of a record apart. words are the texts that mean "not
// known". Nothing in, or nothing but such texts, gives Kind Unknown.
func Parse(in Input, words empty.Words) Name {
	var n Name
	field := func(text string, kind empty.Kind) string {
		text, dropped := clean(text)
		if dropped {
			n.code(CodeRemark)
		}
		if text != "" && words.Is(kind, text) {
			n.code(CodePlaceholder)
			return ""
		}
		return text
	}
	whole, company := field(in.Name, empty.Name), field(in.Company, empty.Text)
	givenName, family := field(in.Given, empty.Name), field(in.Family, empty.Name)
	column := ColumnGender(in.Gender)
	if givenName != "" || family != "" {
		parseFields(&n, givenName, family, column, in.Country)
	} else if whole != "" {
		parseWhole(&n, whole, column, in.Country)
	}
	if prefix := field(in.Prefix, empty.Text); prefix != "" && n.Prefix == "" {
		n.Prefix = prefix
		if _, g, _ := cutTitles(tokens(prefix + " x")); g != "" && n.Gender == "" {
			n.Gender = g
		}
	}
	if middle := field(in.Middle, empty.Name); middle != "" && n.Middle == "" {
		n.Middle = middle
	}
	if suffix := field(in.Suffix, empty.Text); suffix != "" {
		n.Suffix = suffix
	}
	if company != "" {
		n.Company = company
	}
	if n.Kind == "" || n.Kind == Unknown {
		n.Kind = kindOf(n)
	}
	if n.Gender == "" && n.Kind == Person {
		n.Gender = column
	}
	n.recase()
	return n
}

func kindOf(n Name) Kind {
	switch {
	case n.Given != "" || n.Family != "":
		return Person
	case n.Company != "":
		return Company
	}
	return Unknown
}

// parseWhole reads a name that stands in one field.
func parseWhole(n *Name, text, column, country string) {
	if strings.Contains(text, "@") {
		n.code(CodePlaceholder)
		return
	}
	ts := tokens(text)
	if firm(text, ts) {
		parseFirm(n, text, ts, column, country)
		return
	}
	if pair, ok := couple(text, ts, country); ok {
		pair.Codes = append(n.Codes, pair.Codes...)
		*n = pair
		return
	}
	parsePersonWords(n, text, ts, column, country)
}

// parseFirm keeps the whole text as the company. A person written before or
// behind a comma, or the owner at the end of a Polish sole trader's name, is
// kept as well.
func parseFirm(n *Name, text string, ts []token, column, country string) {
	n.Kind, n.Company = Company, text
	if parts := commaParts(text); len(parts) == 2 {
		for i, part := range parts {
			words, other := tokens(part), parts[1-i]
			if len(words) >= 2 && len(words) <= 4 && anyGiven(words) && !firm(part, words) && connector(words) == 0 && firm(other, tokens(other)) {
				n.Company = other
				parsePerson(n, part, column, country)
				n.Kind = Person
				return
			}
		}
	}
	if owner := ownerOf(ts); owner != nil {
		s := splitPerson(owner, country)
		n.Given, n.Middle, n.Family = s.given, s.middle, s.family
		n.Gender, _ = gender("", "", s.first, s.last, country)
	}
}

// ownerOf finds the person in "Zakład Stolarski Andrzej Dąb" and in "Mary
// Smith DBA Sunrise Cleaning".
func ownerOf(ts []token) []token {
	for i, t := range ts {
		if t.key == "dba" && i >= 2 && i <= 3 && anyGiven(ts[:1]) {
			return ts[:i]
		}
	}
	if len(ts) < 3 || named(ts) {
		return nil
	}
	two := ts[len(ts)-2:]
	if g, known := given(two[0].key); known && g != 'e' && !institution(two[1].key) && !legalForm(two[1]) && !knownGiven(two[1]) && institution(ts[0].key) {
		return two
	}
	if g, known := given(two[1].key); known && g != 'e' && institution(ts[0].key) && polishSurname(two[0].key) {
		return two
	}
	return nil
}

// named reports "im.", behind which a patron stands, not an owner.
func named(ts []token) bool {
	for _, t := range ts {
		if t.key == "im" || t.key == "imienia" || t.key == "pw" {
			return true
		}
	}
	return false
}

// parsePerson reads one person's whole name.
func parsePerson(n *Name, text, column, country string) {
	parsePersonWords(n, text, tokens(text), column, country)
}

// parsePersonWords does it for a text whose words are cut already.
func parsePersonWords(n *Name, text string, ts []token, column, country string) {
	parts := []string{text}
	if strings.IndexByte(text, ',') >= 0 {
		if parts = commaParts(text); len(parts) == 0 {
			return
		}
		ts = tokens(parts[0])
	}
	if len(ts) == 0 {
		return
	}
	titles, titleGender, ts := cutTitles(ts)
	var suffix string
	suffix, ts = cutSuffixes(ts)
	var s split
	switch {
	case len(parts) == 1:
		s = splitPerson(ts, country)
	default:
		rest, more := tokens(strings.Join(parts[1:], " ")), ""
		if allSuffixes(rest) {
			suffix = strings.TrimSpace(suffix + " " + join(rest))
			s = splitPerson(ts, country)
			break
		}
		more, rest = cutSuffixes(rest)
		suffix = strings.TrimSpace(suffix + " " + more)
		var t2, g2 string
		if t2, g2, rest = cutTitles(rest); t2 != "" {
			titles, titleGender = strings.TrimSpace(titles+" "+t2), g2
		}
		if country == "PL" && len(ts) > 1 && anyGiven(ts[:1]) && !anyGiven(rest) {
			s = splitPerson(ts, country) // a remark behind a whole name
			n.code(CodeRemark)
			break
		}
		s = splitComma(ts, rest)
	}
	n.fill(s, titles, suffix)
	n.Gender, _ = n.genderOf(column, titleGender, s, country)
}

func allSuffixes(ts []token) bool {
	for _, t := range ts {
		if !isSuffix(t, 3) {
			return false
		}
	}
	return true
}

func (n *Name) fill(s split, titles, suffix string) {
	n.Prefix, n.Suffix = titles, suffix
	n.Given, n.Middle, n.Family = s.given, s.middle, s.family
	if s.reversed {
		n.code(CodeReversed)
	}
	if s.unsure {
		n.code(CodeUnsure)
	}
	if strings.ContainsAny(n.Given+n.Family, "0123456789") {
		n.code(CodeDigits)
	}
}

func (n *Name) genderOf(column, title string, s split, country string) (string, bool) {
	g, conflict := gender(column, title, s.first, s.last, country)
	if conflict {
		n.code(CodeGender)
	}
	return g, conflict
}

// recase gives every part its capitals.
func (n *Name) recase() {
	for _, part := range []*string{&n.Given, &n.Middle, &n.Family, &n.Given2, &n.Family2} {
		if better := recase(*part); better != *part {
			*part = better
			n.code(CodeRecased)
		}
	}
}
