package address

import (
	"strings"
	"unicode/utf8"

	"kartoteka/pipelines/kernel/fold"
)

// plSplit cuts words that were written together and joins numbers that were
// written apart: "m5", "12m5", "Klonowa12/7", "59-220Legnica"; "12 / 7", "10 - 12".
func (w *work) plSplit() {
	w.plTrim()
	clean := true
	for _, t := range w.toks {
		if !plainWord(t.f) || gluedType(t.text) || t.dot() && cutAfterLetters(t.f) > 0 {
			clean = false
			break
		}
	}
	if clean {
		return
	}
	out := make([]token, 0, len(w.toks)+4)
	for i, t := range w.toks {
		if plainWord(t.f) && !gluedType(t.text) && !(t.dot() && cutAfterLetters(t.f) > 0) {
			out = append(out, t)
			continue
		}
		next := ""
		if i+1 < len(w.toks) && w.toks[i+1].seg == t.seg {
			next = w.toks[i+1].f
		}
		out = plCut(out, t, next)
	}
	w.toks = out
	w.plJoin()
}

// plTrim takes off brackets around the whole text and signs of doubt behind a word.
func (w *work) plTrim() {
	n := len(w.toks)
	if n > 2 && strings.ContainsAny(w.toks[0].text[:1], "([") && strings.ContainsAny(w.toks[n-1].text[len(w.toks[n-1].text)-1:], ")]") {
		w.unbracket(0)
		w.unbracket(n - 1)
	}
	for i := range w.toks {
		if f := strings.TrimRight(w.toks[i].f, "?!"); f != "" && len(f) < len(w.toks[i].f) {
			w.toks[i].f, w.toks[i].text = f, strings.TrimRight(w.toks[i].text, "?!")
		}
	}
}

// gluedType reports a street type written together with a name: ulLipowa.
func gluedType(s string) bool {
	return len(s) > 5 && (s[:2] == "ul" || s[:2] == "Ul" || s[:2] == "os" || s[:2] == "al") && 'A' <= s[2] && s[2] <= 'Z' && !('A' <= s[3] && s[3] <= 'Z')
}

// plainWord reports letters alone or digits alone.
func plainWord(f string) bool {
	digits, letters := false, false
	for i := 0; i < len(f); i++ {
		switch c := f[i]; {
		case isDigit(c):
			digits = true
		case isLetter(c):
			letters = true
		default:
			return false
		}
	}
	return digits != letters
}

// plCut splits one word where two were written together.
func plCut(out []token, t token, next string) []token {
	f := t.f
	if i := strings.Index(t.text, "½"); i > 0 {
		a, b := t, t
		a.text, b.text, b.glued = t.text[:i], "1/2", false
		a.f, b.f = plFold(a.text), "1/2"
		return append(out, a, b)
	}
	if strings.Contains(f, "//") {
		t.f = strings.ReplaceAll(f, "//", "/")
		return append(out, t)
	}
	at := 0
	switch {
	case f[0] == '#' && len(f) > 1 && numberLike(f[1:]):
		at = 1
	case isDigit(f[0]):
		at = cutAfterNumber(t, next)
	case gluedType(t.text):
		at = 2
	case isLetter(f[0]):
		at = cutAfterLetters(f)
	case f[0] == '/' && len(f) > 1 && (plUnitWord(plLetters(f[1:])) != "" || plBlock(plLetters(f[1:]))):
		at = 1 // "/m. 5"
	}
	if at <= 0 || at >= len(f) {
		return append(out, t)
	}
	a, b, ok := splitWord(t, at)
	if !ok {
		return append(out, t)
	}
	if a.f != "" && a.f != "*" {
		out = append(out, a)
	}
	if len(b.f) > 1 && b.f[0] == '-' {
		b.text, b.f = strings.TrimLeft(b.text, "-"), b.f[1:] // m-4, 31-147-Kraków
	}
	if plainWord(b.f) {
		return append(out, b)
	}
	return plCut(out, b, next)
}

