package similar

// Distance counts the typing errors between two texts: letters inserted,
// deleted, replaced, or exchanged with their neighbour (the restricted
// Damerau-Levenshtein distance: no letter is edited twice). It stops counting
// above limit and then returns limit+1.
//
// Formula: F. J. Damerau, "A technique for computer detection and correction
// of spelling errors", CACM 7 (1964); restricted form as "optimal string
// alignment".
func Distance(a, b string, limit int) int {
	if a == b {
		return 0
	}
	if ascii(a) && ascii(b) {
		return distance([]byte(a), []byte(b), limit)
	}
	return distance([]rune(a), []rune(b), limit)
}

func distance[T byte | rune](a, b []T, limit int) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if gap := max(len(a), len(b)) - min(len(a), len(b)); gap > limit {
		return limit + 1
	}
	if len(a) == 0 || len(b) == 0 {
		return len(a) + len(b)
	}
	var space [3][maxStack + 1]int
	before, last, row := space[0][:], space[1][:], space[2][:]
	if len(b) > maxStack {
		before, last, row = make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	}
	for j := 0; j <= len(b); j++ {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			v := min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				v = min(v, before[j-2]+1)
			}
			row[j] = v
			least = min(least, v)
		}
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit+1)
}
