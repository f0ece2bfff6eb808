package address

import (
	"cmp"
	"hash/fnv"
	"iter"
	"slices"

	"kartoteka/pipelines/kernel/fold"
)

// Speller repairs typing errors in street names by what a batch itself shows. Two
// kinds of evidence count:
//
//   - the same home: rows with the same postcode, house and flat spell the street
//     in ways that are one error apart (two in long names); the name that is much
//     more frequent in the batch wins, else the spelling with more rows at the home
//     (code spelling_corrected);
//   - the whole batch: a name that stands there once or twice is one error away
//     from exactly one name at least 20 times as frequent, with the same first and
//     last letter (code spelling_guessed; Guess must be set).
//
// It does not depend on the order of the rows. It never changes after NewSpeller
// and may be shared by goroutines.
type Speller struct {
	guess  bool
	homes  map[uint64][]spelling // only homes with two spellings or more
	names  map[string]int        // country + street key -> rows
	form   map[string]string     // country + street key -> how to write it
	nearby map[string][]string   // name with one letter left out -> frequent names
}

// SpellerOptions set up a Speller. Guess adds the evidence of the whole batch,
// which may take a rare real name (Zielna) for a misspelt common one (Zielona).
type SpellerOptions struct{ Guess bool }

type spelling struct {
	key  string
	rows int
}

const (
	frequentRows = 20 // a name is frequent from here on
	rareRows     = 2  // a name is rare up to here
	frequentOver = 20 // times as frequent as the rare name
	longName     = 9  // letters from which two errors may be repaired at the same home
)

// NewSpeller counts the parsed addresses of a batch; rows is read twice.
func NewSpeller(rows iter.Seq[Address], opts SpellerOptions) *Speller {
	s := &Speller{guess: opts.Guess, homes: map[uint64][]spelling{}, names: map[string]int{}, form: map[string]string{}}
	forms := map[string]map[string]int{}
	first := map[uint64]string{}
	for a := range rows {
		k := a.spellingKey()
		if k == "" {
			continue
		}
		s.names[k]++
		if forms[k] == nil {
			forms[k] = map[string]int{}
		}
		forms[k][a.spelt()]++
		if h := a.home(); h != 0 {
			switch have, ok := first[h]; {
			case !ok:
				first[h] = k
			case have != k:
				s.homes[h] = nil
			}
		}
	}
	for a := range rows {
		if k, h := a.spellingKey(), a.home(); k != "" && h != 0 {
			if list, ok := s.homes[h]; ok {
				s.homes[h] = count(list, k)
			}
		}
	}
	for k, f := range forms {
		s.form[k] = bestForm(f)
	}
	s.index()
	return s
}

func count(list []spelling, key string) []spelling {
	for i := range list {
		if list[i].key == key {
			list[i].rows++
			return list
		}
	}
	return append(list, spelling{key, 1})
}

// bestForm chooses how to write a name: with diacritics rather than without, then
// the most frequent, then the first in the alphabet.
func bestForm(forms map[string]int) string {
	best := ""
	for f, n := range forms {
		if best == "" || cmp.Or(cmp.Compare(marks(f), marks(best)), cmp.Compare(n, forms[best]), cmp.Compare(best, f)) > 0 {
			best = f
		}
	}
	return best
}

func marks(s string) int { return len(s) - len([]rune(s)) }

// index lists the frequent names under each of their forms with a letter left out.
func (s *Speller) index() {
	s.nearby = map[string][]string{}
	if !s.guess {
		return
	}
	for k, n := range s.names {
		if n < frequentRows {
			continue
		}
		for _, d := range leaveOneOut(k) {
			s.nearby[d] = append(s.nearby[d], k)
		}
	}
	for _, list := range s.nearby {
		slices.Sort(list)
	}
}

// leaveOneOut gives k and every form of it with one letter of the name left out.
func leaveOneOut(k string) []string {
	out := []string{k}
	for i := 2; i < len(k); i++ {
		if d := k[:i] + k[i+1:]; d != out[len(out)-1] {
			out = append(out, d)
		}
	}
	return out
}

// Correct repairs the street of a and reports whether it did.
func (s *Speller) Correct(a *Address) bool {
	k := a.spellingKey()
	if k == "" || a.Street == "" && a.DependentLocality == "" {
		return false
	}
	if to := s.fromHome(k, a.home()); to != "" {
		return s.apply(a, to, "spelling_corrected")
	}
	if a.Street == "" || a.Country == "PL" && a.StreetType == "" && !streetForm(fold.ASCII(a.Street)) {
		return false // it may be a village, of which there are many alike
	}
	if to := s.fromBatch(k); to != "" {
		return s.apply(a, to, "spelling_guessed")
	}
	return false
}

