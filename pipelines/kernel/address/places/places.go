// Package places knows the places of Poland and the postcodes they lie under, in a
// table small enough to live in the program.
//
// Goal: tell a village from a street. "Łopuszna 15, 34-400 Nowy Targ" is a house in
// a village, "Polna 15, 34-400 Nowy Targ" one in a street; nothing in the letters
// says so, but the places that share the postcode do.
//
// How it works: two Bloom filters (B. H. Bloom, Communications of the ACM 13, 1970),
// one of the names of places and one of the pairs of postcode and name, each with
// bitsPerEntry bits for an entry and as many probes as are best for that, taken from
// one 64-bit hash by double hashing.
//
// Input: a name folded by fold.Key and a postcode written NN-NNN. Output: yes or no.
// A no is certain as far as the source goes; about one yes in two thousand is wrong.
// That is good enough to choose between two readings and no ground to call an
// address wrong: for that the user's reference file is asked.
//
// The table is made by the program in the folder train from the postal codes of
// GeoNames; ATTRIBUTION.md says under which terms.
package places

import _ "embed"

//go:embed pl.bloom
var pl string

// Under reports whether a place of this folded name lies under the postcode.
func Under(postcode, name string) bool {
	_, pairs := split(pl)
	return pairs.has(hash(postcode, name))
}

// Known reports whether any place of Poland has this folded name.
func Known(name string) bool {
	names, _ := split(pl)
	return names.has(hash("", name))
}

const (
	bitsPerEntry = 16
	probes       = 11 // bitsPerEntry * ln 2
)

// filter is a set of bits.
type filter string

func (f filter) has(h uint64) bool {
	size := uint64(len(f)) * 8
	step := h>>32 | 1
	for range probes {
		at := h % size
		if f[at/8]&(1<<(at%8)) == 0 {
			return false
		}
		h += step
	}
	return size > 0
}

// hash is FNV-1a of postcode, a separator and name, mixed once more so that its
// upper half differs where its lower half does.
func hash(postcode, name string) uint64 {
	h := uint64(14695981039346656037)
	add := func(s string) {
		for i := 0; i < len(s); i++ {
			h = (h ^ uint64(s[i])) * 1099511628211
		}
	}
	add(postcode)
	add("|")
	add(name)
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	return h ^ h>>32
}

// split cuts the table into its two filters: four bytes tell the length of the first.
func split(table string) (names, pairs filter) {
	n := int(table[0]) | int(table[1])<<8 | int(table[2])<<16 | int(table[3])<<24
	return filter(table[4 : 4+n]), filter(table[4+n:])
}

// Table writes the two filters of the given places; keys are {postcode, folded name}.
func Table(pairs [][2]string) []byte {
	names := map[string]bool{}
	both := map[[2]string]bool{}
	for _, p := range pairs {
		names[p[1]], both[p] = true, true
	}
	a, b := make([]byte, len(names)*bitsPerEntry/8+1), make([]byte, len(both)*bitsPerEntry/8+1)
	for name := range names {
		set(a, hash("", name))
	}
	for p := range both {
		set(b, hash(p[0], p[1]))
	}
	out := []byte{byte(len(a)), byte(len(a) >> 8), byte(len(a) >> 16), byte(len(a) >> 24)}
	return append(append(out, a...), b...)
}

func set(f []byte, h uint64) {
	size := uint64(len(f)) * 8
	step := h>>32 | 1
	for range probes {
		at := h % size
		f[at/8] |= 1 << (at % 8)
		h += step
	}
}
