package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kartoteka/pipelines/kernel/fold"
)

// plain brings a field to single spaces, plain quotes, apostrophes and
// hyphens; nothing else changes.
func plain(text string) string {
	if tidy(text) {
		return text
	}
	text = marks.Replace(text)
	if strings.Contains(text, "''") {
		text = strings.ReplaceAll(text, "''", "\"")
	}
	return strip(fold.Space(text), " ,;|")
}

var marks = strings.NewReplacer("’", "'", "`", "'", "´", "'", "‘", "'", "–", "-", "—", "-", "\u2010", "-", "\u2011", "-", "„", "\"", "”", "\"", "“", "\"", "«", "\"", "»", "\"",
	"\t", " ", "\n", ", ", "\r", " ", "\u00a0", " ", "\u200b", "", "\ufeff", "", "&amp;", "&", "&quot;", "\"", "&#39;", "'", "＆", "&")

// tidy reports a text of letters, points and single blanks, in which there is
// nothing to make plain.
func tidy(text string) bool {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '.', c >= 0xC3 && c <= 0xC5, c >= 0x80 && c < 0xC0:
		case c == '-' && i > 0 && i+1 < len(text) && text[i-1] != ' ' && text[i+1] != ' ':
		case c == ' ' && i > 0 && i+1 < len(text) && text[i-1] != ' ':
		default:
			return false
		}
	}
	return true
}

// remarks takes off what stands in a name field beside the name: brackets and
// quotes (nicknames), maiden names, telephone numbers, e-mail addresses,
// labels and notes. left is the name; dropped is what was taken, in the order
// in which it was found.
func remarks(text string) (left, dropped string) {
	if noRemark(text) {
		return text, ""
	}
	var out []string
	take := func(s string) {
		if s = strings.Trim(s, " ,;:-"); s != "" {
			out = append(out, s)
		}
	}
	text = unwrap(text)
	text = cutLabel(text, take)
	text = cutBrackets(text, take)
	text = cutNumbers(text, take)
	text = cutNotes(text, take)
	for _, loose := range []string{" - ", "- ", " -"} {
		text = joinHyphen(text, loose)
	}
	return strip(fold.Space(text), " ,;:?!*+|-_=~#<>"), strings.Join(out, " ")
}

// noRemark is the quick answer for nearly all names: letters, hyphens inside
// words, initials, and none of the words that begin a note.
func noRemark(text string) bool {
	if !tidy(text) {
		return false
	}
	words := 0
	for i := 0; i < len(text); i++ {
		if text[i] == ' ' {
			words++
		}
	}
	return words < 2 || !strings.Contains(text, " d. ") && !hasNote(strings.ToLower(text))
}

func hasNote(lower string) bool {
	for _, mark := range noteMarks {
		if strings.Contains(lower, mark) {
			return true
		}
	}
	return false
}

// noteMarks begin what is not part of the name: maiden names, ways to reach
// somebody, and clerks' notes.
var noteMarks = [...]string{" z d.", " z d ", " z domu ", " zd. ", " de domo ", " z dom. ", " née ", " nee ", " geb. ", " geborene ", " born ", " primo voto ", " 1v. ", " 1 voto ", " i voto ", " f/k/a ", " fka ", " formerly ", " panieńskie ", " panienskie ",
	" tel. ", " tel ", " tel:", " telefon ", " kom. ", " kom ", " mob. ", " mobile ", " phone ", " fax ", " ph. ", " cell ", " e-mail", " email", " mail:",
	" c/o ", " brak tel", " bez tel", " d/o ", " uwaga", " proszę ", " prosze ", " dzwonić", " dzwonic", " nie dzwon", " nie żyje", " nie zyje", " zmarł", " zmarl", " zm. ", " stały klient", " staly klient", " stała klient", " stala klient", " nowy klient", " nowa klient", " vip",
	" z żoną", " z zona", " z mężem", " z mezem", " z rodziną", " z rodzina", " z dziećmi", " z dziecmi", " i rodzina", " wraz z ", " and family", " & family", " and fam.", " sąsiad", " sasiad", " do rąk ", " do rak ", " deceased", " pesel", " nip ", " nip:", " ur. ", " ur ", " born:", " dob ", " dob:", " lat ", " klient", " id ", " nr ", " no. ", " - kuzyn", " - brat", " - syn ", " - córka", " - corka", " - mama", " - tata"}

// unwrap takes brackets and quotes off that stand around the whole text.
func unwrap(text string) string {
	if n := len(text); n > 2 {
		switch text[:1] + text[n-1:] {
		case "()", "[]", "\"\"", "''", "{}", "<>":
			if inside := text[1 : n-1]; !strings.ContainsAny(inside, text[:1]+text[n-1:]) {
				return strings.TrimSpace(inside)
			}
		}
	}
	return text
}

func cutNotes(text string, take func(string)) string {
	if at := strings.Index(text, " d. "); at > 0 { // a maiden name; D. is an initial
		take(text[at:])
		text = strings.TrimSuffix(text[:at], " z")
	}
	lower := strings.ToLower(text) + " "
	if len(lower) != len(text)+1 {
		lower = asciiLower(text) + " "
	}
	from := len(text)
	for _, mark := range noteMarks {
		if at := strings.Index(lower, mark); at > 0 && at < from {
			from = at
		}
	}
	take(text[from:])
	return text[:from]
}

