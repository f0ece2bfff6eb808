package email

import "strings"

// Suggest gives the well-known domain that a domain was probably meant to be,
// "" when it is well known itself or resembles none. One typing error (a letter too
// many, missing, wrong, or two exchanged) in the name and one of the usual slips of
// the end (.con, .pll) are allowed; of short names such as wp.pl only the end may be
// wrong, since other short names are real. Of any other domain only an end that
// does not exist is suspected: firma.con.
func Suggest(domain string) string {
	if known(domain) {
		return ""
	}
	mended := mendTop(strings.TrimPrefix(domain, "www."))
	best := ""
	for _, k := range wellKnown() {
		if k == domain {
			return ""
		}
		if best == "" && (k == mended || oneTypo(mended, k) && plausible(mended, k)) {
			best = k
		}
	}
	switch {
	case best != "" && lookalike(domain):
		return ""
	case best != "":
		return best
	case domain == "gmail.pl" || domain == "gmail.com.pl":
		return "gmail.com"
	case mended != domain && strings.IndexByte(mended, '.') > 0 && validDomain(mended):
		return mended
	}
	return ""
}

// mendTop repairs ends that are slips of the keyboard and no top-level domains.
func mendTop(domain string) string {
	at := strings.LastIndexByte(domain, '.')
	if at <= 0 {
		return domain
	}
	end := ""
	switch domain[at+1:] {
	case "con", "cmo", "ocm", "comm", "coom", "ccom", "cpm", "vom", "xom", "cim", "c0m", "coml", "comn", "com1":
		end = "com"
	case "pll", "ppl", "lp", "plp", "pl1", "pli", "plo", "p":
		end = "pl"
	case "nett", "ney", "ner":
		end = "net"
	case "ogr", "orgg", "rog":
		end = "org"
	case "dee":
		end = "de"
	default:
		return domain
	}
	return domain[:at+1] + end
}

// withPoint gives the well-known domain that lacks its point (wppl, gmailcom) or its
// end (gmail, wp).
func withPoint(domain string) string {
	if strings.IndexByte(domain, '.') >= 0 || len(domain) > 20 {
		return ""
	}
	switch domain {
	case "gmail":
		return "gmail.com"
	case "wp", "o2", "op", "vp", "onet", "interia", "tlen", "gazeta":
		return domain + ".pl"
	case "hotmail", "outlook", "icloud", "yahoo":
		return domain + ".com"
	}
	for _, k := range wellKnown() {
		if len(k) == len(domain)+1 && strings.ReplaceAll(k, ".", "") == domain {
			return k
		}
	}
	return ""
}

func plausible(domain, known string) bool {
	name, _, _ := strings.Cut(known, ".")
	typed, top, _ := strings.Cut(domain, ".")
	switch {
	case typed == name:
		return !realTop(top)
	case len(name) <= 4 && name != "onet" && name != "tlen":
		return false
	}
	// The first letter is seldom wrong, and then by a neighbouring key: vmail.com may
	// be gmail.com, pmail.com is somebody else.
	if len(domain) == len(known) && domain[0] != known[0] && domain[1:] == known[1:] {
		return neighbours(domain[0], known[0])
	}
	return true
}

// neighbours reports keys that lie side by side.
func neighbours(a, b byte) bool {
	for _, row := range []string{"qwertyuiop", "asdfghjkl", "zxcvbnm"} {
		i, j := strings.IndexByte(row, a), strings.IndexByte(row, b)
		if i >= 0 && j >= 0 {
			return i-j == 1 || j-i == 1
		}
	}
	return a == 'v' && b == 'g' || a == 'b' && b == 'g' || a == 't' && b == 'g' || a == 'y' && b == 'g'
}

// realTop reports ends of domains that are taken at their word: gmail.co may
// be a typing error, but wp.eu or onet.de is another domain.
func realTop(top string) bool {
	switch top {
	case "pl", "eu", "com", "net", "org", "de", "at", "ch", "uk", "co.uk", "fr", "it", "es", "cz", "sk", "us", "ca", "ru", "ua",
		"com.pl", "net.pl", "org.pl", "info.pl", "edu.pl", "info", "biz", "me", "io", "be", "nl", "dk", "se", "no", "lt", "lv", "ie":
		return true
	}
	return false
}

// oneTypo reports that a becomes b by one insertion, deletion, replacement or
// exchange of neighbours.
func oneTypo(a, b string) bool {
	if d := len(a) - len(b); d < -1 || d > 1 || a == b {
		return false
	}
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	x, y := a[i:], b[i:]
	switch {
	case len(x) > len(y):
		return x[1:] == y
	case len(x) < len(y):
		return x == y[1:]
	}
	return x[1:] == y[1:] || len(x) > 1 && x[0] == y[1] && x[1] == y[0] && x[2:] == y[2:]
}
