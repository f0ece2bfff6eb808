package linkage

import "math/bits"

// A sketch is what quick tests need of a word: its letters, its beginning and its
// length.
type sketch struct {
	letters uint32 // bit 0 for a to bit 25 for z; other signs share bits 26 to 30
	head    uint32 // the first four bytes, the first one lowest
	length  uint16
	quick   bool // false: one letter or several words, of which the tests say nothing
}

func sketchOf(s string) sketch {
	k := sketch{length: uint16(min(len(s), 1<<15)), quick: len(s) > 1}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z':
			k.letters |= 1 << (c - 'a')
		case c == ' ' || c == '-':
			k.quick = false
		default:
			k.letters |= 1 << (26 + c%5)
		}
		if i < 4 {
			k.head |= uint32(s[i]) << (8 * i)
		}
	}
	return k
}

func sketches(values []string) []sketch {
	out := make([]sketch, len(values))
	for i, v := range values {
		out[i] = sketchOf(v)
	}
	return out
}

// unlike tells, by their sketches alone, that two words are more than two slips
// apart, that none is the beginning of the other, and that their Jaro-Winkler
// similarity is below 0.88. It may miss words of which this is true.
//
// Letters of one word that the other lacks match nothing, which bounds the number
// of matches and so Jaro's measure.
func (x *sketch) unlike(y *sketch) bool {
	if !x.quick || !y.quick {
		return false
	}
	onlyX, onlyY := bits.OnesCount32(x.letters&^y.letters), bits.OnesCount32(y.letters&^x.letters)
	if onlyX == 0 || onlyY == 0 || max(onlyX, onlyY) <= 2 {
		return false
	}
	lenX, lenY := float32(x.length), float32(y.length)
	matches := min(lenX-float32(onlyX), lenY-float32(onlyY))
	if matches <= 0 {
		return true
	}
	jaro := (matches/lenX + matches/lenY + 1) / 3
	prefix := float32(min(bits.TrailingZeros32(x.head^y.head)/8, 4))
	return jaro+prefix*0.1*(1-jaro) < 0.879
}