// cutAfterNumber finds the end of a number that words are glued to.
func cutAfterNumber(t token, next string) int {
	f := t.f
	if len(f) > 7 && postcodeShape(f[:6]) && (isLetter(f[6]) || f[6] == '-' && isLetter(f[7])) {
		return 6 // 59-220Legnica
	}
	if i := strings.IndexByte(f, '.'); i > 0 && postcodeShape(f[i+1:]) {
		return i // 4/5.40-514
	}
	n := 0
	for n < len(f) && isDigit(f[n]) {
		n++
	}
	word := plLetters(f[n:])
	switch rest := f[n+len(word):]; {
	case rest == "" && n == 5 && len(word) >= 3:
		return 5 // 59220Legnica
	case rest == "" && len(word) >= 4 && plDateWord(word):
		return n // 3Maja
	case rest == "" && word == "m" && (t.dot() || strings.HasSuffix(t.text, "m")) && next != "" && isDigit(next[0]):
		return n // 12m. 5
	case rest == "" && len(word) > 1 && plUnitWord(word) != "":
		return n // 12lok. 5
	case word != "" && numberLike(rest) && (plUnitWord(word) != "" || word == "kl" || word == "bl"):
		return n // 12m5
	}
	// 12/m. 5, 12A/lok.3
	if i := strings.IndexByte(f, '/'); i > 0 && numberLike(f[:i]) {
		if word := plLetters(f[i+1:]); plUnitWord(word) != "" && (len(word) > 1 || f[i+1+len(word):] != "" || t.dot() || next != "" && isDigit(next[0])) {
			return i
		}
		if rest := f[i+1:]; len(rest) > 1 && len(rest) <= 4 && isLetter(rest[0]) && (allDigits(rest[1:]) || roman(rest)) {
			return i // 15/U1, 15/IV
		}
		if word := plLetters(f[i+1:]); plBlock(word) && len(word) > 1 {
			return i // 6/bud. 2
		}
	}
	for i := n + 1; i < len(f); i++ { // 12Am5
		if word := plLetters(f[i:]); plUnitWord(word) != "" && numberLike(f[:i]) && numberLike(f[i+len(word):]) {
			return i
		}
	}
	return 0
}

// cutAfterLetters finds the end of a word that a number is glued to.
func cutAfterLetters(f string) int {
	word := plLetters(f)
	rest := f[len(word):]
	switch {
	case rest == "":
		if n := len(f) - 1; n > 0 && n <= 4 && f[n] == 'p' && roman(f[:n]) {
			return n // IIp.
		}
		return 0
	case isDigit(rest[0]):
		known := plUnitWord(word) != "" || plKeptUnit(word) || plBlock(word)
		switch word {
		case "nr", "kl", "klatka", "pl", "pietro", "p", "skr", "ul", "os", "al":
			known = true
		}
		if word == "pl" && !postcodeShape(rest) && len(rest) != 5 || word == "p" && len(rest) > 2 {
			return 0
		}
		if (known || len(word) >= 4) && (numberLike(rest) || len(rest) > 1 && numberLike(plLetters2(rest)) || postcodeShape(rest)) {
			return len(word)
		}
	case rest[0] == '-' && len(rest) > 1 && plUnitWord(word) != "" && numberLike(rest[1:]):
		return len(word)
	case rest[0] == '/' && len(rest) > 1 && isDigit(rest[1]) && len(word) <= 2 && numberLike(rest[1:]):
		return 0 // "a/5" belongs to the number before it
	}
	return 0
}

// plLetters gives the run of letters that f begins with; plLetters2 gives f up to the
// first unit word glued to it.
func plLetters(f string) string {
	i := 0
	for i < len(f) && isLetter(f[i]) {
		i++
	}
	return f[:i]
}

func plLetters2(f string) string {
	for i := 1; i < len(f); i++ {
		if word := plLetters(f[i:]); word != "" && plUnitWord(word) != "" {
			return f[:i]
		}
	}
	return f
}

