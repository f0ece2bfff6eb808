package linkage

import (
	"strings"

	"kartoteka/pipelines/kernel/similar"
)

// Levels of a given name.
const (
	givenEqual     = iota + 1
	givenVariant   // kasia, katarzyna
	givenInitial   // k., katarzyna
	givenSimilar   // one slip of the fingers, and one of the two is rare
	givenPart      // anna maria, maria
	givenLoose     // alike, but both are names of their own: marta, maria
	givenDifferent // nothing in common
)

// Levels of a surname.
const (
	familyEqual     = iota + 1 // equal, or forms of one surname
	familySimilar              // one slip of the fingers or one sound, and one of the two is rare
	familyPart                 // nowak-kowalska, kowalska
	familyLoose                // alike
	familyDifferent            // nothing in common
)

// nameLevels sets the levels of given name and surname, trying the exchange of
// the two when they disagree as they stand.
func (c *comparer) nameLevels(a, b uint32, v *vector) {
	q := c.q
	ga, gb, fa, fb := q.Given.At(a), q.Given.At(b), q.Family.At(a), q.Family.At(b)
	if q.hints.given != nil && q.Email.Codes[a] == q.Email.Codes[b] { // an address says nothing about itself
		ga, fa = stated(ga, q.hints.given[a]), stated(fa, q.hints.family[a])
		gb, fb = stated(gb, q.hints.given[b]), stated(fb, q.hints.family[b])
	}
	given, family := c.given(ga, gb), c.family(fa, fb)
	if (given == givenPart || given == givenSimilar) && exact(q.Gender.At(a), q.Gender.At(b)) == valueDifferent {
		given = givenLoose // jan, janina
	}
	v.level[atGiven], v.level[atFamily] = given, family
	switch given {
	case givenEqual:
		v.count[atGiven] = q.freq.given[ga]
	case givenVariant:
		// strangers have two forms of one name as often as the rarer form is used
		x, y := q.freq.given[ga], q.freq.given[gb]
		v.count[atGiven] = 2*x*y/(x+y) + 1
	}
	if family == familyEqual {
		v.count[atFamily] = q.freq.familyKey[q.familyKey.Codes[a]]
		if given == givenEqual || given == givenVariant {
			v.lift = q.cultures.lift(q.givenKey.Codes[a], q.familyKey.Codes[a])
		}
	}
	if ga != 0 && gb != 0 && given != givenDifferent && given != givenLoose || fa == 0 || fb == 0 || ga == 0 || gb == 0 {
		return
	}
	if family == familyEqual {
		return
	}
	if !c.crossed(ga, fb) || !c.crossed(gb, fa) {
		return
	}
	v.level[atGiven], v.level[atFamily] = givenEqual, familyEqual
	// what stands as a given name on one side and as a surname on the other is
	// counted where it is usual
	v.count[atGiven] = max(q.freq.given[ga], q.freq.given[gb])
	v.count[atFamily] = max(q.freq.familyKey[q.familyKey.Codes[a]], q.freq.familyKey[q.familyKey.Codes[b]])
}

// stated is a code that comes from the row itself, else absent.
func stated(code uint32, hinted bool) uint32 {
	if hinted {
		return 0
	}
	return code
}

// given returns the level of two given names by code, remembered per pair.
func (c *comparer) given(a, b uint32) uint8 {
	if a == 0 || b == 0 {
		return 0
	}
	if a == b {
		return givenEqual
	}
	if q := c.q; q.quick.given[a].unlike(&q.quick.given[b]) && !meet(q.meanings[a], q.meanings[b]) {
		return givenDifferent
	}
	return c.cachedGiven.get(a, b, c.givenLevel)
}

// family returns the level of two surnames by code, remembered per pair.
func (c *comparer) family(a, b uint32) uint8 {
	if a == 0 || b == 0 {
		return 0
	}
	if a == b {
		return familyEqual
	}
	q := c.q
	if ka, kb := q.keyOf[a], q.keyOf[b]; ka == kb {
		return familyEqual
	} else if q.quick.family[a].unlike(&q.quick.family[b]) && q.quick.familyKey[ka].unlike(&q.quick.familyKey[kb]) {
		return familyDifferent
	}
	return c.cachedFamily.get(a, b, c.familyLevel)
}

// crossed tells whether a given name of one row is the surname of another.
func (c *comparer) crossed(given, family uint32) bool {
	if q := c.q; !q.asGiven[family] && q.quick.given[given].unlike(&q.quick.family[family]) {
		return false
	}
	return c.cachedCross.get(given, family, func(given, family uint32) uint8 {
		g, f := c.q.Given.Values[given], c.q.Family.Values[family]
		if c.surnameKey(g) == c.surnameKey(f) || c.sharesVariant(given, f) {
			return 1
		}
		if len(g) >= 5 && len(f) >= 5 && similar.Distance(g, f, 1) <= 1 {
			return 1
		}
		return 2
	}) == 1
}

