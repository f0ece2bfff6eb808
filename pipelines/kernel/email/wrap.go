package email

import "strings"

// plain reports the form of nearly all fields: letters, digits and . _ - + with one
// @ and no point at the end. Nothing is wrapped around it.
func plain(text string) bool {
	ats := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-' || c == '+':
		case c == '@':
			ats++
		default:
			return false
		}
	}
	return ats == 1 && text[len(text)-1] != '.'
}

// unwrap drops what stands around an address: a display name with <>, a label with a
// colon, a remark, quotes, blanks inside, a final point. An @ in words or in brackets
// is put back.
func (a *Address) unwrap(text string) string {
	bare := visible(text)
	if at := strings.LastIndexByte(bare, '<'); at >= 0 {
		if end := strings.IndexByte(bare[at:], '>'); end > 0 && (strings.IndexByte(bare[at:at+end], '@') > 0 || strings.IndexByte(bare, '@') < 0) {
			bare = bare[at+1 : at+end]
		}
	}
	bare = dropLabel(strings.TrimSpace(bare))
	if mended := restoreAt(bare); mended != bare {
		bare = mended
		a.Codes = append(a.Codes, CodeAt)
	}
	bare = trimEnds(bare)
	if strings.Count(bare, "@") == 1 {
		bare = closeUp(bare)
	}
	if bare != text && (len(a.Codes) == 0 || closeUp(restoreAt(text)) != bare) {
		a.Codes = append(a.Codes, CodeWrapped)
	}
	return bare
}

// visible drops invisible characters and makes wide and special signs plain ones.
func visible(text string) string {
	if isASCII(text) {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x200B && r <= 0x200F, r == 0x2060, r == 0xFEFF, r == 0xAD:
			return -1
		case r == 0xA0 || r == 0x2007 || r == 0x202F || r == 0x3000:
			return ' '
		case r == '＠':
			return '@'
		case r == '．' || r == '。':
			return '.'
		case r == '‐' || r == '‑' || r == '–':
			return '-'
		}
		return r
	}, text)
}

// dropLabel drops "mailto:", "e-mail:" and the like: up to three words before a colon.
func dropLabel(text string) string {
	at := strings.IndexByte(text, ':')
	if at < 0 || at > 24 || strings.ContainsAny(text[:at], "@\"<") || strings.Count(text[:at], " ") > 2 {
		return text
	}
	rest := strings.TrimLeft(text[at+1:], " /")
	if query := strings.IndexByte(rest, '?'); query > 0 && strings.EqualFold(text[:at], "mailto") {
		rest = rest[:query]
	}
	return rest
}

// restoreAt puts an @ that was written (at), [at], " at ", " małpa " or @@ back, and
// the points that were written in words with it.
func restoreAt(text string) string {
	if strings.Contains(text, "@@") {
		return squeeze(text, '@')
	}
	if strings.IndexByte(text, '@') >= 0 {
		return text
	}
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		return text
	}
	for _, word := range []string{"(at)", "[at]", "{at}", "<at>", "(@)", "(małpa)", "(malpa)", " at ", " małpa ", " malpa "} {
		i := strings.Index(lower, word)
		if i <= 0 || strings.Count(lower, word) > 1 {
			continue
		}
		local, domain := strings.TrimSpace(text[:i]), strings.TrimSpace(lower[i+len(word):])
		for _, dot := range []string{"(dot)", "[dot]", "{dot}", "(kropka)", "[kropka]", " dot ", " kropka "} {
			local = strings.ReplaceAll(local, dot, ".")
			domain = strings.ReplaceAll(domain, dot, ".")
		}
		domain = strings.ReplaceAll(domain, " ", "")
		if strings.IndexByte(local, ' ') < 0 && strings.IndexByte(domain, '.') > 0 {
			return local + "@" + domain
		}
	}
	return text
}

// trimEnds drops signs at both ends; the quotes of a quoted local part stay.
func trimEnds(text string) string {
	const signs = "'<>()[]{};,:|/\\* \t\r\n"
	text = strings.TrimRight(text, signs+"\".")
	if quoted := strings.TrimLeft(text, signs); strings.HasPrefix(quoted, `"`) && strings.Contains(quoted, `"@`) {
		return quoted
	}
	if literal := strings.LastIndex(text, "@["); literal > 0 {
		text += "]"
	}
	return strings.TrimLeft(text, signs+"\"")
}

// closeUp closes blanks around @ and the points of the domain, and drops a remark
// behind the domain: "jan@wp.pl (praca)", "jan@wp.pl - prywatny".
func closeUp(text string) string {
	if strings.IndexByte(text, ' ') < 0 {
		return text
	}
	at := strings.LastIndexByte(text, '@')
	local, domain := strings.TrimSpace(text[:at]), strings.TrimSpace(text[at+1:])
	for _, remark := range []string{" (", " [", " -", " /", " *"} {
		if cut := strings.Index(domain, remark); cut > 0 {
			domain = strings.TrimRight(domain[:cut], " .,;")
		}
	}
	domain = strings.ReplaceAll(strings.ReplaceAll(domain, ". ", "."), " .", ".")
	return local + "@" + domain
}
