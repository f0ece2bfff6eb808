package charset

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// How likely a character above 7F is that is no letter of the language, as a natural
// logarithm. A letter of another language is one of languages' mixture.
const (
	otherShare    = 0.06 // of the letters are of other languages
	strangeLetter = -9.0
	oddCase       = -4.0 // a capital behind a small letter, a small one between capitals
	symbolInWord  = -12.0
	undefinedByte = -16.0
	freeSymbol    = -6.0
	punctuation   = -2.5
	neverBefore   = 0.02 // Polish writes no ą ę ś ć ź ń in front of a vowel
)

// candidates are the single-byte encodings with what speaks against each at first.
func candidates() []struct {
	enc   Encoding
	prior float64
} {
	return []struct {
		enc   Encoding
		prior float64
	}{{Windows1250, 0}, {ISO88592, -0.1}, {Windows1252, -0.5}, {CP852, -4.5}}
}

// singleByte names the encoding in which the words with bytes above 7F are likeliest,
// as words of one language. Each word counts once, since one town may fill a column.
// Where several encodings decode the text alike, windows-1250 is it.
func singleByte(sample []byte) Encoding {
	langs, words := languages(), highWords(sample)
	best, bestScore := Windows1250, math.Inf(-1)
	for _, c := range candidates() {
		if score := c.prior + likelihood(words, c.enc, langs); score > bestScore+1e-9 {
			best, bestScore = c.enc, score
		}
	}
	return best
}

// mostWords is how many different words are looked at.
const mostWords = 4000

// highWords lists the different words of the sample that hold a byte above 7F: what
// stands between blanks and signs of ASCII, small and capital ASCII letters alike.
func highWords(sample []byte) []string {
	seen := map[string]bool{}
	var words []string
	start, high := 0, false
	for i := 0; i <= len(sample); i++ {
		if i < len(sample) {
			c := sample[i]
			if c >= utf8.RuneSelf || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' {
				high = high || c >= utf8.RuneSelf
				continue
			}
		}
		if word := string(sample[start:i]); high && !seen[word] {
			if seen[word] = true; len(words) < mostWords {
				words = append(words, word)
			}
		}
		start, high = i+1, false
	}
	return words
}

// likelihood is the logarithm of how likely the words are, read in enc, in the
// language that fits best.
func likelihood(words []string, enc Encoding, langs []language) float64 {
	counts, score := census(words, enc)
	if len(counts) == 0 {
		return score
	}
	western := enc == Windows1252
	all := map[rune]float64{}
	n := 0.0
	for _, l := range langs {
		if l.western == western {
			n++
			for r, p := range l.shares() {
				all[r] += p
			}
		}
	}
	best := math.Inf(-1)
	for _, l := range langs {
		if l.western != western {
			continue
		}
		own := l.shares()
		sum := l.prior
		for _, c := range counts {
			p := (1-otherShare)*own[c.r] + otherShare*all[c.r]/n
			if l.polish && c.vowel && strings.ContainsRune("ąęśćźń", c.r) {
				p *= neverBefore
			}
			sum += float64(c.n) * max(strangeLetter, math.Log(p))
		}
		best = max(best, sum)
	}
	return score + best
}

// shares gives the part of each letter among the letters outside ASCII.
func (l language) shares() map[rune]float64 {
	total := 0.0
	for _, x := range l.letters {
		total += x.weight
	}
	out := make(map[rune]float64, len(l.letters))
	for _, x := range l.letters {
		out[x.r] = x.weight / total
	}
	return out
}

// tally is a small letter and how often it stands in the words, before a vowel or not.
type tally struct {
	r     rune
	vowel bool
	n     int
}

// census counts the letters above 7F, in the order of their bytes, and scores what no
// letter of any language explains: symbols, undefined bytes, capitals inside words.
func census(words []string, enc Encoding) (letters []tally, score float64) {
	var table [256]rune
	for i := range table {
		if c := byte(i); c < utf8.RuneSelf {
			table[i] = rune(i)
		} else if !undefined(c, enc) {
			table[i] = charmapOf(enc).DecodeByte(c)
		}
	}
	var counts [256][2]int
	for _, word := range words {
		at := func(i int) rune {
			if i < 0 || i >= len(word) {
				return ' '
			}
			return table[word[i]]
		}
		for i := 0; i < len(word); i++ {
			if c := word[i]; c >= utf8.RuneSelf {
				r := table[c]
				if unicode.IsLetter(r) && vowel(at(i+1)) {
					counts[c][1]++
				} else if unicode.IsLetter(r) {
					counts[c][0]++
				}
				score += strangeness(r, at(i-1), at(i+1))
			}
		}
	}
	place := map[tally]int{}
	for i := range counts {
		for before, n := range counts[i] {
			key := tally{r: unicode.ToLower(table[i]), vowel: before == 1}
			if n == 0 {
				continue
			}
			if _, ok := place[key]; !ok {
				place[key] = len(letters)
				letters = append(letters, key)
			}
			letters[place[key]].n += n
		}
	}
	return letters, score
}

func vowel(r rune) bool { return r < utf8.RuneSelf && strings.ContainsRune("aeiouyAEIOUY", r) }

// strangeness scores a character above 7F beside its neighbours, its frequency aside.
func strangeness(r, before, after rune) float64 {
	left, right := unicode.IsLetter(before), unicode.IsLetter(after)
	switch {
	case r == 0:
		return undefinedByte
	case unicode.IsUpper(r) && (unicode.IsLower(before) || unicode.IsUpper(before) && unicode.IsLower(after)):
		return oddCase
	case unicode.IsLower(r) && unicode.IsUpper(before) && unicode.IsUpper(after):
		return oddCase
	case unicode.IsLetter(r):
		return 0
	case strings.ContainsRune("„“‘«", r) && !left, strings.ContainsRune("”“»…", r) && !right, r == '’', !left && !right && strings.ContainsRune("–—§°\u00a0€", r):
		return punctuation
	case left || right:
		return symbolInWord
	}
	return freeSymbol
}
