package name

import "strings"

// couple reads two people in one text: "Jan i Maria Kowalscy", "Ewa Bąk i
// Marcin Ptak", "Kowalska Irena, Kowalski Roman", "Państwo Kowalscy", "Mr and
// Mrs John Smith". ts are the words of text.
func couple(text string, ts []token, country string) (Name, bool) {
	if n, ok := plainPlural(ts); ok {
		return n, true
	}
	if at := connector(ts); at > 0 {
		return pair(ts[:at], ts[at+1:], country)
	}
	if strings.IndexByte(text, ',') < 0 {
		return Name{}, false
	}
	parts := commaParts(text)
	if len(parts) != 2 {
		return Name{}, false
	}
	left, right := tokens(parts[0]), tokens(parts[1])
	if len(left) < 2 || len(right) < 2 || !anyGiven(left) || !anyGiven(right) || right[len(right)-1].initial() {
		return Name{}, false
	}
	return pair(left, right, country)
}

// connector finds the word that joins two people; 0 when there is none.
func connector(ts []token) int {
	for i, t := range ts {
		if i == 0 || i == len(ts)-1 {
			continue
		}
		switch t.key {
		case "i", "I":
			if t.text == "i" || t.text == "I" && strings.ToUpper(join(ts)) == join(ts) {
				return i
			}
		case "oraz", "and", "&", "und", "+", "/":
			return i
		}
	}
	return 0
}

func anyGiven(ts []token) bool {
	for _, t := range ts {
		if _, known := given(t.key); known {
			return true
		}
	}
	return false
}

// plainPlural reads "Państwo Kowalscy".
func plainPlural(ts []token) (Name, bool) {
	titles, _, rest := cutTitles(ts)
	if titles == "" || len(rest) != 1 {
		return Name{}, false
	}
	him, her, ok := singular(rest[0].text)
	if !ok {
		return Name{}, false
	}
	return Name{Kind: Couple, Prefix: titles, Family: him, Family2: her, Gender: "m", Gender2: "f", Codes: []string{CodePlural}}, true
}

// pair reads the two sides of a connector; the surname may stand on either
// side or on both.
func pair(left, right []token, country string) (Name, bool) {
	prefix1, g1, left := sideTitles(left)
	prefix2, g2, right := sideTitles(right)
	if len(left) == 0 && len(right) > 0 && prefix1 != "" { // Mr and Mrs John Smith
		s := splitPerson(right, country)
		n := Name{Kind: Couple, Prefix: prefix1 + " and " + prefix2, Given: s.given, Middle: s.middle, Family: s.family, Family2: s.family, Gender: "m", Gender2: "f"}
		return n, s.family != ""
	}
	if len(left) == 0 || len(right) == 0 || !anyGiven(left) && !left[0].initial() || !anyGiven(right) && !right[0].initial() {
		return Name{}, false
	}
	a, b := splitPerson(left, country), splitPerson(right, country)
	n := Name{Kind: Couple, Given: a.given, Middle: a.middle, Family: a.family, Given2: b.given, Family2: b.family}
	n.Prefix = prefix1
	if prefix2 != "" {
		n.Prefix = strings.TrimPrefix(prefix1+"; "+prefix2, "; ")
	}
	n.Gender, _ = gender("", g1, a.first, a.last, country)
	n.Gender2, _ = gender("", g2, b.first, b.last, country)
	shareSurname(&n)
	return n, n.Family != ""
}

// sideTitles cuts titles even when nothing else stands on that side.
func sideTitles(ts []token) (titles, gender string, rest []token) {
	if len(ts) == 1 {
		if g, ok := title(ts[0].key); ok {
			return ts[0].text, g, nil
		}
	}
	return cutTitles(ts)
}

// shareSurname gives the surname of one side to both, in the form of each
// one's gender.
func shareSurname(n *Name) {
	shared := n.Family
	switch {
	case n.Family != "" && n.Family2 != "":
		return
	case n.Family == "":
		shared = n.Family2
	}
	n.Family, n.Family2 = shared, shared
	if him, her, ok := singular(shared); ok {
		n.code(CodePlural)
		n.Family, n.Family2 = formFor(n.Gender, him, her), formFor(n.Gender2, him, her)
		return
	}
	key := keyOf(shared)
	switch surnameGender(lastWord(key)) {
	case 'm':
		if n.Gender == "f" {
			n.Family = shared[:len(shared)-1] + like(shared, "a")
		}
		if n.Gender2 == "f" {
			n.Family2 = shared[:len(shared)-1] + like(shared, "a")
		}
	case 'f':
		if n.Gender == "m" {
			n.Family = shared[:len(shared)-1] + like(shared, "i")
		}
		if n.Gender2 == "m" {
			n.Family2 = shared[:len(shared)-1] + like(shared, "i")
		}
	}
}

func formFor(gender, him, her string) string {
	if gender == "f" {
		return her
	}
	return him
}

// like gives end in the case of text.
func like(text, end string) string {
	if text == strings.ToUpper(text) {
		return strings.ToUpper(end)
	}
	return end
}
