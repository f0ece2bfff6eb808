package name

import (
	"strings"

	"kartoteka/pipelines/kernel/name/lexicon"
)

// titled is what stands in front of a name.
type titled struct {
	text     string
	gender   string
	couple   bool // Państwo
	deceased bool
}

func (t *titled) add(more titled) {
	t.text = strings.TrimSpace(t.text + " " + more.text)
	if t.gender == "" {
		t.gender = more.gender
	}
	t.couple, t.deceased = t.couple || more.couple, t.deceased || more.deceased
}

// cutTitles takes the titles off the front. A word that is a title only with a
// point, or only before a whole name, is one under that condition. With all
// false the last word stays, whatever it is.
func cutTitles(ts []token, all bool) (titled, []token) {
	n, t := 0, titled{}
	last := len(ts) - 1
	if all {
		last = len(ts)
	}
	for n < last {
		g, sure := titleOf(ts[n])
		if sure == 0 || !holds(ts, n, sure) {
			if n+2 < len(ts) && rankBefore(ts[n]) {
				if _, next := lexicon.Title(ts[n+1].key); next != 0 && len(ts[n+1].key) > 1 && !ts[n+1].known() {
					n++ // 1st Lt., Master Sgt.
					continue
				}
			}
			if n > 0 && n+2 < len(ts) && acronym(ts[n]) && followsTitle(ts, n) { // prof. UW dr hab.
				n++
				continue
			}
			break
		}
		switch ts[n].key {
		case "pp", "panstwo", "szanowni":
			t.couple = true
		case "sp", "s.p", "swp":
			t.deceased = true
		case "p":
			t.deceased = t.deceased || n > 0 && ts[n-1].key == "s"
		case "pamieci":
			t.deceased = true
		}
		if n > 0 && len(ts[n].key) == 1 && ts[n-1].key == "n" {
			g = 0 // dr n. o zdr.
		}
		if g != 0 && t.gender == "" && !(ts[n].key == "s" && n+1 < last && ts[n+1].key == "p") {
			t.gender = string(g)
		}
		n++
	}
	t.text = join(ts[:n])
	return t, ts[n:]
}

func titleOf(t token) (gender, sure byte) {
	if t.own.title {
		return t.own.gender, lexicon.Always
	}
	if g, sure := lexicon.Title(t.key); sure != 0 {
		return g, sure
	}
	if strings.IndexByte(t.key, '.') > 0 || strings.IndexByte(t.key, '-') > 0 { // ks.dr, mgr.inż, dr-inż
		for _, part := range strings.FieldsFunc(t.key, func(r rune) bool { return r == '.' || r == '-' }) {
			g, sure := lexicon.Title(part)
			if sure == 0 || sure == lexicon.AsWord {
				return 0, 0
			}
			if gender == 0 {
				gender = g
			}
		}
		return gender, lexicon.Dotted
	}
	return 0, 0
}

