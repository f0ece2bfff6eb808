package linkage

import (
	"strings"

	"kartoteka/pipelines/kernel/similar"
)

// Levels of an e-mail address.
const (
	emailEqual     = iota + 1
	emailSlip      // one slip in the letters of the name, or in the domain
	emailLocal     // the same name at another domain, and not made of the person's names
	emailDifferent // another address
)

// Levels of what an equal e-mail address says about a row without a given name:
// whether it names the person of the other row, and, one level further each,
// whether rows of another given name have it too.
const (
	emailNamesPerson = iota + 1
	emailNamesPersonShared
	emailNamesNobody // neither of the names, or the surname alone
	emailNamesNobodyShared
	emailNamesFamily // it holds the surname and not the given name: maybe another member's
	emailNamesFamilyShared
)

// Levels of a year of birth that an e-mail address tells.
const (
	hintSame = iota + 1
	hintOther
)

func (c *comparer) emailLevel(a, b uint32, v *vector) {
	q := c.q
	x, y := q.Email.At(a), q.Email.At(b)
	if x == 0 || y == 0 {
		return
	}
	if x == y {
		v.level[atEmail] = emailEqual
		v.count[atEmail] = q.freq.email[x]
		v.level[atEmailName] = c.emailName(x, a, b)
		return
	}
	v.level[atEmail] = emailDifferent
	p, r := q.emails[x], q.emails[y]
	nameX, domainX, nameY, domainY := p.name, p.domain, r.name, r.domain
	switch {
	case nameX == nameY && similar.Distance(domainX, domainY, 2) <= 2 && min(len(domainX), len(domainY)) >= 7,
		domainX == domainY && slipped(nameX, nameY):
		v.level[atEmail] = emailSlip
	case nameX == nameY && len(nameX) >= 6 && !c.madeOfNames(nameX, a) && !c.madeOfNames(nameX, b):
		v.level[atEmail] = emailLocal
	}
}

// slipped tells whether two names of addresses differ by one slip of a letter.
// Another digit, separator or ending (kaminska, kaminski) is another address.
func slipped(x, y string) bool {
	if len(x) < 5 || !oneSlip(x, y) || digits(x) != digits(y) {
		return false
	}
	lettersX, lettersY := strings.Map(onlyLetters, x), strings.Map(onlyLetters, y)
	if lettersX == lettersY || len(x)-len(lettersX) != len(y)-len(lettersY) {
		return false
	}
	lastX, lastY := lettersX[len(lettersX)-1:], lettersY[len(lettersY)-1:]
	return lastX == lastY || len(lettersX) != len(lettersY)
}

// madeOfNames tells whether the name of an e-mail address holds a name of the
// row; namesakes make the same address at different providers.
func (c *comparer) madeOfNames(name string, row uint32) bool {
	given, family := c.q.Given.Text(row), firstWord(c.q.Family.Text(row))
	if given == "" && family == "" || len(family) >= 3 && strings.Contains(name, family) {
		return true
	}
	for _, g := range append([]string{firstWord(given)}, c.q.variants[c.q.Given.At(row)]...) {
		if len(g) >= 3 && strings.Contains(name, g) {
			return true
		}
	}
	return false
}

// emailName judges an equal e-mail address when just one row has a given name
// in full.
func (c *comparer) emailName(email, a, b uint32) uint8 {
	givenA, givenB := c.statedGiven(a), c.statedGiven(b)
	if len(givenA) < 3 {
		a, givenA, givenB = b, givenB, givenA
	}
	if len(givenA) < 3 || len(givenB) >= 3 {
		return 0
	}
	shared := uint8(0)
	if c.q.shared[email] {
		shared = 1
	}
	name := c.q.emails[email].name
	family := firstWord(c.q.Family.Text(a))
	stem := family // kowalska's address may say kowalski
	if len(stem) >= 5 {
		stem = stem[:len(stem)-1]
	}
	hasFamily := len(stem) >= 3 && strings.Contains(name, stem)
	for _, g := range append([]string{firstWord(givenA)}, c.q.variants[c.q.Given.At(a)]...) {
		if len(g) >= 3 && strings.Contains(name, g) {
			return emailNamesPerson + shared
		}
	}
	if !hasFamily {
		return emailNamesNobody + shared
	}
	before, after, _ := strings.Cut(name, stem)
	if strings.HasPrefix(before, givenA[:1]) && len(strings.Trim(before, "._-")) == 1 || before == "" && lastLetter(after) == givenA[:1] {
		return emailNamesPerson + shared
	}
	if len(strings.Trim(before, "._-0123456789")) == 0 && len(strings.Trim(after, "._-0123456789aiy")) == 0 {
		return emailNamesNobody + shared
	}
	return emailNamesFamily + shared
}

// sharedEmails marks the e-mail addresses that rows of several given names have.
func (q *prepared) sharedEmails() []bool {
	shared := make([]bool, len(q.Email.Values))
	if !q.Given.Present() {
		return shared
	}
	c := newComparer(q)
	first := make([]uint32, len(shared))
	for row, email := range q.Email.Codes {
		if email == 0 || shared[email] || len(c.statedGiven(uint32(row))) < 3 {
			continue
		}
		if given := q.Given.Codes[row]; first[email] == 0 {
			first[email] = given
		} else {
			shared[email] = c.given(first[email], given) == givenDifferent
		}
	}
	return shared
}

// statedGiven is the given name of a row unless its e-mail address says it.
func (c *comparer) statedGiven(row uint32) string {
	if c.q.hints.given != nil && c.q.hints.given[row] {
		return ""
	}
	return c.q.Given.Text(row)
}

// lastLetter returns the letter after a separator: kowalski.j
func lastLetter(s string) string {
	if i := strings.LastIndexAny(s, "._-"); i >= 0 && i+2 == len(s) {
		return s[i+1:]
	}
	return ""
}

// digits returns the digits of a text.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// hintLevel compares the years of birth when an e-mail address tells one of them.
func (c *comparer) hintLevel(a, b uint32, v *vector) {
	if c.q.hints.year == nil || v.level[atEmail] == emailEqual {
		return
	}
	x, statedX := c.q.yearOf(a)
	y, statedY := c.q.yearOf(b)
	switch {
	case x < 0 || y < 0 || statedX && statedY:
	case x == y:
		v.level[atHint] = hintSame
	default:
		v.level[atHint] = hintOther
	}
}
