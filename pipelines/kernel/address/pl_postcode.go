package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/places"
	"kartoteka/pipelines/kernel/address/tagger"
)

// plPostcodeOf reads a Polish postcode from a folded text of its own: NN-NNN, with
// any one separator or none, and the letters o, l, i for the digits 0 and 1.
func plPostcodeOf(f string) (postcode, code string) {
	f = strings.TrimPrefix(strings.TrimPrefix(f, "pl-"), "pl ")
	if len(f) < 5 || len(f) > 9 {
		return "", ""
	}
	var d [5]byte
	n, seps, fixed := 0, 0, false
	for i := 0; i < len(f); i++ {
		c := f[i]
		switch {
		case isDigit(c):
		case c == 'o':
			c, fixed = '0', true
		case c == 'l' || c == 'i':
			c, fixed = '1', true
		case (c == '-' || c == ' ' || c == '.' || c == '_') && n == 2:
			seps++
			continue
		default:
			return "", ""
		}
		if n == 5 {
			return "", ""
		}
		d[n] = c
		n++
	}
	if n != 5 {
		return "", ""
	}
	postcode = string(d[:2]) + "-" + string(d[2:])
	switch {
	case fixed:
		code = "digit_corrected"
	case seps == 0:
		code = "hyphen_added"
	case seps > 1 || f[2] != '-':
		code = "separator_corrected"
	}
	return postcode, code
}

// plPostcode finds the postcode among the words. A hyphenated code wins over five
// bare digits; of two, the one that a town name stands beside.
func (w *work) plPostcode() {
	best, bestLen, bestScore, found := -1, 0, 0, 0
	for i := range w.toks {
		if w.toks[i].used {
			continue
		}
		n, score := w.plPostcodeAt(i)
		if score == 0 {
			continue
		}
		if w.toks[i].seg != 0 && (i == 0 || w.toks[i-1].seg != w.toks[i].seg) || w.near(i+n, i) != "" && !hasDigit(w.near(i+n, i)) {
			score++
		}
		if found++; found > 1 && w.townBehind(i, n) && !w.townBehind(best, bestLen) {
			bestScore = 0 // "Polna 96-100, 15693 Białystok"
		} else if found > 1 && !w.townBehind(i, n) && w.townBehind(best, bestLen) {
			continue
		}
		if score >= bestScore {
			best, bestLen, bestScore = i, n, score
		}
	}
	if best < 0 {
		return
	}
	pc, code := plPostcodeOf(strings.ToLower(joinFolded(w.toks[best : best+bestLen])))
	if i := best - 1; (w.near(i, best) == "pl" || w.near(i, best) == "pl-") && (i == 0 || w.toks[i-1].seg != w.toks[i].seg || w.toks[best].glued || w.toks[i].text == "PL") {
		w.take(tagger.Country, i, best)
		w.code("country", "from_text")
	}
	if strings.HasPrefix(w.toks[best].f, "pl-") {
		w.code("country", "from_text")
	}
	w.take(tagger.Postcode, best, best+bestLen)
	switch {
	case pc == "00-000":
		w.code("postcode", "placeholder")
	case w.a.Postcode == "":
		w.a.Postcode = pc
		if code != "" {
			w.code("postcode", code)
		}
	case w.a.Postcode != pc:
		w.code("postcode", "two_values")
		w.a.Unparsed = strings.TrimSpace(w.a.Unparsed + " " + pc)
	}
}

// townBehind reports whether a place of the postcode that stands at [i, i+n) follows
// it.
func (w *work) townBehind(i, n int) bool {
	pc, _ := plPostcodeOf(joinFolded(w.toks[i : i+n]))
	return pc != "" && w.placeAhead(pc, i+n)
}

// placeAhead reports whether one to four words from i on are a place of the postcode.
func (w *work) placeAhead(pc string, i int) bool {
	key := ""
	for j := i; j < i+4; j++ {
		f := w.near(j, i)
		if f == "" || isDigit(f[0]) {
			return false
		}
		if key += placeWord(f); places.Known(key) && places.Under(pc, key) {
			return true
		}
	}
	return false
}

// plPostcodeAt scores a postcode at token i: 6 hyphenated, 4 mended, 2 five bare
// digits; n is the number of words it takes.
func (w *work) plPostcodeAt(i int) (n, score int) {
	f := w.toks[i].f
	if strings.HasPrefix(f, "pl-") {
		f = f[3:]
	}
	switch {
	case len(f) == 6 && (f[2] == '-' || (f[2] == '.' || f[2] == '_') && w.toks[i].text[0] != '(' && len(w.near(i+1, i)) > 2):
		if pc, code := plPostcodeOf(f); pc != "" {
			if code == "" {
				return 1, 6
			}
			return 1, 4
		}
	case len(f) == 5 && (isDigit(f[0]) || isDigit(f[4])):
		if pc, code := plPostcodeOf(f); pc != "" && code == "hyphen_added" {
			return 1, 2
		} else if pc != "" && w.a.Postcode == "" && isDigit(f[4]) && (isDigit(f[0]) || f[0] == 'o' && allDigits(f[1:])) {
			return 1, 1
		}
	case len(f) == 2 && allDigits(f):
		// "59 220 Legnica": only where a line or a segment begins.
		if g := w.near(i+1, i); len(g) == 3 && allDigits(g) {
			if h := w.near(i+2, i); h != "" && !hasDigit(h) && (i == 0 || w.toks[i-1].seg != w.toks[i].seg || w.placeAhead(f+"-"+g, i+2) || isDigit(w.toks[i-1].f[0]) && plBigCity(placeWord(h))) {
				return 2, 2
			}
		}
	}
	return 0, 0
}

func joinFolded(toks []token) string {
	if len(toks) == 1 {
		return toks[0].f
	}
	var b strings.Builder
	for i, t := range toks {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.f)
	}
	return b.String()
}
