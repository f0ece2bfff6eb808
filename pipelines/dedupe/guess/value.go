package guess

import (
	"strings"
	"time"

	"kartoteka/pipelines/kernel/dates"
	"kartoteka/pipelines/kernel/fold"
	"kartoteka/pipelines/kernel/name/lexicon"
)

// Column is a column of a file with sample values.
type Column struct {
	Name   string
	Values []string // of the sample rows, without blanks around; "" is absent
}

// profile is what a sample shows.
type profile struct {
	filled   int
	distinct int
	rows     int
	// shares of filled values
	email, phone, date, postcode, given, letters, digits, street, company float64
	birth                                                                 float64 // of dates: a year in which a living person may be born
	monthFirst, dayFirst                                                  int
	words                                                                 float64 // mean
}

func profileOf(c Column) profile {
	p := profile{rows: len(c.Values)}
	seen := map[string]bool{}
	var birth, dated, words int
	count := func(to *float64, yes bool) {
		if yes {
			*to++
		}
	}
	for _, v := range c.Values {
		if v == "" {
			continue
		}
		p.filled++
		seen[v] = true
		count(&p.email, emailLike(v))
		count(&p.phone, phoneLike(v))
		count(&p.postcode, postcodeLike(v))
		count(&p.digits, all(v, func(b byte) bool { return b >= '0' && b <= '9' }))
		count(&p.letters, all(v, nameByte))
		count(&p.street, streetLike(v))
		tokens := fold.Tokens(v)
		words += len(tokens)
		count(&p.given, anyGiven(tokens))
		count(&p.company, anyFirm(tokens))
		if day, ok := dateLike(v); ok {
			dated++
			if day.Year() >= 1850 && day.Before(time.Date(2016, 1, 1, 0, 0, 0, 0, time.UTC)) {
				birth++
			}
		}
		p.order(v)
	}
	p.distinct = len(seen)
	if n := float64(p.filled); n > 0 {
		for _, share := range []*float64{&p.email, &p.phone, &p.postcode, &p.digits, &p.letters, &p.street, &p.given, &p.company} {
			*share /= n
		}
		p.date, p.words = float64(dated)/n, float64(words)/n
		p.birth = float64(birth) / n
	}
	return p
}

// unique tells that the values number the rows.
func (p *profile) unique() bool { return p.filled > 1 && p.distinct == p.filled }

// order counts what 05/13/1980 and 13/05/1980 tell of the order of day and month.
func (p *profile) order(v string) {
	a, rest, ok := strings.Cut(v, "/")
	b, year, ok2 := strings.Cut(rest, "/")
	if !ok || !ok2 || len(a) > 2 || len(b) > 2 || len(year) < 2 {
		return
	}
	if number(b) > 12 {
		p.monthFirst++
	}
	if number(a) > 12 {
		p.dayFirst++
	}
}

func number(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}

func all(v string, is func(byte) bool) bool {
	for i := 0; i < len(v); i++ {
		if !is(v[i]) {
			return false
		}
	}
	return v != ""
}

// nameByte is a byte that may stand in a name.
func nameByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80 || b == ' ' || b == '-' || b == '\'' || b == '.'
}

func emailLike(v string) bool {
	local, domain, ok := strings.Cut(v, "@")
	return ok && local != "" && strings.Contains(domain, ".") && !strings.ContainsAny(v, " \t")
}

// phoneLike: seven to fifteen digits, with the signs that people put between
// them, and no date.
func phoneLike(v string) bool {
	digits, other := 0, 0
	for i := 0; i < len(v); i++ {
		switch c := v[i]; {
		case c >= '0' && c <= '9':
			digits++
		case strings.IndexByte(" +-().//xX", c) < 0:
			other++
		}
	}
	if digits < 7 || digits > 15 || other > 4 {
		return false
	}
	_, date := dateLike(v)
	return !date
}

func dateLike(v string) (time.Time, bool) {
	if len(v) < 6 || len(v) > 30 {
		return time.Time{}, false
	}
	day, err := dates.Parse(v, dates.DayFirst)
	if err != nil {
		if day, err = dates.Parse(v, dates.MonthFirst); err != nil {
			return time.Time{}, false
		}
	}
	return day.Date(), true
}

// postcodeLike knows the shapes that nothing else has: 00-950, SW1A 1AA, 12345-6789.
func postcodeLike(v string) bool {
	shape := strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return '9'
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			return 'A'
		}
		return r
	}, v)
	switch shape {
	case "99-999", "99999-9999", "A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA", "A9A 9A9", "9999 AA":
		return true
	}
	return false
}

// streetLike: words and a number.
func streetLike(v string) bool {
	letters, digits := false, false
	for i := 0; i < len(v); i++ {
		letters = letters || v[i] >= 'A' && v[i] != '_'
		digits = digits || v[i] >= '0' && v[i] <= '9'
	}
	return letters && digits && strings.Contains(v, " ")
}

func anyGiven(tokens []string) bool {
	for _, t := range tokens {
		if len(t) > 1 && lexicon.Given(t) != 0 {
			return true
		}
	}
	return false
}

// anyFirm knows legal forms and words that firms have in their names.
func anyFirm(tokens []string) bool {
	for i, t := range tokens {
		switch t {
		case "gmbh", "ltd", "limited", "llc", "inc", "corp", "corporation", "plc", "llp", "company", "kg", "ohg", "spzoo", "zoo", "firma", "przedsiebiorstwo", "zaklad",
			"hotel", "restaurant", "restauracja", "cafe", "bar", "grill", "pizzeria", "sklep", "shop", "store", "hurtownia", "apteka", "services", "service", "group",
			"association", "school", "szkola", "clinic", "hospital", "bank", "church", "university", "institute", "agency", "studio", "partners", "solutions", "systems", "industries", "bakery", "piekarnia", "salon", "gallery", "foundation", "fundacja", "spolka", "verein", "gasthof", "apotheke", "werke", "handel", "market", "inn", "diner", "kitchen", "bistro", "trattoria", "club":
			return true
		case "o":
			if i > 1 && tokens[i-1] == "z" || i+1 < len(tokens) && tokens[i+1] == "o" {
				return true
			}
		}
	}
	return false
}
