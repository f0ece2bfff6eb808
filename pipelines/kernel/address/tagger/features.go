package tagger

// The numbers of the feature templates. They are part of the hashes, so that the
// order may change only together with new weights.
const (
	tWord = iota + 1
	tCountryWord
	tBefore
	tAfter
	tBefore2
	tAfter2
	tPairBefore
	tPairAfter
	tCountryBefore
	tCountryAfter
	tPrefix3
	tSuffix2
	tSuffix3
	tSuffix4
	tCountrySuffix3
	tSuffixBefore
	tSuffixAfter
	tShape
	tCountryShape
	tShapes
	tShapeBefore
	tShapeAfter
	tShapePlace
	tHint
	tCountryHint
	tHints
	tHintShape
	tHintSuffix
	tHintPlace
	tHintWord
	tPlace
	tStart
	tEnd
	tShapeStart
	tDigits
	tKnown
	tKnowns
	tKnownHint
	tKnownPlace
	tRepeat
	tSegmentFirst
	tSegmentLast
	tSegmentForm
	tForm
	tBias
	templates
)

// maxFeatures bounds the features of one word.
const maxFeatures = 64

// view holds the words of one address with everything that features are made of.
type view struct {
	n       int
	country uint32
	form    uint32
	w       []seen
}

type seen struct {
	word, shape, prefix3, suffix2, suffix3, suffix4 uint32
	hint, known, repeat                             uint32
	number                                          bool
	seg, segs                                       int // index of the segment, from the front and from the end
	first, last                                     int // word range of the segment
	left, right                                     int // words with digits before and after
	segForm                                         uint32
}

const (
	offset32 = 2166136261
	prime32  = 16777619
)

func hashString(s string) uint32 {
	h := uint32(offset32)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * prime32
	}
	return h
}

// mix makes one feature of a template and up to three values.
func mix(t int, a, b, c uint32) uint32 {
	h := uint64(t)*0x9E3779B97F4A7C15 ^ uint64(a)
	h = (h ^ h>>29) * 0xBF58476D1CE4E5B9
	h ^= uint64(b)
	h = (h ^ h>>32) * 0x94D049BB133111EB
	h ^= uint64(c)
	h = (h ^ h>>29) * 0x9E3779B97F4A7C15
	return uint32(h >> 32)
}

// shapeOf writes digits as 9 and letters as a; runs of more than six digits or
// three letters count as that many.
func shapeOf(f string) (shape uint32, number bool) {
	h := uint32(offset32)
	run, last := 0, byte(0)
	for i := 0; i < len(f); i++ {
		c := f[i]
		most := 1
		switch {
		case '0' <= c && c <= '9':
			c, number, most = '9', true, 6
		case 'a' <= c && c <= 'z':
			c, most = 'a', 3
		}
		if c == last {
			run++
		} else {
			run, last = 1, c
		}
		if run <= most {
			h = (h ^ uint32(c)) * prime32
		}
	}
	return h, number
}

func tail(f string, n int) uint32 { return hashString(f[max(0, len(f)-n):]) }

// read fills v with the words of one address.
func (v *view) read(words []Word, ctx Context, places *Places) {
	n := len(words)
	v.n = n
	if cap(v.w) < n {
		v.w = make([]seen, n, 2*n)
	}
	v.w = v.w[:n]
	v.country = 0
	if ctx.Country != "" {
		v.country = hashString(ctx.Country)
	}
	v.form = offset32
	numbers := 0
	for i := range words {
		f := words[i].F
		s := seen{word: hashString(f), prefix3: hashString(f[:min(3, len(f))]), suffix2: tail(f, 2), suffix3: tail(f, 3), suffix4: tail(f, 4), hint: uint32(words[i].Hint) + 1}
		s.shape, s.number = shapeOf(f)
		s.left = numbers
		if s.number {
			numbers++
		}
		if i > 0 {
			p := v.w[i-1]
			s.seg, s.first = p.seg, p.first
			if words[i].Segment != words[i-1].Segment {
				s.seg, s.first = p.seg+1, i
			}
		}
		v.w[i] = s
	}
	if n == 0 {
		return
	}
	segs := v.w[n-1].seg + 1
	for i := n - 1; i >= 0; i-- {
		s := &v.w[i]
		s.segs = segs - 1 - s.seg
		s.last = i
		if i+1 < n && v.w[i+1].seg == s.seg {
			s.last = v.w[i+1].last
		}
		s.right = numbers - s.left
		if s.number {
			s.right--
		}
	}
	v.forms()
	v.repeats()
	places.mark(words, v)
}

// forms hashes the sequence of words and numbers of each segment and of the whole.
func (v *view) forms() {
	for i := 0; i < v.n; {
		h, end := uint32(offset32), v.w[i].last
		for j := i; j <= end; j++ {
			c := uint32('w')
			if v.w[j].number {
				c = 'n'
			}
			h = (h ^ c) * prime32
			v.form = (v.form ^ c) * prime32
		}
		v.form = (v.form ^ ',') * prime32
		for ; i <= end; i++ {
			v.w[i].segForm = h
		}
	}
}

