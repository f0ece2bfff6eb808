package config

import (
	"sort"
	"strings"
)

// Closest returns the word of choices nearest to word when it is near enough
// to be a typing error: at most a third of the letters differ (optimal string
// alignment distance). Ties go to the alphabetically first.
func Closest(word string, choices []string) (string, bool) {
	best, bestAt := "", -1
	sorted := append([]string(nil), choices...)
	sort.Strings(sorted)
	w := strings.ToLower(word)
	for _, c := range sorted {
		d := alignment([]rune(w), []rune(strings.ToLower(c)))
		if bestAt < 0 || d < bestAt {
			best, bestAt = c, d
		}
	}
	longest := max(len([]rune(word)), len([]rune(best)))
	if bestAt < 0 || bestAt*3 > longest {
		return "", false
	}
	return best, true
}

// DidYouMean is a hint: the closest word, else the list of what is allowed.
func DidYouMean(word string, choices []string) string {
	if c, ok := Closest(word, choices); ok {
		return "did you mean " + c + "?"
	}
	if len(choices) == 0 {
		return ""
	}
	sorted := append([]string(nil), choices...)
	sort.Strings(sorted)
	if len(sorted) > 20 {
		return ""
	}
	return "allowed: " + strings.Join(sorted, ", ")
}

// alignment is the optimal string alignment distance: insertions, deletions,
// substitutions and swaps of neighbours cost one each.
func alignment(a, b []rune) int {
	prev2 := make([]int, len(b)+1)
	prev := make([]int, len(b)+1)
	cur := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(b)]
}
