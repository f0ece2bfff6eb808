package linkage

import "fmt"

// A Rule proposes pairs: rows that agree on every part are compared. The parts
// are names of Parts.
type Rule []string

// Parts lists what a rule may be made of:
//
//	email, email_local     the address; the part before the @ when it has six letters or more
//	phone                  the number
//	birth_date, birth_year
//	given_name             the name or the full name it is short for
//	given_initial          its first letter
//	family_name            the surname, all its forms alike
//	family_sound           what it sounds like
//	name                   given name and surname, in either order
//	postcode, postcode_area (the first three signs), city, street, house_number
//	address                the whole address
//
// and the names of other fields.
func Parts() []string {
	return []string{"address", "birth_date", "birth_year", "city", "email", "email_local", "family_name", "family_sound",
		"given_initial", "given_name", "house_number", "name", "phone", "postcode", "postcode_area", "street", "company"}
}

// DefaultRules are strict rules first; the loose ones at the end share what is
// left of the pair budget, so that small tables are searched more thoroughly.
func DefaultRules() []Rule {
	return []Rule{
		{"email"},
		{"phone"},
		{"address"},
		{"company", "postcode"},
		{"company", "city"},
		{"street", "house_number"},
		{"family_name", "birth_date"},
		{"given_name", "birth_date"},
		{"name", "birth_year"},
		{"name", "postcode_area"},
		{"family_name", "postcode"},
		{"email_local"},
		{"name"},
		{"postcode", "house_number"},
		{"birth_date", "postcode_area"},
		{"given_name", "postcode"},
		{"family_sound", "given_initial", "birth_year"},
		{"family_sound", "postcode_area"},
		{"family_sound", "given_initial", "city"},
		{"birth_date"},
		{"postcode"},
		{"company"},
	}
}

// selective is the share of pairs of rows that agree on a further field from
// which the field is no key by itself.
const selective = 1e-3

// defaultRules are DefaultRules, and the further fields that are nearly keys.
func (q *prepared) defaultRules() []Rule {
	var keys []Rule
	for i, o := range q.Other {
		if share := q.freq.agreeing(q.freq.other[i], q.freq.nOther[i]); share > 0 && share < selective {
			keys = append(keys, Rule{o.Name})
		}
	}
	return append(keys, DefaultRules()...)
}

// splitters divide a block that is too large, in this order.
func splitters() []string {
	return []string{"name", "birth_date", "postcode", "family_name", "given_name", "house_number", "street", "city"}
}

// parts resolves names of parts to functions of a row; 0 is an absent part.
type parts map[string]func(row uint32) uint64

func (p parts) rule(r Rule) ([]func(uint32) uint64, error) {
	if len(r) == 0 {
		return nil, fmt.Errorf("block rule without a field; name at least one")
	}
	var out []func(uint32) uint64
	for _, name := range r {
		f, ok := p[name]
		if !ok {
			return nil, fmt.Errorf("block rule: unknown field %q", name)
		}
		if f == nil { // the column is absent everywhere: the rule proposes nothing
			return nil, nil
		}
		out = append(out, f)
	}
	return out, nil
}

// key joins the parts of a row into one number, 0 when a part is absent. Two
// different keys collide so rarely that it only costs a needless comparison.
func key(fs []func(uint32) uint64, row uint32) uint64 {
	h := uint64(14695981039346656037)
	for _, f := range fs {
		v := f(row)
		if v == 0 {
			return 0
		}
		h = mix(h ^ v)
	}
	return h | 1
}

// mix spreads the bits of a number (the finaliser of splitmix64).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// textHash is FNV-1a, for values whose dictionaries differ.
func textHash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h | 1
}