// repeats marks words that stand in the text more than once: 1 the first time, 2 later.
func (v *view) repeats() {
	for i := range v.w {
		for j := range i {
			if v.w[i].word == v.w[j].word {
				v.w[i].repeat = 2
				if v.w[j].repeat == 0 {
					v.w[j].repeat = 1
				}
			}
		}
	}
}

// at gives word i, or an empty one beyond the ends.
func (v *view) at(i int) seen {
	if i < 0 || i >= v.n {
		return seen{word: 1, shape: 1, suffix3: 1}
	}
	return v.w[i]
}

func small(n, most int) uint32 { return uint32(min(n, most)) }

// features writes the features of word i into out.
func (v *view) features(i int, out []uint32) []uint32 {
	s, c := v.w[i], v.country
	p, q := v.at(i-1), v.at(i+1)
	p2, q2 := v.at(i-2), v.at(i+2)
	// edge marks neighbours that stand in another segment.
	place := small(i-s.first, 3)<<8 | small(s.last-i, 3)<<4 | small(s.seg, 2)<<2 | small(s.segs, 2)
	edge := uint32(0)
	if i == s.first {
		edge |= 1
	}
	if i == s.last {
		edge |= 2
	}
	out = append(out[:0],
		mix(tBias, c, 0, 0),
		mix(tWord, s.word, 0, 0),
		mix(tCountryWord, c, s.word, 0),
		mix(tBefore, p.word, edge&1, 0),
		mix(tAfter, q.word, edge&2, 0),
		mix(tBefore2, p2.word, 0, 0),
		mix(tAfter2, q2.word, 0, 0),
		mix(tPairBefore, p.word, s.word, edge&1),
		mix(tPairAfter, s.word, q.word, edge&2),
		mix(tPrefix3, s.prefix3, 0, 0),
		mix(tSuffix2, s.suffix2, s.shape, 0),
		mix(tSuffix3, s.suffix3, 0, 0),
		mix(tSuffix4, s.suffix4, 0, 0),
		mix(tCountrySuffix3, c, s.suffix3, 0),
		mix(tSuffixBefore, p.suffix3, edge&1, 0),
		mix(tSuffixAfter, q.suffix3, edge&2, 0),
		mix(tShape, s.shape, edge, 0),
		mix(tCountryShape, c, s.shape, edge),
		mix(tShapes, p.shape, s.shape, q.shape^edge),
		mix(tShapeBefore, c, p.shape, s.shape^edge),
		mix(tShapeAfter, c, s.shape, q.shape^edge),
		mix(tShapePlace, c, s.shape, place),
		mix(tHint, s.hint, edge, 0),
		mix(tCountryHint, c, s.hint, edge),
		mix(tHints, p.hint<<8|q.hint, s.hint, edge),
		mix(tHintShape, s.hint, s.shape, p.hint<<8|q.hint),
		mix(tHintSuffix, s.hint, s.suffix3, 0),
		mix(tHintPlace, c, s.hint, place),
		mix(tHintWord, s.hint, s.word, 0),
		mix(tPlace, c, place, b2u(s.number)),
		mix(tStart, c, small(i, 5), b2u(s.number)),
		mix(tEnd, c, small(v.n-1-i, 6), b2u(s.number)),
		mix(tShapeStart, s.shape, small(i, 3), 0),
		mix(tDigits, c, small(s.left, 3)<<4|small(s.right, 3), b2u(s.number)|edge<<4),
		mix(tRepeat, c, s.repeat, edge),
		mix(tSegmentFirst, v.w[s.first].word, small(i-s.first, 3), 0),
		mix(tSegmentLast, v.w[s.last].word, small(s.last-i, 3), 0),
		mix(tSegmentForm, c, s.segForm, uint32(i-s.first)|small(s.segs, 2)<<8),
		mix(tForm, c, v.form, uint32(i)),
	)
	if s.known > 0 || p.known > 0 || q.known > 0 {
		out = append(out,
			mix(tKnown, c, s.known, edge),
			mix(tKnowns, p.known, s.known, q.known^edge<<16),
			mix(tKnownHint, s.known, s.hint, edge),
			mix(tKnownPlace, c, s.known, place))
	}
	return out
}

func b2u(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// Extractor gives the features of the words of one address to the trainer.
type Extractor struct {
	v   view
	out [maxFeatures]uint32
}

// Read takes the words of an address.
func (x *Extractor) Read(words []Word, ctx Context, places *Places) { x.v.read(words, ctx, places) }

// Features gives the features of word i; the slice is reused by the next call.
func (x *Extractor) Features(i int) []uint32 { return x.v.features(i, x.out[:0]) }