// postcodeShape reports NN-NNN.
func postcodeShape(f string) bool {
	return len(f) == 6 && f[2] == '-' && allDigits(f[:2]) && allDigits(f[3:])
}

// splitWord cuts t before the at-th character of its folded form.
func splitWord(t token, at int) (a, b token, ok bool) {
	lead := strings.IndexFunc(t.text, func(r rune) bool { return !strings.ContainsRune(".:'\"()„”“", r) })
	if lead < 0 {
		return t, t, false
	}
	i, n := lead, 0
	for ; i < len(t.text) && n < at; n++ {
		_, size := utf8.DecodeRuneInString(t.text[i:])
		i += size
	}
	if i >= len(t.text) {
		return t, t, false
	}
	a, b = t, t
	a.text, b.text = t.text[:i], t.text[i:]
	a.f, b.f = plFold(a.text), plFold(b.text)
	b.glued = true
	if t.to-t.from == len(t.text) {
		a.to, b.from = t.from+i, t.from+i
	} else {
		b.from = t.to
	}
	return a, b, b.f != "" && len(a.f)+len(b.f) >= len(t.f)-1
}

func plFold(s string) string {
	f := strings.Trim(fold.ASCII(s), ".:'\"()")
	if f == "" {
		return "*"
	}
	return f
}

// plJoin closes the blanks around a slash or dash between two numbers. A dash or
// slash that stands alone elsewhere between number and words separates segments.
func (w *work) plJoin() {
	out := w.toks[:0]
	shift := 0
	for i := 0; i < len(w.toks); i++ {
		t := w.toks[i]
		seg := t.seg
		next := ""
		if i+1 < len(w.toks) && w.toks[i+1].seg == seg {
			next = w.toks[i+1].f
		}
		t.seg += shift
		n := len(out)
		if n > 0 && out[n-1].seg == t.seg && tiesNumbers(out[n-1].f, t.f, next) {
			last := &out[n-1]
			last.text += t.text
			last.f += t.f
			last.to = t.to
			continue
		}
		if loneSign(t.f) && n > 0 && out[n-1].seg == t.seg && next != "" && separates(out[n-1].f, next) {
			shift++
			continue
		}
		out = append(out, t)
	}
	w.toks = out
}

func loneSign(f string) bool { return strings.Trim(f, "-/_*") == "" }

// separates reports whether a sign between these words parts two fields rather than
// the halves of a name.
func separates(before, after string) bool {
	if c, abbr := plType(after); c != "" && abbr {
		return true
	}
	return isDigit(after[0]) || isDigit(before[0]) || countryCode(after) == "PL" && len(after) > 2
}

// tiesNumbers reports whether the word f continues the number last.
func tiesNumbers(last, f, next string) bool {
	if f == "" || last == "" || !isDigit(last[0]) && !(isLetter(last[0]) && (len(last) == 1 || len(last) == 2 && last[1] == '/')) {
		return false
	}
	if len(f) == 4 && f[0] == '-' && allDigits(f[1:]) && len(last) == 2 && allDigits(last) {
		return true // 31 -147
	}
	switch c := f[0]; {
	case (c == '/' || c == '-' && len(f) == 1) && (numberLike(last) || len(last) == 1):
		after := next
		if len(f) > 1 {
			after = f[1:]
		}
		if !isDigit(firstByte(after)) || postcodeShape(after) && len(f) == 1 {
			return false
		}
		return isDigit(last[0]) || c == '/' && len(f) > 1 || c == '/' && isDigit(firstByte(next))
	case isDigit(c):
		end := last[len(last)-1]
		if len(f) == 3 && len(last) == 3 && end == '-' && allDigits(last[:2]) {
			return true
		}
		return len(last) > 1 && (end == '/' || end == '-') && !postcodeShape(f)
	}
	return false
}

func firstByte(s string) byte {
	if s == "" {
		return 0
	}
	return s[0]
}
