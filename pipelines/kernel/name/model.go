package name

import (
	_ "embed"
	"strings"

	"kartoteka/pipelines/kernel/name/lexicon"
)

// weights are two tables of Buckets signed bytes, made by the program in train:
// the first tells given names (positive) from surnames, the second firms
// (positive) from people. Behind them lies a Bloom filter of NearBits bits: the
// usual given names, whole and with any one letter left out.
//
//go:embed weights.bin
var weights string

// Buckets is the size of a table; features are hashed into it.
const Buckets = 1 << 14

// NearBits is the size of the filter of given names.
const NearBits = 1 << 17

// NearPlaces gives the three bits of a word in the filter of given names.
func NearPlaces(word string) [3]int {
	return [3]int{bucketOf(11, word, NearBits), bucketOf(12, word, NearBits), bucketOf(13, word, NearBits)}
}

// maybeNear reports that a word may be one letter away from a usual given name;
// false is certain.
func maybeNear(key string) bool {
	if len(weights) < 2*Buckets+NearBits/8 || listedNear(key) {
		return true
	}
	short := make([]byte, 0, 24)
	for i := range len(key) {
		short = append(append(short[:0], key[:i]...), key[i+1:]...)
		if listedNear(string(short)) {
			return true
		}
	}
	return false
}

func listedNear(word string) bool {
	for _, at := range NearPlaces(word) {
		if weights[2*Buckets+at/8]>>(at%8)&1 == 0 {
			return false
		}
	}
	return true
}

// WordFeatures calls f with the buckets of a word's letters: the runs of one to
// four letters with its ends, and the word.
func WordFeatures(key string, f func(bucket int)) {
	f(bucket(7, key))
	n := len(key)
	for size := 1; size <= 4; size++ {
		for i := -1; i+size <= n+1; i++ {
			h := uint32(2166136261) ^ uint32(size)*0x9E3779B1
			for j := i; j < i+size; j++ {
				c := byte('^')
				switch {
				case j == n:
					c = '$'
				case j >= 0:
					c = key[j]
				}
				h = (h ^ uint32(c)) * 16777619
			}
			f(int(mix(h) % Buckets))
		}
	}
}

// TextFeatures calls f with the buckets of the words of a name: each word, its
// beginning and end, pairs of neighbours, what the lists know of the words, and
// how many there are.
func TextFeatures(keys []string, f func(bucket int)) {
	before := "^"
	for i, key := range keys {
		kind := wordKind(key)
		f(bucket(1, key))
		f(bucket(2, before+" "+key))
		f(bucket(6, kind))
		if len(key) > 3 {
			f(bucket(3, key[:3]))
			f(bucket(4, key[len(key)-3:]))
			f(bucket(5, key[len(key)-2:]))
		}
		if i == 0 || i == len(keys)-1 {
			f(bucket(8+uint32(min(i, 1)), kind))
		}
		before = key
	}
	f(bucket(10, "words"+string(rune('0'+min(9, len(keys))))))
}

// wordKind is what the lists know of a word.
func wordKind(key string) string {
	switch {
	case len(key) == 1:
		return "letter"
	case given(key) != 0:
		return "given"
	case lexicon.Surname(key) != 0:
		return "surname"
	case lexicon.FirmWord(key) != 0:
		return "firm"
	case strings.IndexAny(key, "aeiouy") < 0:
		return "mute"
	case strings.IndexByte(key, '\'') > 0:
		return "apostrophe"
	case strings.IndexByte(key, '.') > 0:
		return "points"
	}
	return "word"
}

func bucket(space uint32, text string) int { return bucketOf(space, text, Buckets) }

func bucketOf(space uint32, text string, size uint32) int {
	h := uint32(2166136261) ^ space*0x9E3779B1
	for i := 0; i < len(text); i++ {
		h = (h ^ uint32(text[i])) * 16777619
	}
	return int(mix(h) % size)
}

func mix(h uint32) uint32 {
	h ^= h >> 15
	h *= 0x2C1B3C6D
	return h ^ h>>13
}

// likeness weighs the letters of a word: positive like a given name, negative
// like a surname; most are between -2 and 2.
func likeness(key string) float64 {
	if len(weights) < 2*Buckets || len(key) < 2 {
		return 0
	}
	sum, n := 0, 0
	WordFeatures(key, func(b int) { sum += int(int8(weights[b])); n++ })
	return float64(sum) / float64(8*n)
}

// likelyGiven reports a word that looks more like a given name.
func likelyGiven(key string) bool { return likeness(key) > 0.4 }

// firmLikeness weighs the words of a name: positive like a firm, negative like
// people.
func firmLikeness(ts []token) float64 {
	if len(weights) < 2*Buckets {
		return 0
	}
	sum, n := 0, 0
	TextFeatures(keys(ts), func(b int) { sum += int(int8(weights[Buckets+b])); n++ })
	return float64(sum) / float64(8*n)
}
