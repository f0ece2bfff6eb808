package email

import "strings"

// Domains reads a list of throw-away domains for Reader: one a line, blank lines and
// lines that begin with # aside.
func Domains(list string) map[string]struct{} {
	domains := map[string]struct{}{}
	for line := range strings.Lines(list) {
		if line = strings.ToLower(strings.TrimSpace(line)); line != "" && line[0] != '#' {
			domains[line] = struct{}{}
		}
	}
	return domains
}

// throwaway reports a domain of throw-away mailboxes, or a part of one.
func (r Reader) throwaway(domain string) bool {
	for {
		if _, own := r.Disposable[domain]; own || disposable(domain) {
			return true
		}
		at := strings.IndexByte(domain, '.')
		if at < 0 || strings.IndexByte(domain[at+1:], '.') < 0 {
			return false
		}
		domain = domain[at+1:]
	}
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
