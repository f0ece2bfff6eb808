package address

import (
	"cmp"
	"iter"
	"slices"
)

// Speller repairs typing errors in street names by what a batch of addresses itself
// shows; no dictionary is asked.
//
//  1. It knows the names of the batch, and at how many houses (country, postcode,
//     number) each stands.
//  2. Of one house it is shown every spelling. Two that are one error apart (two in
//     long names) are one street, unless both are names in their own right: a name
//     that stands at three houses or more, at more than one for every fifty of the
//     other, and seldom beside it at one house, is no error.
//  3. A settled spelling, of a table that was cleansed before, stays and wins. Else
//     wins the name that is twenty times as frequent as the other, then the one that
//     more rows of the house write, then the one five times as frequent.
//  4. Two rare spellings of one house, neither of which won, are both wrong when each
//     is one error away from the same frequent name.
//
// What stands at one house alone is never touched, however odd: Zielna is a name,
// not an error of Zielona. The result does not depend on the order of names or
// spellings. A Speller never changes and may be shared by goroutines.
type Speller struct {
	names  map[string]known
	nearby map[string][]string // a frequent name with one letter left out -> such names
	beside map[[2]string]int   // two names one error apart -> houses at which both stand
}

// Name is a street of a batch, or a village that has none: how often it stands there.
type Name struct {
	Country, Text string
	Houses        int
}

// Spelling is one way in which the street of a house is written.
type Spelling struct {
	Country, Text           string // Text: the street without type and direction, or the village
	Predir, Suffix, Postdir string // United States
	Rows                    int    // rows that write it so and vote
	Settled                 int    // rows of tables whose spelling is settled
}

// known is a name as the batch has it.
type known struct {
	houses int
	form   string // how to write it
}

const (
	frequentHouses = 20 // a name is frequent from here on
	frequentOver   = 20 // times as frequent, and it wins whatever the rows
	ownName        = 3  // houses from which a name may be one in its own right
	ownNameShare   = 50 // of so many houses of the other name one must have it
	ownNameBeside  = 4  // of so many of its houses less than one may have the other as well
	longName       = 9  // letters from which two errors may be repaired
	rareForm       = 10 // a form is rare when another is so many times as frequent
)

// NewSpeller reads the names of a batch, each form once, and the spellings of its
// houses, all those of one house at once; houses with one spelling may be left out.
func NewSpeller(names iter.Seq[Name], houses iter.Seq[[]Spelling]) *Speller {
	s := &Speller{names: map[string]known{}, nearby: map[string][]string{}, beside: map[[2]string]int{}}
	s.count(names)
	for house := range houses {
		s.pair(house)
	}
	return s
}

func (s *Speller) count(names iter.Seq[Name]) {
	forms := map[string][]Name{}
	for n := range names {
		if key := nameKey(n.Country, n.Text); key != "" {
			forms[key] = append(forms[key], n)
		}
	}
	for key, list := range forms {
		k := known{form: bestForm(list)}
		for _, n := range list {
			k.houses += n.Houses
		}
		s.names[key] = k
		if k.houses < frequentHouses {
			continue
		}
		for _, d := range leaveOneOut(key) {
			s.nearby[d] = append(s.nearby[d], key)
		}
	}
}

// bestForm chooses how to write a name: of the forms that are not rare beside the most
// frequent one, that with the most diacritics; then the more frequent.
func bestForm(forms []Name) string {
	most := slices.MaxFunc(forms, func(a, b Name) int { return cmp.Compare(a.Houses, b.Houses) }).Houses
	best := Name{}
	for _, n := range forms {
		if n.Houses*rareForm < most {
			continue
		}
		if best.Text == "" || cmp.Or(cmp.Compare(marks(n.Text), marks(best.Text)), cmp.Compare(n.Houses, best.Houses), cmp.Compare(best.Text, n.Text)) > 0 {
			best = n
		}
	}
	return best.Text
}

