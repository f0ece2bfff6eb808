package linkage

import (
	"strings"

	"kartoteka/pipelines/kernel/similar"
)

// prepared is People with everything that is computed once per distinct value.
type prepared struct {
	People
	familyKey Column // Family by surname key
	givenKey  Column // Given by its first full name, for blocks and frequencies
	variants  [][]string
	meanings  [][]uint32 // variants as numbers
	keyOf     []uint32   // family code -> code of familyKey
	asGiven   []bool     // family code: the text is a given name too
	quick     struct {
		given, family, familyKey, email []sketch // email: the part before the @
		phone                           [][2]uint32
	}
	freq     frequencies
	hints    hints
	emails   []emailParts // per e-mail code
	shared   []bool       // per e-mail code: people of several given names have it
	cultures *cultureModel
	parts    parts
}

// emailParts are the two sides of the @.
type emailParts struct{ name, domain string }

// frequencies hold, per code, how many rows have the value, and per column how
// many rows have any.
type frequencies struct {
	given, givenKey, family, familyKey, company, email, phone, postcode, city, address []uint32
	nGiven, nFamily, nCompany, nEmail, nPhone, nPostcode, nCity, nAddress, nBirth      int
	birth                                                                              map[int32]uint32
	other                                                                              [][]uint32
	nOther                                                                             []int
}

func prepare(p People) *prepared {
	q := &prepared{People: p}
	givenKeys := p.GivenKeys
	if givenKeys == nil {
		givenKeys = func(s string) []string { return []string{s} }
	}
	surnameKey := p.SurnameKey
	if surnameKey == nil {
		surnameKey = func(s string) string { return s }
	}
	q.emails = make([]emailParts, len(p.Email.Values))
	for i, v := range p.Email.Values {
		q.emails[i].name, q.emails[i].domain, _ = strings.Cut(v, "@")
	}
	q.count()
	q.hint()
	q.variants = make([][]string, len(q.Given.Values))
	for i, v := range q.Given.Values {
		if i > 0 {
			q.variants[i] = givenKeys(v)
		}
	}
	q.givenKey = q.Given.Mapped(func(v string) string {
		if keys := givenKeys(firstWord(v)); len(keys) > 0 {
			return keys[0]
		}
		return v
	})
	q.familyKey = q.Family.Mapped(surnameKey)
	q.sketch()
	q.countKeys()
	q.cultures = learnCultures(&q.givenKey, &q.familyKey)
	q.shared = q.sharedEmails()
	q.parts = q.blockParts()
	return q
}

// sketch prepares the quick tests of names.
func (q *prepared) sketch() {
	number := map[string]uint32{}
	q.meanings = make([][]uint32, len(q.variants))
	for i, texts := range q.variants {
		for _, text := range texts {
			if text == "" {
				continue
			}
			n, ok := number[text]
			if !ok {
				n = uint32(len(number))
				number[text] = n
			}
			q.meanings[i] = append(q.meanings[i], n)
		}
	}
	q.quick.given, q.quick.family, q.quick.familyKey = sketches(q.Given.Values), sketches(q.Family.Values), sketches(q.familyKey.Values)
	q.quick.email = make([]sketch, len(q.emails))
	for i, e := range q.emails {
		q.quick.email[i] = sketchOf(e.name)
	}
	q.quick.phone = make([][2]uint32, len(q.Phone.Values))
	for i, v := range q.Phone.Values {
		q.quick.phone[i] = halves(v)
	}
	q.keyOf = make([]uint32, len(q.Family.Values))
	for row, code := range q.Family.Codes {
		q.keyOf[code] = q.familyKey.Codes[row]
	}
	q.asGiven = make([]bool, len(q.Family.Values))
	for i, v := range q.Family.Values {
		_, q.asGiven[i] = number[v]
	}
}

// countKeys counts the keys of names as stated; what an e-mail address hints at
// counts once at most.
func (q *prepared) countKeys() {
	f := &q.freq
	f.given, f.family = widen(f.given, &q.Given), widen(f.family, &q.Family)
	f.givenKey, f.familyKey = make([]uint32, max(1, len(q.givenKey.Values))), make([]uint32, max(1, len(q.familyKey.Values)))
	for row := range q.givenKey.Codes {
		if q.hints.given == nil || !q.hints.given[row] {
			f.givenKey[q.givenKey.Codes[row]]++
		}
	}
	for row := range q.familyKey.Codes {
		if q.hints.family == nil || !q.hints.family[row] {
			f.familyKey[q.familyKey.Codes[row]]++
		}
	}
}