func (s *Speller) apply(a *Address, key, code string) bool {
	if a.Street != "" {
		a.Street = s.form[key]
	} else {
		a.DependentLocality = s.form[key]
	}
	a.Codes = append(slices.Clip(a.Codes), Code{"street", code})
	if a.Status == OK {
		a.Status = Changed
	}
	return true
}

func (s *Speller) fromHome(k string, home uint64) string {
	list := s.homes[home]
	if home == 0 || len(list) < 2 {
		return ""
	}
	own := spelling{k, 0}
	for _, x := range list {
		if x.key == k {
			own = x
		}
	}
	best := spelling{}
	for _, x := range list {
		if x.key == k || !s.stronger(x, own) || !near(k[2:], x.key[2:]) {
			continue
		}
		if best.key == "" || cmp.Or(cmp.Compare(x.rows, best.rows), cmp.Compare(s.names[x.key], s.names[best.key]), cmp.Compare(best.key, x.key)) > 0 {
			best = x
		}
	}
	return best.key
}

// stronger reports whether spelling x is more credible than own: a name that is
// frequent in the batch beats one that is rare there, because a firm copies its own
// errors from file to file; otherwise the rows of the home decide.
func (s *Speller) stronger(x, own spelling) bool {
	nx, no := s.names[x.key], s.names[own.key]
	switch {
	case nx >= frequentRows && nx >= frequentOver*no:
		return true
	case no >= frequentRows && no >= frequentOver*nx:
		return false
	case x.rows != own.rows:
		return x.rows > own.rows
	}
	return nx >= 5*no
}

// near allows one error, and two in long names.
func near(a, b string) bool {
	if len(a) < 3 || len(b) < 4 || digitsOf(a) != digitsOf(b) {
		return false
	}
	return typo(a, b) || len(a) >= longName && len(b) >= longName && twoErrors(a, b)
}

// twoErrors reports whether leaving one letter out of either makes them one error apart.
func twoErrors(a, b string) bool {
	if d := len(a) - len(b); d < -2 || d > 2 {
		return false
	}
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	if i >= len(a) || i >= len(b) {
		return true
	}
	rest := func(x, y string) bool { return x == y || typo(x, y) }
	a, b = a[i:], b[i:]
	return rest(a[1:], b) || rest(a, b[1:]) || rest(a[1:], b[1:]) ||
		len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] && rest(a[2:], b[2:])
}

func digitsOf(s string) string {
	out := make([]byte, 0, 4)
	for i := 0; i < len(s); i++ {
		if isDigit(s[i]) {
			out = append(out, s[i])
		}
	}
	return string(out)
}

func (s *Speller) fromBatch(k string) string {
	own := s.names[k]
	if !s.guess || own > rareRows || len(k) < 7 {
		return ""
	}
	best, second := "", 0
	seen := map[string]bool{}
	for _, d := range leaveOneOut(k) {
		for _, m := range s.nearby[d] {
			if seen[m] || m[:3] != k[:3] || m[len(m)-1] != k[len(k)-1] || digitsOf(m) != digitsOf(k) || !typo(k[2:], m[2:]) {
				continue
			}
			seen[m] = true
			switch n := s.names[m]; {
			case best == "" || n > s.names[best]:
				if best != "" {
					second = s.names[best]
				}
				best = m
			case n > second:
				second = n
			}
		}
	}
	if best == "" || s.names[best] < frequentOver*own || second*3 > s.names[best] {
		return ""
	}
	return best
}

// spellingKey gives country and folded street, or "" when there is nothing to repair.
func (a *Address) spellingKey() string {
	if len(a.Country) != 2 {
		return ""
	}
	k := fold.Key(a.spelt())
	if len(k) < 3 {
		return ""
	}
	return a.Country + k
}

// spelt gives the name that stands for the street: of a village its own.
func (a *Address) spelt() string {
	switch {
	case a.Street != "":
		return a.Street
	case a.Country != "PL":
		return ""
	case a.DependentLocality != "":
		return a.DependentLocality
	}
	return a.City
}

// home hashes postcode, house and flat; 0 when it is not known well enough.
func (a *Address) home() uint64 {
	if a.Postcode == "" || a.HouseNumber == "" {
		return 0
	}
	h := fnv.New64a()
	for _, s := range []string{a.Country, postcodeKey(a.Country, a.Postcode), keyNumber(a.HouseNumber), keyUnit(a.Unit)} {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	return h.Sum64()
}