// pair notes the names of one house that are one error apart and common enough to
// be names in their own right.
func (s *Speller) pair(house []Spelling) {
	keys := make([]string, 0, len(house))
	for _, x := range house {
		if key := nameKey(x.Country, x.Text); s.names[key].houses >= ownName && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	for i, a := range keys {
		for _, b := range keys[:i] {
			if near(a[2:], b[2:]) {
				s.beside[[2]string{min(a, b), max(a, b)}]++
			}
		}
	}
}

// candidate is a spelling at work.
type candidate struct {
	Spelling
	key    string // country and folded name
	full   string // United States: the same with direction and suffix written out
	houses int
	rows   int // of all spellings with the same key
	fixed  int // settled ones among them
}

// Repair is told all spellings of one house and gives for each what it should be:
// itself, or the one that it is an error of.
func (s *Speller) Repair(house []Spelling) []Spelling {
	list := make([]candidate, len(house))
	for i, x := range house {
		key := nameKey(x.Country, x.Text)
		list[i] = candidate{Spelling: x, key: key, full: fullKey(x), houses: s.names[key].houses}
	}
	for i := range list {
		for j := range list {
			if list[i].key == list[j].key {
				list[i].rows += list[j].Rows
				list[i].fixed += list[j].Settled
			}
		}
	}
	next := make([]int, len(list))
	for i := range list {
		next[i] = s.best(list, i)
	}
	out := slices.Clone(house)
	for i, own := range list {
		if own.key == "" {
			continue
		}
		at := i
		for range list { // an error of an error ends where that one does
			if next[at] < 0 || next[at] == i {
				break
			}
			at = next[at]
		}
		switch {
		case at != i:
			out[i] = s.as(own, list[at])
		case own.fixed == 0:
			if key := s.third(own, list); key != "" {
				out[i].Text = s.names[key].form
			}
		}
	}
	return out
}

// best gives the spelling that the i-th is an error of, or -1.
func (s *Speller) best(list []candidate, i int) int {
	at := -1
	if list[i].key == "" || list[i].fixed > 0 {
		return at
	}
	for j, x := range list {
		if x.key != "" && s.sameStreet(list[i], x) && stronger(x, list[i]) && (at < 0 || preferred(x, list[at])) {
			at = j
		}
	}
	return at
}

// as gives own with the name of x, written as the batch writes it best. Direction and
// suffix come with it when they disagree: they were part of the error.
func (s *Speller) as(own, x candidate) Spelling {
	out := own.Spelling
	out.Text = x.Text
	if k := s.names[x.key]; x.fixed == 0 && k.form != "" {
		out.Text = k.form
	}
	if !sameParts(own, x) || hidden(own, x) {
		out.Predir, out.Suffix, out.Postdir = x.Predir, x.Suffix, x.Postdir
	}
	return out
}

// sameStreet reports whether two spellings of one house are one street with an error.
func (s *Speller) sameStreet(a, b candidate) bool {
	if a.Country != b.Country || a.key == b.key || s.ownRight(a, b) && s.ownRight(b, a) {
		return false
	}
	return sameParts(a, b) && near(a.key[2:], b.key[2:]) || hidden(a, b)
}

// sameParts reports whether no direction or suffix contradicts.
func sameParts(a, b candidate) bool {
	return compatible(a.Predir, b.Predir) && compatible(a.Suffix, b.Suffix) && compatible(a.Postdir, b.Postdir)
}

func compatible(a, b string) bool { return a == b || a == "" || b == "" }

// hidden reports whether the error of one of them hides its direction or suffix: Wset
// Oak St, Oak Blnd.
func hidden(a, b candidate) bool {
	if (a.Predir == "") == (b.Predir == "") && (a.Suffix == "") == (b.Suffix == "") {
		return false
	}
	return compatible(a.Predir, b.Predir) && compatible(a.Suffix, b.Suffix) && digitsOf(a.full) == digitsOf(b.full) && typo(a.full, b.full)
}

// ownRight reports whether a stands at too many houses, and too seldom beside b, to
// be an error of b.
func (s *Speller) ownRight(a, b candidate) bool {
	return a.houses >= ownName && a.houses*ownNameShare > b.houses && s.beside[[2]string{min(a.key, b.key), max(a.key, b.key)}]*ownNameBeside < a.houses
}

// stronger reports whether x is more credible than own.
func stronger(x, own candidate) bool {
	switch {
	case x.fixed > 0:
		return true
	case x.houses >= frequentHouses && x.houses >= frequentOver*own.houses:
		return true
	case own.houses >= frequentHouses && own.houses >= frequentOver*x.houses:
		return false
	case x.rows != own.rows:
		return x.rows > own.rows
	}
	return x.houses >= 5*own.houses
}

// preferred orders the spellings that may replace another.
func preferred(a, b candidate) bool {
	return cmp.Or(cmp.Compare(a.fixed, b.fixed), cmp.Compare(a.rows, b.rows), cmp.Compare(a.houses, b.houses), cmp.Compare(b.key, a.key), cmp.Compare(b.Text, a.Text), cmp.Compare(b.full, a.full)) > 0
}

// third finds the frequent name that own and another rare spelling of the house are
// both an error of.
func (s *Speller) third(own candidate, list []candidate) string {
	for _, x := range list {
		if x.key == "" || x.key == own.key || x.Country != own.Country || !compatible(own.Suffix, x.Suffix) || !compatible(own.Predir, x.Predir) {
			continue
		}
		if key := s.frequentNear(own); key != "" && key == s.frequentNear(x) {
			return key
		}
	}
	return ""
}

// frequentNear gives the one frequent name that a rare one is an error of.
func (s *Speller) frequentNear(c candidate) string {
	best := ""
	for _, d := range leaveOneOut(c.key) {
		for _, m := range s.nearby[d] {
			if m == best || s.names[m].houses < frequentOver*c.houses || !near(c.key[2:], m[2:]) {
				continue
			}
			if best != "" {
				return ""
			}
			best = m
		}
	}
	return best
}
