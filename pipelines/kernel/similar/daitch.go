package similar

import (
	"slices"
	"strings"
)

// DaitchMokotoff returns the six-digit codes of a surname in the soundex that
// Randy Daitch and Gary Mokotoff made in 1985 for Slavic and Germanic names in
// many spellings. A spelling that is read in two ways has a code for each
// (auerbach: 097400 and 097500); two names sound alike when they share one.
// Readings as sibilants come first.
//
// The text must be folded to a-z; other signs are skipped. A text without
// letters has no code. Names have at most a few dozen codes.
func DaitchMokotoff(s string) []string {
	letters := strings.Map(func(r rune) rune {
		if r < 'a' || r > 'z' {
			return -1
		}
		return r
	}, s)
	if letters == "" {
		return nil
	}
	branches := []branch{{}}
	for at := 0; at < len(letters); {
		rule := daitchRule(letters[at:])
		place := 2
		if end := at + len(rule.letters); at == 0 {
			place = 0
		} else if end < len(letters) && strings.IndexByte("aeiou", letters[end]) >= 0 {
			place = 1
		}
		branches = extend(branches, rule, place)
		at += len(rule.letters)
	}
	out := make([]string, len(branches))
	for i, b := range branches {
		out[i] = (b.code + "000000")[:6]
	}
	return out
}

// branch is one way to read a name so far.
type branch struct{ code, last string }

// extend reads one more group of letters in each way. A code that repeats the end
// of the one before it is written once.
func extend(branches []branch, rule soundRule, place int) []branch {
	out := make([]branch, 0, len(branches)*2)
	for _, b := range branches {
		for _, codes := range rule.codes {
			next := branch{b.code, codes[place]}
			if next.last == "" || !strings.HasSuffix(b.last, next.last) {
				next.code += next.last
				next.code = next.code[:min(6, len(next.code))]
			}
			if !slices.ContainsFunc(out, func(o branch) bool { return o.code == next.code }) {
				out = append(out, next)
			}
		}
	}
	return out
}

// daitchRule finds the rule of the longest beginning of s; every letter has one.
func daitchRule(s string) soundRule {
	for _, r := range daitchRules()[s[0]-'a'] {
		if strings.HasPrefix(s, r.letters) {
			return r
		}
	}
	return soundRule{letters: s[:1]}
}
