package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
)

// work is the state of one parse: the words, which of them are taken, and the
// address as far as it is known.
type work struct {
	p      *Parser
	in     *Input
	toks   []token
	a      Address
	unsure bool  // the country is guessed from an English street word alone
	cuts   []int // offsets at which further segments begin
	cased  bool  // text is all upper or all lower case: names get title case
}

func (w *work) code(field, code string) {
	c := Code{field, code}
	for _, have := range w.a.Codes {
		if have == c {
			return
		}
	}
	w.a.Codes = append(w.a.Codes, c)
}

// free reports whether token i exists and is not taken.
func (w *work) free(i int) bool { return i >= 0 && i < len(w.toks) && !w.toks[i].used }

// f gives the folded form of a free token, or "".
func (w *work) f(i int) string {
	if w.free(i) {
		return w.toks[i].f
	}
	return ""
}

// near gives the folded form of token i when it is free and in the segment of token of.
func (w *work) near(i, of int) string {
	if w.free(i) && w.toks[i].seg == w.toks[of].seg {
		return w.toks[i].f
	}
	return ""
}

// take gives tokens [from, to) to a field; the last field that takes a word keeps it.
func (w *work) take(l tagger.Label, from, to int) {
	for i := from; i < to && i < len(w.toks); i++ {
		w.toks[i].used, w.toks[i].label = true, l
	}
}

// use marks tokens [from, to) as read although no field holds them: remarks, labels.
func (w *work) use(from, to int) {
	for i := from; i < to && i < len(w.toks); i++ {
		w.toks[i].used = true
	}
}

// segment gives the index range of the segment that holds token i.
func (w *work) segment(i int) (from, to int) {
	s := w.toks[i].seg
	for from = i; from > 0 && w.toks[from-1].seg == s; from-- {
	}
	for to = i + 1; to < len(w.toks) && w.toks[to].seg == s; to++ {
	}
	return from, to
}

// run gives the end of the free tokens that follow from in one segment.
func (w *work) run(from int) int {
	if !w.free(from) {
		return from
	}
	i := from + 1
	for w.free(i) && w.toks[i].seg == w.toks[from].seg {
		i++
	}
	return i
}

// runs calls visit for every stretch of free tokens until it returns false.
func (w *work) runs(visit func(from, to int) bool) {
	for i := 0; i < len(w.toks); {
		if w.toks[i].used {
			i++
			continue
		}
		to := w.run(i)
		if !visit(i, to) {
			return
		}
		i = to
	}
}

// text joins tokens [from, to) as written.
func (w *work) text(from, to int) string { return strings.Trim(join(w.toks[from:to]), " -/:\"'") }

// sameCase reports whether the letters of s are all upper or all lower case.
func sameCase(s string) bool {
	return s != "" && (strings.ToUpper(s) == s || strings.ToLower(s) == s)
}

// typo reports whether f is the word want with one typing error: a letter too
// many, lost, wrong or two letters swapped. Short words are never repaired.
func typo(f, want string) bool { return len(want) >= 4 && oneError(f, want) }

// oneError is typo for words of any length.
func oneError(f, want string) bool {
	d := len(f) - len(want)
	if f == want || d < -1 || d > 1 {
		return false
	}
	i := 0
	for i < len(f) && i < len(want) && f[i] == want[i] {
		i++
	}
	a, b := f[i:], want[i:]
	switch {
	case d == 1:
		return a[1:] == b
	case d == -1:
		return a == b[1:]
	}
	return a[1:] == b[1:] || len(a) > 1 && a[0] == b[1] && a[1] == b[0] && a[2:] == b[2:]
}

// misspelt gives the one word of list that f is a typing error of, or "".
func misspelt(f string, list ...string) string {
	if len(f) < 4 || hasDigit(f) {
		return ""
	}
	for _, want := range list {
		if typo(f, want) {
			return want
		}
	}
	return ""
}

// innerTypo reports a typing error that leaves the first and the last letter alone;
// endings carry meaning (the street Lipowa is not the village Lipowo).
func innerTypo(f, want string) bool {
	return len(f) > 4 && len(want) > 4 && f[0] == want[0] && f[len(f)-1] == want[len(want)-1] && typo(f, want)
}
