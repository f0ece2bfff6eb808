package name

import "strings"

// title reports words that stand before a name, with the gender they tell.
// Some are titles only with a point or before others; those are in weakTitle.
func title(key string) (gender string, ok bool) {
	switch key {
	case "pan", "mr", "mister", "sir", "herr", "hr", "ks", "ksiadz", "lord", "brat", "fr", "father", "rabin", "pastor", "imam", "bp", "abp", "kard", "senor", "sr.", "monsieur":
		return "m", true
	case "pani", "mrs", "ms", "miss", "madam", "madame", "lady", "frau", "siostra", "dame", "mgr-inz", "mx-f", "sister", "senora", "szanowna":
		return "f", true
	case "szanowny":
		return "m", true
	case "dr", "doktor", "doctor", "prof", "professor", "profesor", "hab", "inz", "mgr", "lic", "lek", "med", "wet", "stom", "dent", "dypl", "arch",
		"doc", "docent", "mec", "adw", "adwokat", "radca", "notariusz", "red", "sz", "szan", "p", "pp", "panstwo", "mx",
		"gen", "general", "bryg", "dyw", "plk", "ppłk", "pplk", "mjr", "kpt", "por", "ppor", "chor", "sierz", "plut", "kpr", "szer", "kmdr",
		"col", "colonel", "lt", "capt", "captain", "maj", "major", "sgt", "sergeant", "cpl", "adm", "admiral", "hon", "rev", "reverend", "judge",
		"congressman", "congresswoman", "senator", "representative", "governor", "mayor", "sp", "s.p", "h.c", "dr.h.c", "ing", "dipl.-ing", "dipl", "mag", "zd", "em", "ret", "the":
		return "", true
	}
	return "", false
}

// needsPoint lists titles that are ordinary words or initials unless a point
// follows ("p. Nowak", "st. sierż.") or another title does ("sz p").
func needsPoint(key string) bool {
	switch key {
	case "p", "pp", "sz", "sp", "por", "em", "med", "arch", "red", "maj", "hr", "fr", "lic", "doc", "mag", "hon", "lt", "bp", "adm", "general", "judge", "major", "the", "p.", "zd", "col", "wet", "dipl":
		return true
	}
	return false
}

// cutTitles takes the titles off the front and tells their gender. The last
// word is never a title.
func cutTitles(ts []token) (titles string, gender string, rest []token) {
	n := 0
	for n < len(ts)-1 {
		g, ok := title(ts[n].key)
		if !ok || needsPoint(ts[n].key) && !strings.HasSuffix(ts[n].text, ".") && n == 0 && !ceremonial(ts) {
			break
		}
		if ts[n].key == "pp" || ts[n].key == "panstwo" {
			g = ""
		}
		if g != "" && gender == "" {
			gender = g
		}
		n++
	}
	if n == 0 {
		return "", "", ts
	}
	return join(ts[:n]), gender, ts[n:]
}

// ceremonial reports "Sz P", "sp", written without points but before more
// titles.
func ceremonial(ts []token) bool {
	if ts[0].key == "p" || len(ts) < 3 {
		return false
	}
	_, next := title(ts[1].key)
	return next
}

// cutSuffixes takes generational and academic suffixes off the end.
func cutSuffixes(ts []token) (suffix string, rest []token) {
	n := len(ts)
	for n > 1 && isSuffix(ts[n-1], n) {
		n--
	}
	return strings.TrimLeft(join2(ts[n:]), ", "), ts[:n]
}

func join2(ts []token) string {
	if len(ts) == 0 {
		return ""
	}
	return join(ts)
}

func isSuffix(t token, words int) bool {
	switch strings.ReplaceAll(strings.Trim(t.key, "()"), ".", "") {
	case "jr", "sr", "jun", "sen", "junior", "senior", "phd", "md", "mba", "esq", "esquire", "rn", "bsn", "dds", "dvm", "cpa", "jd", "llm", "msc", "bsc", "usn", "usaf", "usmc", "usa",
		"ret", "do-md", "dmd", "pe", "lpn", "np", "cfa", "obe", "mbe", "cbe", "ii", "iii", "iv", "2nd", "3rd", "4th":
		return words > 1
	case "v", "vi", "x":
		return words > 2 && !strings.HasSuffix(t.text, ".") && t.text == strings.ToUpper(t.text)
	case "ma", "ba", "bs", "ms":
		return words > 2 && strings.Count(t.text, ".") >= 1 && len(t.key) > 2
	}
	return false
}
