package address

import (
	"strings"

	"kartoteka/pipelines/kernel/fold"
)

// nameKey gives country and folded name, or "" when it is too short to be judged.
func nameKey(country, name string) string {
	if len(country) != 2 {
		return ""
	}
	k := fold.Key(name)
	if country == "GB" || country == "IE" {
		if t := fold.Tokens(name); len(t) > 1 {
			k = strings.Join(append(t[:len(t)-1], longWord(t[len(t)-1])), "")
		}
	}
	if len(k) < 3 {
		return ""
	}
	return country + k
}

// longWord writes out the kind of a British street.
func longWord(f string) string {
	for _, word := range []string{"street", "road", "avenue", "drive", "lane", "close", "court", "crescent", "gardens"} {
		if keyWord(f) == keyWord(word) {
			return word
		}
	}
	return f
}

// fullKey folds a US street with its directions written out.
func fullKey(x Spelling) string {
	if x.Country != "US" {
		return ""
	}
	long := func(d string) string {
		for _, word := range []string{"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"} {
			if direction(word) == d {
				return word
			}
		}
		return ""
	}
	return long(x.Predir) + fold.Key(x.Text) + fold.Key(x.Suffix) + long(x.Postdir)
}

// marks counts what is more than plain letters: a form with diacritics is better.
func marks(s string) int { return len(s) - len([]rune(s)) }

// leaveOneOut gives key and every form of it with one letter of the name left out.
func leaveOneOut(key string) []string {
	out := []string{key}
	for i := 2; i < len(key); i++ {
		if d := key[:i] + key[i+1:]; d != out[len(out)-1] {
			out = append(out, d)
		}
	}
	return out
}

// near allows one error, and two in long names.
func near(a, b string) bool {
	if len(a) < 3 || len(b) < 3 || digitsOf(a) != digitsOf(b) {
		return false
	}
	return typo(a, b) || typo(b, a) || len(a) >= longName && len(b) >= longName && twoErrors(a, b)
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
	rest := func(x, y string) bool { return x == y || oneError(x, y) }
	a, b = a[i:], b[i:]
	return rest(a[1:], b) || rest(a, b[1:]) || rest(a[1:], b[1:]) ||
		len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] && rest(a[2:], b[2:])
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}
