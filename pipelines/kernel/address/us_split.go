package address

import (
	"strings"

	"kartoteka/pipelines/kernel/fold"
)

// joinInitials puts abbreviations with inner dots back into one word: S.E., N.J.,
// P.O., R.R.
func joinInitials(toks []token) []token {
	out := toks[:0]
	for _, t := range toks {
		if n := len(out); n > 0 && t.glued && len(t.f) == 1 && isLetter(t.f[0]) {
			if last := &out[n-1]; last.dot() && len(last.f) <= 3 && isLetter(last.f[0]) && !last.used && last.seg == t.seg && (len(last.f) == 1 || len(last.text) > len(last.f)+1) {
				last.f += t.f
				last.text += t.text
				last.to = t.to
				continue
			}
		}
		out = append(out, t)
	}
	return out
}

// usSplit parts words that were written together (Suite100, POBox12, I-10, IL60201,
// #4B) and makes a dash that stands alone a separator.
func usSplit(toks []token) []token {
	again := false
	for i := range toks {
		if n := usSplitAt(toks[i].f); n > 0 || len(toks[i].f) > 1 && toks[i].f[len(toks[i].f)-1] == '#' || lonelyDash(toks[i].text) || len(toks[i].f) > 1 && strings.HasSuffix(toks[i].f, "-") {
			again = true
			break
		}
	}
	if !again {
		return toks
	}
	out := make([]token, 0, len(toks)+4)
	shift := 0
	for i, t := range toks {
		t.seg += shift
		if lonelyDash(t.text) {
			if n := len(out); n > 0 && i+1 < len(toks) && allDigits(out[n-1].f) && len(out[n-1].f) < 5 && allDigits(toks[i+1].f) && len(toks[i+1].f) < 5 && toks[i+1].seg == toks[i].seg && strings.Trim(t.text, "-") == "" {
				t.f = "-" // "586 - 592"
				out = append(out, t)
				continue
			}
			shift++
			continue
		}
		if len(t.f) > 1 && t.f[len(t.f)-1] == '#' { // "Road# 1"
			at := len(t.text) - 1
			head, rest := t, t
			head.f, head.text, head.to = t.f[:len(t.f)-1], t.text[:at], t.cut(at)
			rest.f, rest.text, rest.from, rest.glued = "#", "#", t.cut(at), true
			out = append(out, head, rest)
			continue
		}
		t.f = strings.TrimRight(t.f, "-")
		n := usSplitAt(t.f)
		at := strings.Index(fold.Lower(t.text), t.f)
		if n == 0 || at < 0 {
			out = append(out, t)
			continue
		}
		head, rest := t, t
		head.f, head.text = strings.TrimRight(t.f[:n], "-#"), t.text[:at+n]
		rest.f, rest.text, rest.glued = strings.TrimLeft(t.f[n:], "-"), t.text[at+n:], true
		head.to, rest.from = t.cut(at+n), t.cut(at+n)
		out = append(out, head, rest)
	}
	return out
}

func lonelyDash(s string) bool {
	return s != "" && strings.Trim(s, "-/*_~+=") == "" && s != "#"
}

// usSplitAt gives the length of the leading word that is written together with the
// number behind it, or 0.
func usSplitAt(f string) int {
	n := 0
	for n < len(f) && isLetter(f[n]) {
		n++
	}
	if n == 0 || n == len(f) || n > 9 {
		return 0
	}
	m := n
	for m < len(f) && (f[m] == '-' || f[m] == '#') {
		m++
	}
	if m == len(f) || m == n && !isDigit(f[n]) {
		return 0
	}
	rest := f[m:]
	switch head := f[:n]; {
	case n >= 3 && usUnit(head) != "" && unitAlone(head) == "" && len(rest) <= 6 && (isDigit(rest[0]) || len(rest) == 1 || f[m-1] == '#'):
		return n
	case !isDigit(rest[0]):
		return 0
	case head == "box" || head == "pobox" || head == "pob":
		return n
	case head == "rr" || head == "hc" || head == "hwy" || head == "rte" || head == "rt" || head == "ih" || head == "fm" || head == "sr" || head == "cr" || head == "psc" || head == "cmr" || head == "ph" || head == "no":
		return n
	case (head == "i" || head == "us") && len(rest) <= 3 && (len(rest) > 1 || f[n] == '-') && allDigits(rest):
		return n
	case n == 2 && stateCode(head) != "" && zip5(rest):
		return n
	}
	return 0
}