// holds reports whether word n is a title where it stands.
func holds(ts []token, n int, sure byte) bool {
	t := ts[n]
	switch sure {
	case lexicon.Always:
		return true
	case lexicon.Dotted:
		if t.key == "st" || t.key == "ml" { // st. sierż.; St. James is a surname
			return n+1 < len(ts) && followsTitle(ts, n)
		}
		if t.key == "p" && !isSmall(t.text) && (n == 0 || ts[n-1].key != "sz" && ts[n-1].key != "s") {
			return false // P. Nowak is an initial, p. Nowak and Sz. P. are forms of address
		}
		if strings.HasSuffix(t.text, ".") {
			if len(t.key) > 1 || n > 0 && (isSmall(t.text) || t.key == "p") {
				return true
			}
			if t.key == "p" || isSmall(t.text) { // o. Jan, s. Maria, p. Nowak; R. Nowak is an initial
				return true
			}
			return n+1 < len(ts) && ts[n+1].key == "p" && strings.HasSuffix(ts[n+1].text, ".") && t.text == "Ś." // Ś. P.
		}
		if n > 0 {
			return len(t.key) > 1 || isSmall(t.text) || t.key == "p" && (ts[n-1].key == "sz" || ts[n-1].key == "s")
		}
		switch t.key {
		case "sp", "wp", "bp":
			return n+1 < len(ts) && t.text != "Sp" && (ts[n+1].known() || n+2 < len(ts))
		}
		return n+2 < len(ts) && len(t.key) > 1 && t.given == 0 && followsTitle(ts, n) // gen dyw. Jan
	case lexicon.AsWord:
		if strings.HasSuffix(t.text, ".") && n+1 < len(ts) {
			return true
		}
		if n+1 < len(ts) {
			if _, next := lexicon.Title(ts[n+1].key); next == lexicon.Always && n+2 < len(ts) {
				return true
			}
			if t.key == "the" {
				return n == 0 && honoured(ts[1])
			}
			if ts[n+1].key == "representative" || ts[n+1].key == "senator" || ts[n+1].key == "reverend" {
				return true
			}
		}
		return n+2 < len(ts) && (ts[n+1].known() || ts[n+1].initial()) && !ts[len(ts)-1].initial()
	case lexicon.Joining:
		return n > 0 && (isSmall(t.text) || strings.HasSuffix(t.text, ".") || len(t.key) > 2)
	}
	return false
}

// rankBefore reports words before the name of a rank.
func rankBefore(t token) bool {
	switch t.key {
	case "1st", "2nd", "first", "second", "master", "staff", "lance", "chief", "rear", "vice", "brig", "brigadier", "maj", "warrant", "petty", "mlodszy", "starszy", "technical", "senior", "em", "emer", "emerytowany":
		return true
	}
	return false
}

// acronym reports two to five capitals.
func acronym(t token) bool {
	return len(t.text) >= 2 && len(t.text) <= 5 && t.text == strings.ToUpper(t.text) && strings.IndexByte(t.text, '.') < 0
}

func followsTitle(ts []token, n int) bool {
	_, next := lexicon.Title(ts[n+1].key)
	return next != 0 && next != lexicon.AsWord && len(ts[n+1].key) > 1
}

func isSmall(text string) bool { return text == strings.ToLower(text) }

// cutSuffixes takes generations, degrees, orders and professions off the end.
func cutSuffixes(ts []token) (suffix string, rest []token) {
	n := len(ts)
	for n > 1 {
		if n > 3 && ts[n-1].key == "law" && ts[n-2].key == "at" && (ts[n-3].key == "attorney" || ts[n-3].key == "atty") {
			n -= 3
			continue
		}
		if ts[n-1].key == "dc" && n > 2 {
			n--
			continue
		}
		if !isSuffix(ts[n-1], n) {
			break
		}
		n--
	}
	return strings.TrimLeft(join(ts[n:]), ", "), ts[:n]
}

func isSuffix(t token, words int) bool {
	if t.own.suffix {
		return true
	}
	key := t.key
	if strings.ContainsAny(key, "./()") {
		key = strings.NewReplacer(".", "", "/", "", "(", "", ")", "").Replace(key)
	}
	if len(key) > 8 || key == "" {
		return false
	}
	switch lexicon.Suffix(key) {
	case 'g', 'd', 'w':
		return true
	case 'r':
		switch key {
		case "st", "ml":
			return words > 2 && strings.HasSuffix(t.text, ".") && isSmall(t.text)
		}
		return words > 2 && !strings.HasSuffix(t.text, ".") && t.text == strings.ToUpper(t.text)
	case 'a':
		return words > 2 && (strings.Count(t.text, ".") >= 1 || t.text == strings.ToUpper(t.text) && words == 3 && key == "do") && len(key) > 1
	}
	return false
}

func allSuffixes(ts []token) bool {
	for _, t := range ts {
		key := strings.ReplaceAll(t.key, ".", "")
		if !isSuffix(t, 3) && lexicon.Suffix(key) != 'a' && lexicon.Suffix(key) != 'r' {
			return false
		}
	}
	return len(ts) > 0
}