func (c *comparer) sharesVariant(given uint32, text string) bool {
	if c.q.GivenKeys == nil {
		return false
	}
	for _, x := range c.q.variants[given] {
		for _, y := range c.q.GivenKeys(text) {
			if x == y {
				return true
			}
		}
	}
	return false
}

func (c *comparer) surnameKey(s string) string {
	if c.q.SurnameKey == nil {
		return s
	}
	return c.q.SurnameKey(s)
}

func (c *comparer) givenLevel(a, b uint32) uint8 {
	q := c.q
	x, y := q.Given.Values[a], q.Given.Values[b]
	if meet(q.meanings[a], q.meanings[b]) {
		return givenVariant
	}
	if initial(x) || initial(y) {
		return initialLevel(x, y, q.variants[a], q.variants[b])
	}
	wordsX, wordsY := strings.FieldsFunc(x, wordEnd), strings.FieldsFunc(y, wordEnd)
	if len(wordsX)+len(wordsY) > 2 && c.partOf(wordsX, wordsY) {
		return givenPart
	}
	if shortened(x, y) || shortened(y, x) {
		return givenPart
	}
	slips := 1
	if min(len(x), len(y)) >= 7 {
		slips = 2
	}
	switch {
	case min(len(x), len(y)) >= 3 && similar.Distance(x, y, slips) <= slips:
		if slip(q.freq.given[a], q.freq.given[b]) {
			return givenSimilar
		}
		return givenLoose
	case jaroWinkler(x, y) >= 0.88:
		return givenLoose
	}
	return givenDifferent
}

// shortened tells whether a name is the beginning of a longer one: tad, tadeusz.
// A single vowel more makes another name, often of the other gender.
func shortened(short, long string) bool {
	return len(short) >= 3 && len(long) >= len(short)+2 && strings.HasPrefix(long, short)
}

// partOf tells whether one of several given names is the other's.
func (c *comparer) partOf(xs, ys []string) bool {
	for _, x := range xs {
		for _, y := range ys {
			if len(x) < 3 || len(y) < 3 {
				continue
			}
			if x == y || c.q.GivenKeys != nil && common(c.q.GivenKeys(x), c.q.GivenKeys(y)) {
				return true
			}
		}
	}
	return false
}

func (c *comparer) familyLevel(a, b uint32) uint8 {
	q := c.q
	x, y := q.Family.Values[a], q.Family.Values[b]
	kx, ky := q.familyKey.Values[q.keyOf[a]], q.familyKey.Values[q.keyOf[b]]
	wordsX, wordsY := strings.FieldsFunc(x, wordEnd), strings.FieldsFunc(y, wordEnd)
	if len(wordsX)+len(wordsY) > 2 {
		for _, u := range wordsX {
			for _, w := range wordsY {
				if len(u) >= 3 && len(w) >= 3 && c.surnameKey(u) == c.surnameKey(w) {
					return familyPart
				}
			}
		}
	}
	slips := 1
	if min(len(x), len(y)) >= 8 {
		slips = 2
	}
	if min(len(x), len(y)) >= 4 {
		if similar.Distance(x, y, slips) <= slips || similar.Distance(kx, ky, slips) <= slips {
			if slip(q.freq.family[a], q.freq.family[b]) {
				return familySimilar
			}
			return familyLoose
		}
		// long values are cut by old systems
		if min(len(x), len(y)) >= 8 && (strings.HasPrefix(x, y) || strings.HasPrefix(y, x)) {
			return familySimilar
		}
	}
	if c.soundsAlike(a, b) {
		if slip(q.freq.family[a], q.freq.family[b]) {
			return familySimilar
		}
		return familyLoose
	}
	if jaroWinkler(x, y) >= 0.88 {
		return familyLoose
	}
	return familyDifferent
}

// slip tells whether two near values are rather one value and a typing error
// than two values of their own: an error is much rarer than what it spoils.
func slip(a, b uint32) bool {
	rare, usual := min(a, b), max(a, b)
	return rare <= 2 || rare*20 <= usual
}

func initial(s string) bool { return len(strings.TrimSuffix(s, ".")) == 1 }

func initialLevel(x, y string, variantsX, variantsY []string) uint8 {
	if x[0] == y[0] {
		return givenInitial
	}
	full, letter := variantsY, x
	if initial(y) {
		full, letter = variantsX, y
	}
	for _, v := range full {
		if v != "" && v[0] == letter[0] {
			return givenInitial
		}
	}
	return givenDifferent
}

// jaroWinkler orders its arguments, since Jaro's measure is not symmetric for
// some repeated letters.
func jaroWinkler(x, y string) float64 {
	if x > y {
		x, y = y, x
	}
	return similar.JaroWinkler(x, y)
}

func common(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y && x != "" {
				return true
			}
		}
	}
	return false
}

// meet tells whether two short lists have a number in common.
func meet(a, b []uint32) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

func wordEnd(r rune) bool { return r == ' ' || r == '-' }
