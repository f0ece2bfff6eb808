package name

import (
	"slices"
	"strings"

	"kartoteka/pipelines/kernel/name/lexicon"
)

// split is one person's name after titles and suffixes are off.
type split struct {
	given, middle, family string
	first, last           token // what gender looks at
	reversed, unsure      bool
}

// splitPerson decides which words are given names and which the surname.
func splitPerson(ts []token, country string) split {
	switch len(ts) {
	case 0:
		return split{}
	case 1:
		if _, known := given(ts[0].key); known {
			return split{given: ts[0].text, first: ts[0]}
		}
		return split{family: ts[0].text, last: ts[0]}
	}
	reversed, unsure := familyFirst(ts, country)
	var s split
	if reversed {
		s = splitReversed(ts)
	} else {
		s = splitForward(ts, country)
	}
	s.reversed, s.unsure = reversed, unsure
	return s
}

// familyFirst decides the order of two or more words.
func familyFirst(ts []token, country string) (reversed, unsure bool) {
	first, last := ts[0], ts[len(ts)-1]
	if first.initial() || slices.ContainsFunc(ts[1:len(ts)-1], token.initial) {
		return false, false // J. Smith, Ben Y. Smith
	}
	if first.particle() && len(ts) > 2 {
		_, known := given(last.key)
		return known, false
	}
	if last.initial() { // Kowalska A., DELGADO MARIA T
		if len(ts) == 2 {
			_, known := given(first.key)
			return !known && country == "PL", false
		}
		_, firstKnown := given(first.key)
		_, secondKnown := given(ts[1].key)
		return !firstKnown && secondKnown, false
	}
	_, firstKnown := given(first.key)
	_, lastKnown := given(last.key)
	switch {
	case firstKnown && lastKnown && len(ts) == 2:
		return bothGiven(first, last)
	case firstKnown:
		return false, false
	case lastKnown && lexicon.MostlySurname(last.key) && country != "PL" && !polishSurname(first.key):
		return false, false // Hyesoon Kim
	case lastKnown:
		return true, false
	case len(ts) > 2 && knownGiven(ts[1]) && !ts[len(ts)-2].particle() && len(ts) == 3 && polishSurname(first.key):
		return true, false // Kowalska Anna Xxxx
	}
	firstNear, lastNear := nearGiven(first.key), nearGiven(last.key)
	if firstNear != lastNear {
		return lastNear, false
	}
	firstShape, lastShape := polishSurname(first.key), polishSurname(last.key)
	if country != "PL" { // elsewhere only the unmistakable endings count
		firstShape, lastShape = surnameGender(first.key) != 0, surnameGender(last.key) != 0
	}
	if firstShape != lastShape {
		return firstShape, false
	}
	return false, false
}

func knownGiven(t token) bool {
	_, known := given(t.key)
	return known
}

// bothGiven decides "Kelly Anna" by the word that is no surname, otherwise by
// the shape of a Polish surname; what is left is unsure.
func bothGiven(first, last token) (reversed, unsure bool) {
	a, b := lexicon.AlsoSurname(first.key), lexicon.AlsoSurname(last.key)
	if g, _ := given(last.key); a && g == 'e' {
		return false, true // Jordan Avery
	}
	if a != b {
		return a, false
	}
	if a && b {
		return false, false
	}
	return false, true
}

// splitForward reads given names first: the first word, further known given
// names and initials while a word is left, then the surname.
func splitForward(ts []token, country string) split {
	s := split{given: ts[0].text, first: ts[0]}
	at := 1
	for at < len(ts)-1 && !ts[at].particle() {
		if !ts[at].initial() && !middleName(ts, at, country) {
			break
		}
		at++
	}
	if at > 1 {
		s.middle = join(ts[1:at])
	}
	if s.first.initial() && at > 1 && !ts[1].initial() {
		s.first = ts[1] // J. Edgar Whitfield: Edgar tells the gender
	}
	s.family, s.last = join(ts[at:]), ts[len(ts)-1]
	return s
}

// middleName reports whether a word between the first and the last is a second
// given name. Polish people write double surnames in two words as well, so
// there only known given names are; in English any single word between is.
func middleName(ts []token, at int, country string) bool {
	if _, known := given(ts[at].key); known {
		return true
	}
	english := country == "US" || country == "GB"
	return english && at == 1 && len(ts) == 3
}

// splitReversed reads the surname first: words up to the first known given
// name, at least one.
func splitReversed(ts []token) split {
	at := 1
	for at < len(ts)-1 {
		if _, known := given(ts[at].key); known && !ts[at-1].particle() {
			break
		}
		if ts[at].initial() {
			break
		}
		at++
	}
	s := split{family: join(ts[:at]), last: ts[at-1], given: ts[at].text, first: ts[at]}
	if at+1 < len(ts) {
		s.middle = join(ts[at+1:])
	}
	return s
}

// splitComma reads "Smith, John A." and "Smith Jr, John".
func splitComma(before, after []token) split {
	s := split{family: join(before), last: before[len(before)-1], given: after[0].text, first: after[0], reversed: true}
	if len(after) > 1 {
		s.middle = join(after[1:])
	}
	return s
}

// commaParts cuts at the commas and drops empty parts.
func commaParts(text string) []string {
	var parts []string
	for _, p := range strings.Split(text, ",") {
		if p = strings.TrimSpace(p); p != "" {
			parts = append(parts, p)
		}
	}
	return parts
}
