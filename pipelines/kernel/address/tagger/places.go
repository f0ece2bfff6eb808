package tagger

// Places is a set of place names and of pairs of postcode and place, kept as a Bloom
// filter: a name that was put in is always found, one in a hundred others is too.
type Places struct {
	bits []byte
}

const placeHashes = 5

// NewPlaces makes an empty set of n bytes.
func NewPlaces(n int) *Places { return &Places{bits: make([]byte, n)} }

// Bytes gives the set as it is stored.
func (p *Places) Bytes() []byte { return p.bits }

// Add puts a folded place name in, under a folded postcode when there is one.
func (p *Places) Add(postcode, place string) {
	h := placeHash(postcode, place)
	for k := range uint64(placeHashes) {
		b := p.bit(h, k)
		p.bits[b>>3] |= 1 << (b & 7)
	}
}

func (p *Places) has(h uint64) bool {
	for k := range uint64(placeHashes) {
		if b := p.bit(h, k); p.bits[b>>3]&(1<<(b&7)) == 0 {
			return false
		}
	}
	return true
}

func (p *Places) bit(h, k uint64) uint64 {
	return (h&0xFFFFFFFF + k*(h>>32|1)) % (uint64(len(p.bits)) * 8)
}

const (
	offset64 = 14695981039346656037
	prime64  = 1099511628211
)

func placeHash(postcode, place string) uint64 {
	return scramble(hash64(hash64(hash64(offset64, postcode), "|"), place))
}

func hash64(h uint64, s string) uint64 {
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * prime64
	}
	return h
}

func scramble(h uint64) uint64 {
	h = (h ^ h>>33) * 0xFF51AFD7ED558CCD
	h = (h ^ h>>33) * 0xC4CEB9FE1A85EC53
	return h ^ h>>33
}

// The flags of a word in a known place name.
const (
	knownFirst = 1 << iota // first word of a known name
	knownInner             // a later word of one
	knownLast              // its last word
	pairFirst              // first word of a name known under the postcode of the text
	pairInner
	pairLast
)

// longestPlace is the number of words that a known name may have.
const longestPlace = 4

// mark finds the known names among the words; the longest at each word counts.
func (p *Places) mark(words []Word, v *view) {
	if p == nil || len(p.bits) == 0 {
		return
	}
	var codes [4]uint64
	n := 0
	for i, w := range words {
		if n < len(codes) && v.w[i].number && len(w.F) >= 2 && len(w.F) <= 6 {
			codes[n] = hash64(hash64(offset64, w.F), "|")
			n++
		}
	}
	name := hash64(hash64(offset64, ""), "|")
	for i := range words {
		if v.w[i].number {
			continue
		}
		h := name
		var pair [4]uint64
		copy(pair[:], codes[:])
		known, paired := -1, -1
		for j := i; j < len(words) && j < i+longestPlace && words[j].Segment == words[i].Segment && !v.w[j].number; j++ {
			if j > i {
				h = hash64(h, " ")
			}
			h = hash64(h, words[j].F)
			if p.has(scramble(h)) {
				known = j
			}
			for k := range n {
				if j > i {
					pair[k] = hash64(pair[k], " ")
				}
				pair[k] = hash64(pair[k], words[j].F)
				if p.has(scramble(pair[k])) {
					paired = j
				}
			}
		}
		flag(v, i, known, knownFirst)
		flag(v, i, paired, pairFirst)
	}
}

func flag(v *view, from, to int, first uint32) {
	if to < from {
		return
	}
	v.w[from].known |= first
	for i := from + 1; i <= to; i++ {
		v.w[i].known |= first << 1
	}
	v.w[to].known |= first << 2
}
