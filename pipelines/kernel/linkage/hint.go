package linkage

import (
	"strconv"
	"strings"
)

// hints are what an e-mail address says about its owner: anna.nowak66@ and
// j.kowalski@ name a person, marek1944@ a year. They stand in for names and years
// that a row lacks, and are never compared with what the same address says.
type hints struct {
	given, family []bool  // per row: the name comes from the e-mail address
	year          []int16 // per e-mail code: year of birth modulo 100, -1 when none
}

// hint fills the gaps of Given and Family from e-mail addresses.
func (q *prepared) hint() {
	if !q.Email.Present() {
		return
	}
	r := newNameReader(q)
	q.hints.year = make([]int16, len(q.Email.Values))
	found := make([][2]string, len(q.Email.Values))
	for code, email := range q.Email.Values {
		name, _, _ := strings.Cut(email, "@")
		q.hints.year[code] = yearIn(name)
		if q.Given.Present() && q.Family.Present() {
			found[code][0], found[code][1] = r.read(name)
		}
	}
	if !q.Given.Present() || !q.Family.Present() {
		return
	}
	q.hints.given, q.hints.family = make([]bool, q.Rows), make([]bool, q.Rows)
	given, family := refiller(q.Given), refiller(q.Family)
	for row, code := range q.Email.Codes {
		says := found[code]
		if code == 0 || says[1] == "" || q.Company.At(uint32(row)) != 0 {
			continue
		}
		g, f := q.Given.Codes[row], q.Family.Codes[row]
		switch {
		case f != 0:
		case g == 0:
			given.set(row, says[0])
			family.set(row, says[1])
			q.hints.given[row], q.hints.family[row] = says[0] != "", true
		case r.fits(q.Given.Values[g], says[0]):
			family.set(row, says[1])
			q.hints.family[row] = true
		}
	}
	q.Given, q.Family = given.column(), family.column()
}

// nameReader finds names that the table knows in the name of an e-mail address.
type nameReader struct {
	q             *prepared
	given, family map[string]uint32 // name without blanks -> rows
}

// usualGiven is how often a given name must occur to be read in an address.
const usualGiven = 3

func newNameReader(q *prepared) *nameReader {
	r := &nameReader{q: q, given: map[string]uint32{}, family: map[string]uint32{}}
	perCode, _ := q.Given.counts()
	for code, v := range q.Given.Values {
		if code > 0 && len(v) >= 3 && perCode[code] >= usualGiven {
			r.given[v] += perCode[code]
		}
	}
	perCode, _ = q.Family.counts()
	for code, v := range q.Family.Values {
		if code > 0 && len(v) >= 3 {
			r.family[strings.Map(onlyLetters, v)] += perCode[code]
		}
	}
	return r
}

// read returns the given name (or its initial) and the surname that the name of
// an address consists of, besides digits and separators; empty when it does not.
func (r *nameReader) read(name string) (given, family string) {
	var best uint64
	try := func(g, f string, weight uint64) {
		if n, ok := r.family[f]; ok && weight*uint64(n) > best {
			given, family, best = g, f, weight*uint64(n)
		}
	}
	words := strings.FieldsFunc(name, func(c rune) bool { return onlyLetters(c) < 0 })
	switch len(words) {
	case 1:
		w := words[0]
		for cut := 3; cut+3 <= len(w); cut++ {
			try(w[:cut], w[cut:], 100*uint64(r.given[w[:cut]]))
			try(w[cut:], w[:cut], 100*uint64(r.given[w[cut:]]))
		}
		if best == 0 && len(w) >= 6 {
			try(w[:1], w[1:], 1)
		}
	case 2:
		a, b := words[0], words[1]
		try(a, b, 100*uint64(r.given[a]))
		try(b, a, 100*uint64(r.given[b]))
		if best == 0 && len(a) == 1 {
			try(a, b, 1)
		}
		if best == 0 && len(b) == 1 {
			try(b, a, 1)
		}
	}
	return given, family
}

// fits tells whether a given name of the row may be the one in the address.
func (r *nameReader) fits(given, says string) bool {
	if given == says || given[:1] == says {
		return true
	}
	if r.q.GivenKeys == nil {
		return false
	}
	return common(r.q.GivenKeys(given), r.q.GivenKeys(says))
}

// yearIn returns a year of birth modulo 100 when the digits of a name are one
// run of two figures at the end or of four that are a likely year; else -1.
func yearIn(name string) int16 {
	end := len(strings.TrimRight(name, "0123456789"))
	run := name[end:]
	if strings.ContainsAny(name[:end], "0123456789") {
		return -1
	}
	n, err := strconv.Atoi(run)
	switch {
	case err != nil:
		return -1
	case len(run) == 2:
		return int16(n)
	case len(run) == 4 && n >= 1910 && n <= 2020:
		return int16(n % 100)
	}
	return -1
}

// yearOf returns the year of birth of a row modulo 100, from the day of birth or
// from the e-mail address, or -1.
func (q *prepared) yearOf(row uint32) (year int16, stated bool) {
	if q.Birth != nil && q.Birth[row] != 0 {
		return int16(q.Birth[row] / 10000 % 100), true
	}
	if code := q.Email.At(row); code != 0 {
		return q.hints.year[code], false
	}
	return -1, false
}

func onlyLetters(c rune) rune {
	if c < 'a' || c > 'z' {
		return -1
	}
	return c
}

// refill changes single rows of a column and leaves the column it came from as
// it was.
type refill struct {
	values []string
	codes  []uint32
	index  map[string]uint32
}

func refiller(c Column) *refill {
	r := &refill{values: append([]string{}, c.Values...), codes: append([]uint32{}, c.Codes...), index: make(map[string]uint32, len(c.Values))}
	for code, v := range c.Values {
		if key := strings.Map(onlyLetters, v); r.index[key] == 0 && code > 0 {
			r.index[key] = uint32(code)
		}
	}
	return r
}

func (r *refill) set(row int, value string) {
	if value == "" {
		return
	}
	code, ok := r.index[value]
	if !ok {
		code = uint32(len(r.values))
		r.values = append(r.values, value)
		r.index[value] = code
	}
	r.codes[row] = code
}

func (r *refill) column() Column { return Column{Values: r.values, Codes: r.codes} }
