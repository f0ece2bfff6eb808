package similar

// maxStack is the length up to which the functions work without allocating.
const maxStack = 64

// Jaro returns the Jaro similarity of two texts, from 0 (nothing in common) to
// 1 (equal). Two empty texts are equal; one empty text has nothing in common
// with another.
//
// Formula: M. A. Jaro, "Advances in record-linkage methodology as applied to
// matching the 1985 census of Tampa, Florida", JASA 84 (1989).
func Jaro(a, b string) float64 {
	if a == b {
		return 1
	}
	if ascii(a) && ascii(b) {
		return jaro([]byte(a), []byte(b))
	}
	return jaro([]rune(a), []rune(b))
}

// JaroWinkler returns the Jaro similarity raised for a common beginning of up
// to four letters, each closing a tenth of the remaining distance.
//
// Formula: W. E. Winkler, "String comparator metrics and enhanced decision
// rules in the Fellegi-Sunter model of record linkage" (1990). The bonus is
// given at every similarity, as most implementations do.
func JaroWinkler(a, b string) float64 {
	j := Jaro(a, b)
	prefix := 0
	for prefix < len(a) && prefix < len(b) && prefix < 4 && a[prefix] == b[prefix] {
		prefix++
	}
	return j + float64(prefix)*0.1*(1-j)
}

func jaro[T byte | rune](a, b []T) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	var takenA, takenB [maxStack]bool
	usedA, usedB := takenA[:], takenB[:]
	if len(a) > maxStack || len(b) > maxStack {
		usedA, usedB = make([]bool, len(a)), make([]bool, len(b))
	}
	window := max(len(a), len(b))/2 - 1
	window = max(window, 0)
	common := 0
	for i, c := range a {
		for j := max(0, i-window); j < min(len(b), i+window+1); j++ {
			if !usedB[j] && b[j] == c {
				usedA[i], usedB[j] = true, true
				common++
				break
			}
		}
	}
	if common == 0 {
		return 0
	}
	moved, j := 0, 0
	for i := range a {
		if !usedA[i] {
			continue
		}
		for !usedB[j] {
			j++
		}
		if a[i] != b[j] {
			moved++
		}
		j++
	}
	m := float64(common)
	return (m/float64(len(a)) + m/float64(len(b)) + (m-float64(moved)/2)/m) / 3
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