// widen gives the values that hints added a count of 1.
func widen(perCode []uint32, c *Column) []uint32 {
	for len(perCode) < len(c.Values) {
		perCode = append(perCode, 1)
	}
	return perCode
}

func (q *prepared) count() {
	f := &q.freq
	f.given, f.nGiven = q.Given.counts()
	f.family, f.nFamily = q.Family.counts()
	f.company, f.nCompany = q.Company.counts()
	f.email, f.nEmail = q.Email.counts()
	f.phone, f.nPhone = q.Phone.counts()
	f.postcode, f.nPostcode = q.Postcode.counts()
	f.city, f.nCity = q.City.counts()
	f.address, f.nAddress = q.Address.counts()
	f.birth = make(map[int32]uint32, 1<<12)
	for _, d := range q.Birth {
		if d != 0 {
			f.birth[d]++
			f.nBirth++
		}
	}
	for _, o := range q.Other {
		perCode, n := o.counts()
		f.other = append(f.other, perCode)
		f.nOther = append(f.nOther, n)
	}
}

// agreeing returns the share of pairs of rows with a value that have the same.
func (f *frequencies) agreeing(perCode []uint32, present int) float64 {
	var pairs float64
	for code, n := range perCode {
		if code > 0 {
			pairs += float64(n) * float64(n-1)
		}
	}
	return pairs / max(float64(present)*float64(present-1), 1)
}

// sameYear returns the share of pairs of rows that were born in one year.
func (f *frequencies) sameYear() float64 {
	years := map[int32]float64{}
	for day, n := range f.birth {
		years[day/10000] += float64(n)
	}
	var sum float64
	for _, n := range years { // whole numbers: the order of the sum does not matter
		sum += n * n
	}
	return sum / max(float64(f.nBirth)*float64(f.nBirth), 1)
}

// blockParts makes the functions behind the names of Parts; nil for a column
// that is absent.
func (q *prepared) blockParts() parts {
	of := func(c Column) func(uint32) uint64 {
		if !c.Present() {
			return nil
		}
		return func(row uint32) uint64 { return uint64(c.Codes[row]) }
	}
	by := func(c Column, f func(string) string) func(uint32) uint64 {
		if !c.Present() {
			return nil
		}
		return of(c.Mapped(f))
	}
	p := parts{
		"email":         of(q.Email),
		"email_local":   by(q.Email, local),
		"phone":         of(q.Phone),
		"given_name":    of(q.givenKey),
		"given_initial": by(q.Given, func(s string) string { return s[:1] }),
		"family_name":   of(q.familyKey),
		"family_sound":  by(q.Family, similar.SoundKey),
		"postcode":      of(q.Postcode),
		"postcode_area": by(q.Postcode, func(s string) string { return s[:min(3, len(s))] }),
		"city":          of(q.City),
		"street":        of(q.Street),
		"house_number":  of(q.House),
		"address":       of(q.Address),
		"company":       of(q.Company),
		"birth_date":    nil,
		"birth_year":    nil,
		"name":          nil,
	}
	if q.Birth != nil {
		p["birth_date"] = func(row uint32) uint64 { return uint64(q.Birth[row]) }
		p["birth_year"] = func(row uint32) uint64 { return uint64(q.Birth[row] / 10000) }
	}
	if q.Given.Present() && q.Family.Present() {
		given, family := hashes(q.givenKey), hashes(q.familyKey)
		p["name"] = func(row uint32) uint64 {
			g, f := given[q.givenKey.Codes[row]], family[q.familyKey.Codes[row]]
			if g == 0 || f == 0 {
				return 0
			}
			return mix(g) + mix(f)
		}
	}
	for _, o := range q.Other {
		p[o.Name] = of(o.Column)
	}
	return p
}

func hashes(c Column) []uint64 {
	out := make([]uint64, len(c.Values))
	for i, v := range c.Values {
		if i > 0 {
			out[i] = textHash(v)
		}
	}
	return out
}

func firstWord(s string) string {
	if i := strings.IndexAny(s, " -"); i > 0 {
		return s[:i]
	}
	return s
}
