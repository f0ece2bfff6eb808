package address

import "strings"

// drop marks what is no part of an address: telephone numbers, labels such as
// "Address:", remarks in brackets. Each kind leaves a code.
func (g *usGrammar) drop() {
	for i := 0; i < len(g.toks); i++ {
		if g.toks[i].used {
			continue
		}
		switch n := g.phoneAt(i); {
		case n > 0:
			g.use(i, i+n)
			g.code("phone", "dropped")
			i += n - 1
		case direction(g.toks[i].f) != "" && i+2 < len(g.toks) && g.toks[i+1].f == "corner" && g.toks[i+2].f == "of":
			g.use(i, i+3)
			g.code("label", "dropped")
			i += 2
		case (g.toks[i].f == "corner" || g.toks[i].f == "intersection" || g.toks[i].f == "cor") && i+2 < len(g.toks) && (g.toks[i+1].f == "of" || g.toks[i].f == "cor") && (i == 0 || g.toks[i-1].seg != g.toks[i].seg):
			n := 2
			if g.toks[i+1].f != "of" {
				n = 1
			}
			g.use(i, i+n)
			g.code("label", "dropped")
			i += n - 1
		case g.labelAt(i) > 0:
			n := g.labelAt(i)
			g.use(i, i+n)
			g.code("label", "dropped")
			i += n - 1
		case strings.HasPrefix(g.toks[i].text, "("):
			if n := g.remarkAt(i); n > 0 {
				g.use(i, i+n)
				g.code("remark", "dropped")
				i += n - 1
			}
		}
	}
}

// phoneAt gives the number of words of a telephone number at i, with the word in
// front of it: Tel. 555-123-4567, (555) 123-4567, Ph 555 123 4567.
func (g *usGrammar) phoneAt(i int) int {
	n := 0
	switch g.toks[i].f {
	case "tel", "phone", "ph", "cell", "fax", "mobile", "telephone", "t", "p", "f":
		n = 1
		for i+n < len(g.toks) && (g.toks[i+n].f == "no" || g.toks[i+n].f == "number" || g.toks[i+n].f == "#") {
			n++
		}
	}
	digits, words, split := 0, 0, false
	j := i + n
	for ; j < len(g.toks) && words < 5 && digits < 11; j++ {
		d, signs := phoneDigits(g.toks[j].f)
		if d == 0 || g.toks[j].seg != g.toks[i].seg && j > i {
			break
		}
		if digits += d; signs || strings.HasPrefix(g.toks[j].text, "(") {
			split = true
		}
		words++
	}
	switch {
	case digits != 10 && digits != 11:
		return 0
	case digits == 10 && words == 1 && !split && n == 0:
		return 0
	case words == 3 && n == 0 && !split && len(g.toks[i].f) != 3 && len(g.toks[i].f) != 1:
		return 0
	case words == 2 && n == 0 && !strings.HasPrefix(g.toks[i].text, "(") && len(strings.Trim(g.toks[i].f, "()")) != 3:
		return 0
	case words == 1 && n == 0 && !phoneShape(g.toks[i].f):
		return 0
	}
	return j - i
}

// phoneDigits counts the digits of a word made of digits and the signs that stand in
// telephone numbers; 0 for other words.
func phoneDigits(f string) (n int, signs bool) {
	f = strings.Trim(f, "()+-")
	for i := 0; i < len(f); i++ {
		switch f[i] {
		case '-', '(', ')', '.', '/':
			signs = true
		default:
			if !isDigit(f[i]) {
				return 0, false
			}
			n++
		}
	}
	return n, signs
}

// phoneShape tells 555-123-4567, 555.123.4567, 1-555-123-4567 and (555)123-4567.
func phoneShape(f string) bool {
	parts := strings.FieldsFunc(f, func(r rune) bool { return r == '-' || r == '.' || r == '(' || r == ')' || r == '/' })
	if len(parts) == 4 && (parts[0] == "1" || parts[0] == "+1") {
		parts = parts[1:]
	}
	return len(parts) == 3 && len(parts[0]) == 3 && len(parts[1]) == 3 && len(parts[2]) == 4 || len(parts) == 2 && len(parts[0]) == 3 && len(parts[1]) == 7
}

// labelAt gives the number of words of a label with a colon at i: Address:, Ship to:,
// ZIP code:, City:.
func (g *usGrammar) labelAt(i int) int {
	for n := 1; n <= 3 && i+n <= len(g.toks); n++ {
		t := g.toks[i+n-1]
		if !strings.HasSuffix(t.text, ":") {
			if !labelWord(t.f) {
				break
			}
			continue
		}
		if labelWord(t.f) || n > 1 {
			return n
		}
		return 0
	}
	if f := g.toks[i].f; (f == "zip" || f == "zipcode") && i+1 < len(g.toks) {
		n := 1
		if g.toks[i+1].f == "code" {
			n = 2
		}
		if i+n < len(g.toks) && zip5(g.toks[i+n].f) {
			return n
		}
	}
	return 0
}

func labelWord(f string) bool {
	switch f {
	case "address", "addr", "add", "adr", "street", "city", "state", "zip", "zipcode", "code", "mailing", "home", "work", "billing", "shipping",
		"ship", "to", "bill", "mail", "deliver", "delivery", "name", "residence", "postal", "town", "line", "addr1", "addr2", "address1", "address2", "country", "new", "old", "current", "send", "my", "customer":
		return true
	}
	return false
}

// remarkAt gives the number of words of a remark in brackets that holds neither a
// unit nor a state: (call first), (near the church).
func (g *usGrammar) remarkAt(i int) int {
	for n := 1; n <= 12 && i+n <= len(g.toks); n++ {
		t := g.toks[i+n-1]
		if usUnit(t.f) != "" || stateCode(t.f) != "" && n == 1 || t.f == "c/o" || zip5(t.f) {
			return 0
		}
		if strings.Contains(t.text, ")") {
			if n == 1 && (hasDigit(t.f) || len(t.f) < 3) {
				return 0
			}
			return n
		}
	}
	return 0
}
