package linkage

import (
	"strings"

	"kartoteka/pipelines/kernel/similar"
)

// addressLevel compares two addresses, as a whole and then by their parts.
func (c *comparer) addressLevel(a, b uint32, v *vector) {
	q := c.q
	if x := q.Address.At(a); x != 0 && x == q.Address.At(b) {
		v.level[atAddress] = addressEqual
		v.count[atAddress] = q.freq.address[x]
		return
	}
	pa, pb, ca, cb := q.Postcode.At(a), q.Postcode.At(b), q.City.At(a), q.City.At(b)
	postcodes, cities := exact(pa, pb), c.city(ca, cb)
	if postcodes == 0 && cities == 0 {
		return
	}
	near := postcodes == valueEqual || cities == valueEqual || cities == valueSimilar
	if near && c.sameHouse(a, b, postcodes == valueEqual) {
		ua, ub := q.Unit.At(a), q.Unit.At(b)
		switch {
		case ua == ub:
			v.level[atAddress] = addressSimilar
			v.count[atAddress] = max(q.addressCount(a), q.addressCount(b))
			return
		case ua == 0 || ub == 0:
			v.level[atAddress] = addressNoUnit
			return
		}
	}
	switch {
	case postcodes == valueEqual:
		v.level[atAddress] = addressPostcode
		v.count[atAddress] = q.freq.postcode[pa]
	case cities == valueEqual || cities == valueSimilar:
		v.level[atAddress] = addressCity
		if cities == valueEqual { // names that are only alike are as usual as random pairs say
			v.count[atAddress] = q.freq.city[ca]
		}
	default:
		v.level[atAddress] = addressDifferent
	}
}

// addressCount returns how many rows have the row's address, at least 1.
func (q *prepared) addressCount(row uint32) uint32 {
	if x := q.Address.At(row); x != 0 {
		return q.freq.address[x]
	}
	return 1
}

// sameHouse tells whether street (or box) and house number name one building.
// Within one postcode, a village without streets needs the number alone.
func (c *comparer) sameHouse(a, b uint32, samePostcode bool) bool {
	q := c.q
	if x, y := q.Box.At(a), q.Box.At(b); x != 0 || y != 0 {
		return x == y
	}
	if h := q.House.At(a); h == 0 || h != q.House.At(b) {
		return false
	}
	x, y := q.Street.At(a), q.Street.At(b)
	if x == 0 || y == 0 {
		return x == y && samePostcode
	}
	return x == y || c.cachedStreet.get(x, y, func(x, y uint32) uint8 { return alike(q.Street.Values[x], q.Street.Values[y]) }) == valueSimilar
}

// city returns the level of two names of places.
func (c *comparer) city(a, b uint32) uint8 {
	if a == 0 || b == 0 || a == b {
		return exact(a, b)
	}
	return c.cachedCity.get(a, b, func(a, b uint32) uint8 { return alike(c.q.City.Values[a], c.q.City.Values[b]) })
}

// alike tells whether two names of streets or places are one: few slips, or one
// name contained in the other (gen. andersa, generala wladyslawa andersa).
// Other figures make another name (3 maja, 1 maja).
func alike(x, y string) uint8 {
	if digits(x) != digits(y) {
		return valueDifferent
	}
	slips := 1
	if min(len(x), len(y)) >= 8 {
		slips = 2
	}
	if min(len(x), len(y)) >= 4 && similar.Distance(x, y, slips) <= slips {
		return valueSimilar
	}
	wordsX, wordsY := strings.FieldsFunc(x, wordEnd), strings.FieldsFunc(y, wordEnd)
	if len(wordsX) == len(wordsY) || len(wordsX) == 0 || len(wordsY) == 0 {
		return valueDifferent
	}
	if len(wordsX) > len(wordsY) {
		wordsX, wordsY = wordsY, wordsX
	}
	for _, w := range wordsX {
		if !contains(wordsY, w) {
			return valueDifferent
		}
	}
	return valueSimilar
}

func contains(words []string, w string) bool {
	for _, x := range words {
		if x == w {
			return true
		}
	}
	return false
}