// asciiLower keeps the length of every text.
func asciiLower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

// cutLabel drops what forms and clerks write in front: "Klient: Jan Nowak",
// "Attn: John Smith", "2. Jan Nowak".
func cutLabel(text string, take func(string)) string {
	if at := strings.IndexByte(text, ':'); at > 0 && at < 24 && at+1 < len(text) && !strings.ContainsAny(text[:at], "(\"") {
		switch keyOf(text[:at]) {
		case "tel", "telefon", "kom":
		default:
			if len(strings.Fields(text[:at])) <= 3 {
				take(text[:at])
				text = strings.TrimSpace(text[at+1:])
			}
		}
	}
	first, rest, found := strings.Cut(text, " ")
	if !found {
		return text
	}
	switch key := keyOf(first); key {
	case "attn", "att", "attention", "do", "dla", "dotyczy", "kontakt", "lp", "to":
		if strings.TrimSpace(rest) != "" && len(strings.Fields(rest)) > 1 {
			take(first)
			return rest
		}
	default:
		if key != "" && len(first) <= 6 && strings.Trim(first, "0123456789.)(#-/") == "" {
			take(first)
			return rest
		}
	}
	return text
}

// cutBrackets takes bracketed and quoted words; "(Ret.)" and "(Jr.)" stay.
func cutBrackets(text string, take func(string)) string {
	for _, pair := range []string{"()", "[]", "{}", "<>", "\"\"", "''"} {
		for skip := 0; ; {
			from := strings.IndexByte(text[skip:], pair[0])
			if from < 0 {
				break
			}
			from += skip
			if pair == "''" && from > 0 && text[from-1] != ' ' {
				skip = from + 1
				continue
			}
			length := strings.IndexByte(text[from+1:], pair[1])
			if length < 0 {
				break
			}
			inside := text[from+1 : from+1+length]
			switch keyOf(inside) {
			case "ret", "retired", "jr", "sr", "rez", "emer":
				skip = from + length + 2
				continue
			}
			take(inside)
			text = text[:from] + " " + text[from+length+2:]
			skip = from + 1
		}
	}
	return strings.TrimSpace(text)
}

// cutNumbers takes words of digits, telephone numbers and e-mail addresses. A
// digit inside a word stays: it is a slip.
func cutNumbers(text string, take func(string)) string {
	if strings.IndexFunc(text, func(r rune) bool { return r >= '0' && r <= '9' || r == '@' || r == '*' || r == '/' }) < 0 && !strings.Contains(text, "www.") {
		return text
	}
	words := strings.Split(text, " ")
	kept := words[:0]
	for _, w := range words {
		digits := strings.IndexFunc(w, func(r rune) bool { return r >= '0' && r <= '9' }) >= 0
		switch {
		case len(w) > 2 && (w[0] == '*' && w[len(w)-1] == '*' || w[0] == '/' && w[len(w)-1] == '/'):
			take(w)
		case digits && strings.Trim(w, "0123456789+-()./,;#") == "", strings.IndexByte(w, '@') > 0 && strings.LastIndexByte(w, '.') > strings.IndexByte(w, '@'), strings.HasPrefix(w, "www."), strings.HasPrefix(w, "http"):
			take(w)
			if strings.HasSuffix(w, ",") && len(kept) > 0 {
				kept[len(kept)-1] += ","
			}
		default:
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// joinHyphen makes "SZEWCZYK- LIPA" one word; a hyphen before a word with a
// digit or at an end stays.
func joinHyphen(text, loose string) string {
	at := strings.Index(text, loose)
	if at <= 0 || at+len(loose) >= len(text) {
		return text
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+len(loose):])
	if !unicode.IsLetter(before) || !unicode.IsLetter(after) {
		return text
	}
	return text[:at] + "-" + text[at+len(loose):]
}

// camel cuts "JanNowak" where the first part is a given name.
func (p *Parser) camel(text string) string {
	if len(text) < 7 || strings.IndexByte(text, ' ') >= 0 {
		return text
	}
	if at := strings.IndexAny(text, "._"); at > 2 && at < len(text)-3 && strings.IndexAny(text[at+1:], "._") < 0 {
		if p.token(text[:at]).known() || p.token(text[at+1:]).known() {
			return text[:at] + " " + text[at+1:]
		}
	}
	for i, r := range text {
		if i < 3 || !unicode.IsUpper(r) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		if unicode.IsLower(before) && p.token(text[:i]).known() {
			return text[:i] + " " + text[i:]
		}
		return text
	}
	return text
}

// strip is strings.Trim for a cutset of signs and digits; most words have a letter
// at both ends, and nothing to take off.
func strip(s, cutset string) string {
	if s == "" || letterByte(s[0]) && letterByte(s[len(s)-1]) {
		return s
	}
	return strings.Trim(s, cutset)
}

// letterByte reports a letter, or a byte of a sign outside ASCII.
func letterByte(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80 }
