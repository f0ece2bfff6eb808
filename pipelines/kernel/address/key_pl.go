package address

import (
	"slices"
	"strconv"
	"strings"

	"kartoteka/pipelines/kernel/name/lexicon"
)

// keyPL brings the words of a Polish street to one form, whoever wrote it: no type, no
// title of rank, no given name or initial in front of a surname (M. Kopernika,
// Mikołaja Kopernika, Kopernika), ordinals and Roman numerals as numbers (Trzeciego
// Maja, 3-go Maja, 3 Maja; Jana Pawła II), no year mark; the words sorted, because
// Curie-Skłodowskiej is Skłodowskiej-Curie.
func keyPL(t []string) string {
	if c, _ := plType(t0(t)); c != "" && len(t) > 1 {
		t = t[1:]
	}
	out := make([]string, 0, len(t)+1)
	for i, word := range t {
		last := i == len(t)-1
		switch {
		case i > 0 && hasDigit(t[i-1]) && (word == "go" || word == "ego" || word == "r" || word == "szego" || word == "roku" || word == "gi" || word == "ci"):
			continue
		case word == "i" && !last, word == "im" && !last:
			continue
		case word == "curie" && slices.Contains(t, "sklodowskiej"):
			continue
		case word == "tysiaclecia":
			out = append(out, "1000", "lecia")
			continue
		}
		if n := plNumeral(word, i, len(t)); n > 0 {
			word = strconv.Itoa(n)
		} else if n := leadingNumber(word); n > 0 {
			// 3maja, 1go, 1863r, 1000lecia
			rest := word[n:]
			word = strings.TrimLeft(word[:n], "0")
			if rest != "go" && rest != "ego" && rest != "r" && rest != "" {
				out = append(out, word)
				word = rest
			}
		}
		out = append(out, word)
	}
	out = withoutPatron(out)
	slices.Sort(out)
	return strings.Join(out, "")
}

func t0(t []string) string {
	if len(t) == 0 {
		return ""
	}
	return t[0]
}

// withoutPatron drops titles, given names and initials in front of a surname. What
// has no surname (św. Anny, Jana Pawła II, Centrum A) keeps its words, the titles
// short.
func withoutPatron(t []string) []string {
	surname := -1
	for i, word := range t {
		if len(word) > 3 && !isDigit(word[0]) && plTitle(word) == "" && !givenGenitive(word) && !plDateWord(word) {
			surname = i
		}
	}
	first := -1 // the first word that belongs to the person before the surname
	for i := 0; i < surname; i++ {
		if title := plTitle(t[i]); droppedTitle(title) || (title == "krola" || title == "ksiecia") && i+1 < surname || givenGenitive(t[i]) || len(t[i]) == 1 && isLetter(t[i][0]) || shortGiven(t[i]) {
			first = i
			break
		}
	}
	out := t[:0]
	for i, word := range t {
		person := first >= 0 && i < surname
		switch title := plTitle(word); {
		case person && (droppedTitle(title) || (title == "krola" || title == "ksiecia") && i+1 < surname || givenGenitive(word) || len(word) == 1 || shortGiven(word)):
			continue
		case person && isDigit(word[0]) && i > 0 && i+1 <= surname && i > first:
			continue // Jana III Sobieskiego
		case title != "":
			word = title
		}
		out = append(out, word)
	}
	return out
}

// droppedTitle tells titles that people leave out; św., bł., króla and księcia stand
// before given names and tell the street.
func droppedTitle(title string) bool {
	switch title {
	case "", "sw", "bl", "krola", "ksiecia", "bohaterow":
		return false
	}
	return true
}

// shortGiven tells the usual short forms of given names: St. Wyspiańskiego.
func shortGiven(f string) bool {
	switch f {
	case "st", "wl", "kaz", "tad", "fr", "boh", "al", "stan", "wlad", "jozef", "dyw", "bryg", "pil", "hm", "kmdr", "red", "mec", "ojca":
		return true
	}
	return false
}

// givenGenitive reports the genitive of a given name: Mikołaja, Jerzego, Marii.
func givenGenitive(f string) bool {
	n := len(f)
	if n < 4 {
		return f == "ewy" || f == "idy"
	}
	try := func(s string) bool { return len(s) > 2 && lexicon.Given(s) != 0 }
	switch {
	case strings.HasSuffix(f, "ego"):
		return try(f[:n-3]+"y") || try(f[:n-3]) || try(f[:n-3]+"i")
	case strings.HasSuffix(f, "ii"):
		return try(f[:n-1] + "a")
	case f[n-1] == 'y' || f[n-1] == 'i':
		return try(f[:n-1]+"a") || f[n-2] == 'l' && f[n-1] == 'i' && try(f[:n-1]+"ia")
	case f[n-1] != 'a':
		return false
	}
	stem := f[:n-1]
	return try(stem) || n > 4 && stem[n-2] != 'e' && try(stem[:n-2]+"e"+stem[n-2:])
}

// leadingNumber gives the length of the digits that f begins with, 0 when it is digits
// alone or has none.
func leadingNumber(f string) int {
	i := 0
	for i < len(f) && isDigit(f[i]) {
		i++
	}
	if i == len(f) && f[0] != '0' {
		return 0
	}
	return i
}

// plNumeral reads a Roman numeral or an ordinal in words at place i of n words, or 0.
// A single letter I counts only at the end: elsewhere it is an initial.
func plNumeral(f string, i, n int) int {
	if len(f) > 1 && roman(f) || len(f) == 1 && roman(f) && i == n-1 && i > 0 {
		return romanValue(f)
	}
	if len(f) < 5 {
		return 0
	}
	for v, stem := range plOrdinalStems() {
		if end, ok := strings.CutPrefix(f, stem); ok {
			switch end {
			case "ego", "iego", "ej", "iej", "y", "a", "e", "i", "ia", "ie":
				return v + 1
			}
		}
	}
	return 0
}

// plOrdinalStems are the stems of the ordinals from the first to the twentieth.
func plOrdinalStems() [20]string {
	return [20]string{"pierwsz", "drug", "trzec", "czwart", "piat", "szost", "siodm", "osm", "dziewiat", "dziesiat",
		"jedenast", "dwunast", "trzynast", "czternast", "pietnast", "szesnast", "siedemnast", "osiemnast", "dziewietnast", "dwudziest"}
}

func romanValue(f string) int {
	value := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100}
	sum := 0
	for i := range len(f) {
		v := value[f[i]]
		if i+1 < len(f) && v < value[f[i+1]] {
			v = -v
		}
		sum += v
	}
	return sum
}
