package email

import "strings"

// wellKnown lists the domains of the large mail services, those that end in
// another one first.
func wellKnown() []string {
	return []string{
		"poczta.onet.pl", "onet.pl", "onet.eu", "poczta.onet.eu", "op.pl", "vp.pl", "poczta.fm", "interia.pl", "interia.eu",
		"wp.pl", "o2.pl", "tlen.pl", "go2.pl", "gazeta.pl", "autograf.pl", "buziaczek.pl", "amorki.pl", "spoko.pl",
		"googlemail.com", "gmail.com", "hotmail.com", "hotmail.co.uk", "hotmail.de", "outlook.com", "live.com", "live.co.uk",
		"msn.com", "yahoo.com", "yahoo.co.uk", "yahoo.de", "ymail.com", "rocketmail.com", "icloud.com", "mac.com",
		"aol.com", "comcast.net", "verizon.net", "att.net", "sbcglobal.net", "bellsouth.net", "cox.net", "charter.net",
		"earthlink.net", "protonmail.com", "proton.me", "gmx.de", "gmx.net", "gmx.com", "gmx.at", "web.de", "t-online.de",
		"freenet.de", "btinternet.com", "sky.com", "mail.com", "email.com", "yandex.ru", "mail.ru", "seznam.cz", "orange.fr", "free.fr", "me.com",
		"inbox.com", "fastmail.com", "zoho.com", "hey.com", "outlook.de", "one.pl", "orange.pl", "plusnet.pl", "neostrada.pl",
	}
}

// Suggest gives the well-known domain that a domain was probably meant to be,
// "" when it is well known itself or resembles none. One typing error (a
// letter too many, missing, wrong, or two exchanged) is allowed; of short names
// such as wp.pl only the end may be wrong, since other short names are real.
func Suggest(domain string) string {
	best := ""
	for _, known := range wellKnown() {
		if known == domain {
			return ""
		}
		if best == "" && oneTypo(domain, known) && plausible(domain, known) {
			best = known
		}
	}
	return best
}

func plausible(domain, known string) bool {
	name, _, _ := strings.Cut(known, ".")
	typed, top, _ := strings.Cut(domain, ".")
	if typed == name {
		return !realTop(top)
	}
	if len(name) <= 4 && name != "onet" && name != "tlen" {
		return false
	}
	return true
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

// disposable reports the best-known services of throw-away mailboxes.
func disposable(domain string) bool {
	switch domain {
	case "mailinator.com", "yopmail.com", "yopmail.fr", "10minutemail.com", "10minutemail.net", "guerrillamail.com",
		"guerrillamail.net", "guerrillamail.org", "guerrillamail.de", "sharklasers.com", "grr.la", "trashmail.com", "trashmail.de",
		"trash-mail.com", "temp-mail.org", "temp-mail.com", "tempmail.com", "tempmail.net", "tempmailo.com", "throwawaymail.com",
		"maildrop.cc", "getnada.com", "nada.email", "dispostable.com", "fakeinbox.com", "mailnesia.com", "mailcatch.com",
		"mintemail.com", "moakt.com", "tempr.email", "discard.email", "discardmail.com", "spamgourmet.com", "emailondeck.com",
		"mohmal.com", "mytemp.email", "burnermail.io", "inboxkitten.com", "spam4.me", "tempinbox.com", "wegwerfmail.de",
		"einrot.com", "cuvox.de", "armyspy.com", "dayrep.com", "fleckens.hu", "gustr.com", "jourrapide.com", "rhyta.com",
		"superrito.com", "teleworm.us", "20minutemail.com", "minutemail.pl", "koszmail.pl", "tymczasowy.com":
		return true
	}
	return false
}
