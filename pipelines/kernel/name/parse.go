package name

import (
	"strings"

	"kartoteka/pipelines/kernel/empty"
	"kartoteka/pipelines/kernel/name/lexicon"
)

// Parse takes the name of a record apart without rules of a user. words are the
// texts that mean "not known". Nothing in, or nothing but such texts, gives
// Kind Unknown.
func Parse(in Input, words empty.Words) Name {
	p := Parser{words: words}
	return p.Parse(in)
}

// reader reads one record.
type reader struct {
	p       *Parser
	country string
	column  string // gender by a column of its own
}

// Parse takes the name of a record apart. Nothing in, or nothing but texts for
// "not known", gives Kind Unknown.
func (p *Parser) Parse(in Input) Name {
	var n Name
	r := reader{p: p, country: in.Country, column: ColumnGender(in.Gender)}
	field := func(text string, kind empty.Kind) string {
		text = plain(text)
		if text != "" && (p.words.Is(kind, text) || kind == empty.Name && p.mine.Own(text)) {
			n.code(CodePlaceholder)
			n.Rule = RulePlaceholder
			return ""
		}
		return text
	}
	whole, company := field(in.Name, empty.Name), field(in.Company, empty.Text)
	givenName, family := field(in.Given, empty.Name), field(in.Family, empty.Name)
	if givenName != "" || family != "" {
		r.parseFields(&n, givenName, family)
	} else if whole != "" {
		r.parseWhole(&n, whole)
	}
	if prefix := field(in.Prefix, empty.Text); prefix != "" && n.Prefix == "" {
		n.Prefix = prefix
		if t, _ := cutTitles(p.tokens(prefix), true); t.gender != "" && n.Gender == "" {
			n.Gender = t.gender
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
		n.Gender = r.column
	}
	if n.Remark != "" {
		n.code(CodeRemark)
	}
	n.recase()
	n.rate()
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
func (r *reader) parseWhole(n *Name, text string) {
	ts := r.p.tokens(text)
	if r.p.nobody(text, ts) {
		n.code(CodePlaceholder)
		n.Rule = RulePlaceholder
		return
	}
	if isFirm, rule := r.firm(text, ts); isFirm && !r.nicknamed(text, ts) {
		r.parseFirm(n, text, ts, rule)
		return
	}
	left, dropped := remarks(text)
	left = r.p.camel(left)
	if n.Remark = dropped; dropped != "" || left != text {
		ts = r.p.tokens(left)
		if r.p.nobody(left, ts) {
			n.code(CodePlaceholder)
			n.Rule = RulePlaceholder
			return
		}
		if isFirm, rule := r.firm(left, ts); isFirm && dropped != "" && r.firmRemains(left, text) {
			r.parseFirm(n, text, ts, rule)
			n.Remark = ""
			return
		}
	}
	r.parsePersonWords(n, left, ts, true)
}

// nicknamed reports a person's name with a quoted nickname that only looks like
// a firm's: Karl "The Mailman" Malone.
func (r *reader) nicknamed(text string, ts []token) bool {
	from, to := strings.IndexByte(text, '"'), strings.LastIndexByte(text, '"')
	if from <= 0 || to <= from || to == len(text)-1 || !ts[0].known() {
		return false
	}
	outside := text[:from] + text[to+1:]
	isFirm, _ := r.firm(outside, r.p.tokens(outside))
	return !isFirm
}

// firmRemains reports that a firm was hidden by a remark only.
func (r *reader) firmRemains(left, text string) bool { return len(left) > 0 && len(text) > len(left) }

// parsePerson reads one person's whole name.
func (r *reader) parsePerson(n *Name, text string) {
	r.parsePersonWords(n, text, r.p.tokens(text), false)
}

// parsePersonWords does it for a text whose words are cut already; with couples
// it may be two people's.
func (r *reader) parsePersonWords(n *Name, text string, ts []token, couples bool) {
	if couples {
		if pair, ok := r.couple(text, ts); ok {
			pair.Codes, pair.Remark = append(n.Codes, pair.Codes...), n.Remark
			*n = pair
			return
		}
	}
	parts := []string{text}
	if strings.ContainsAny(text, ",;") {
		if parts = commaParts(text); len(parts) == 0 {
			return
		}
		ts = r.p.tokens(parts[0])
	}
	if len(ts) == 0 {
		return
	}
	titles, ts := cutTitles(ts, false)
	titles, ts = trailingTitles(titles, ts)
	var suffix string
	suffix, ts = cutSuffixes(ts)
	ts = withoutStray(joinIrish(ts))
	var s split
	if len(parts) == 1 {
		s = r.splitPerson(ts)
		if titles.text != "" && len(ts) == 1 && (!ts[0].clear() || titleNeedsSurname(titles.text)) {
			s = split{family: ts[0].text, last: ts[0], rule: RuleOneWord} // Pan Nowak, Dr. Allen
		}
	} else {
		s = r.afterComma(n, ts, parts[1:], &titles, &suffix)
	}
	n.fill(s, titles, suffix)
	n.Gender, _ = n.genderOf(r, titles.gender, s)
}

// titleNeedsSurname reports the forms of address that take a surname, whatever
// the word; those of clergy take a given name (o. Tadeusz, s. Maria).
func titleNeedsSurname(titles string) bool {
	switch keyOf(lastWord(titles)) {
	case "o", "s", "br", "sr", "siostra", "brat", "ojciec", "ks", "father", "fr", "sister", "brother", "rev", "pani", "pan", "don", "matka", "mother", "sp":
		return false
	}
	return true
}

// trailingTitles takes titles that stand behind the name: "Kowalski Jan dr".
func trailingTitles(titles titled, ts []token) (titled, []token) {
	for len(ts) > 2 {
		t := ts[len(ts)-1]
		g, sure := titleOf(t)
		if lexicon.Suffix(t.key) != 0 && strings.HasPrefix(t.key, "sen") || sure != lexicon.Always && sure != lexicon.Joining && !(sure == lexicon.Dotted && strings.HasSuffix(t.text, ".") && len(t.key) > 1) || t.known() || isSuffix(t, len(ts)) || len(t.key) < 2 {
			break
		}
		if sure == lexicon.Joining {
			if _, before := titleOf(ts[len(ts)-2]); before == 0 {
				break
			}
		}
		more := titled{text: t.text}
		if g != 0 {
			more.gender = string(g)
		}
		more.add(titled{text: ""})
		titles = titled{text: strings.TrimSpace(more.text + " " + titles.text), gender: first(titles.gender, more.gender), couple: titles.couple, deceased: titles.deceased}
		ts = ts[:len(ts)-1]
	}
	return titles, ts
}

// joinIrish makes "O Connor" one word, as it is one name.
func joinIrish(ts []token) []token {
	for i := 0; i+1 < len(ts); i++ {
		if t := ts[i]; (t.text == "O" || t.text == "o") && irish(ts[i+1].key) {
			joined := token{text: t.text + " " + ts[i+1].text, key: "o'" + ts[i+1].key}
			out := append(append([]token(nil), ts[:i]...), joined)
			return append(out, ts[i+2:]...)
		}
	}
	return ts
}

func irish(key string) bool {
	switch key {
	case "connor", "brien", "neill", "neil", "neal", "hara", "meara", "reilly", "sullivan", "malley", "keefe", "keeffe", "donnell", "donoghue", "dowd", "toole", "leary", "shea", "rourke", "grady", "callaghan", "hagan", "hare", "dwyer", "mahony", "mahoney", "driscoll", "flaherty", "gorman", "halloran", "kane", "byrne", "connell", "donovan", "farrell", "hanlon", "hern", "loughlin", "rahilly", "riordan":
		return true
	}
	return false
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// withoutStray drops words without a letter.
func withoutStray(ts []token) []token {
	for i, t := range ts {
		if strip(t.key, "-_+=*/\\|!?<>~^%$#@ 0123456789") == "" && len(ts) > 1 {
			out := append([]token(nil), ts[:i]...)
			return withoutStray(append(out, ts[i+1:]...))
		}
	}
	return ts
}

// afterComma reads what follows a comma: given names ("Smith, John A."),
// suffixes ("John Smith, PhD"), titles ("Kowalski Jan, prof.") or a remark.
func (r *reader) afterComma(n *Name, ts []token, parts []string, titles *titled, suffix *string) split {
	rest := r.p.tokens(strings.Join(parts, " "))
	titles2, rest := cutTitles(rest, true)
	if len(rest) == 0 || allSuffixes(rest) {
		if titles2.text != "" && len(rest) == 0 && allSuffixes(r.p.tokens(titles2.text)) {
			*suffix = strings.TrimSpace(*suffix + " " + titles2.text)
		} else if titles2.text != "" {
			titles.add(titles2)
		}
		*suffix = strings.TrimSpace(*suffix + " " + join(rest))
		return r.splitPerson(ts)
	}
	titles.add(titles2)
	more, rest := cutSuffixes(rest)
	if len(rest) > 2 && rest[len(rest)-1].key == "law" {
		more, rest = join(rest), nil
	}
	*suffix = strings.TrimSpace(*suffix + " " + more)
	if len(rest) == 0 {
		return r.splitPerson(ts)
	}
	rest = withoutStray(rest)
	whole := len(ts) > 1 && (ts[0].known() && !lexicon.MostlySurname(ts[0].key) || ts[len(ts)-1].clear() && ts[0].key != "" && r.givenness(ts[0]) < -1)
	if whole && !anyGiven(rest) && !rest[0].initial() && len(parts) == 1 && !r.surnameFirst(ts, rest) {
		n.Remark = strings.TrimSpace(n.Remark + " " + join(rest)) // a remark behind a whole name
		return r.splitPerson(ts)
	}
	if len(ts) == 1 && ts[0].clear() && len(rest) == 1 && !rest[0].known() && surnameShape(rest[0].key) < -1 {
		s := split{given: ts[0].text, first: ts[0], family: rest[0].text, last: rest[0], rule: RuleGiven} // Jan, Kowalski
		return s
	}
	return splitComma(ts, rest)
}

// surnameFirst allows "LAW JAMES, XIAOQING": the words behind the comma look
// like given names.
func (r *reader) surnameFirst(ts, rest []token) bool {
	return r.country != "PL" && len(rest) <= 2 && !ts[0].known() && r.givenness(rest[0]) > 0 && surnameShape(rest[0].key) == 0
}

func (n *Name) fill(s split, titles titled, suffix string) {
	n.Prefix, n.Suffix, n.Rule = titles.text, suffix, s.rule
	n.Given, n.Middle, n.Family = trim(s.given), trim(s.middle), trim(s.family)
	if s.reversed {
		n.code(CodeReversed)
	}
	if s.unsure {
		n.code(CodeUnsure)
	}
	if titles.deceased {
		n.code(CodeDeceased)
	}
	if strings.ContainsAny(n.Given, "0123456789") || strings.ContainsAny(n.Family, "0123456789") {
		n.code(CodeDigits)
	}
}

// trim takes stray punctuation off a part; the point of an initial or an
// abbreviation stays.
func trim(part string) string {
	if part == "" {
		return ""
	}
	part = strip(part, " ,;:?!*\"()[]+|=~#")
	if at := strings.LastIndexByte(part, ' ') + 1; strings.HasSuffix(part, ".") && len(part)-at > 5 {
		part = part[:len(part)-1]
	}
	return part
}

func (n *Name) genderOf(r *reader, title string, s split) (string, bool) {
	g, conflict := r.gender(r.column, title, s.first, s.last)
	if conflict {
		n.code(CodeGender)
	}
	return g, conflict
}

// recase gives every part its capitals.
func (n *Name) recase() {
	for _, part := range []*string{&n.Given, &n.Middle, &n.Family, &n.Given2, &n.Middle2, &n.Family2} {
		if better := recase(*part); better != *part {
			*part = better
			n.code(CodeRecased)
		}
	}
}
