package email

import "strings"

// validLocal checks dot-atom text: atoms of atext with single points between.
func validLocal(local string) bool {
	if local == "" || len(local) > 64 || local[0] == '.' || local[len(local)-1] == '.' {
		return false
	}
	for i := 0; i < len(local); i++ {
		c := local[i]
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '-':
		case c == '.':
			if local[i-1] == '.' {
				return false
			}
		case strings.IndexByte("!#$%&'*+/=?^`{|}~", c) < 0:
			return false
		}
	}
	return true
}

// validDomain checks host labels of letters, digits and inner hyphens, at
// least two of them, the last one of letters (or an encoded one).
func validDomain(domain string) bool {
	if len(domain) > 253 || strings.IndexByte(domain, '.') < 0 {
		return false
	}
	label := 0
	for i := 0; i <= len(domain); i++ {
		if i == len(domain) || domain[i] == '.' {
			if label == 0 || label > 63 || domain[i-1] == '-' || domain[i-label] == '-' {
				return false
			}
			label = 0
			continue
		}
		c := domain[i]
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
		label++
	}
	return validTop(domain[strings.LastIndexByte(domain, '.')+1:])
}

func validTop(top string) bool {
	if strings.HasPrefix(top, "xn--") {
		return true
	}
	if len(top) < 2 {
		return false
	}
	for i := 0; i < len(top); i++ {
		if top[i] < 'a' || top[i] > 'z' {
			return false
		}
	}
	return true
}

// Key gives the form of an address in which two spellings of one mailbox are
// equal: without a +tag, and for gmail without points.
func Key(local, domain string) string {
	if at := strings.IndexByte(local, '+'); at > 0 {
		local = local[:at]
	}
	switch domain {
	case "gmail.com", "googlemail.com":
		local, domain = strings.ReplaceAll(local, ".", ""), "gmail.com"
	}
	return local + "@" + domain
}

// role reports mailboxes of a function, not of a person.
func role(local string) bool {
	switch local {
	case "info", "biuro", "sklep", "sales", "sprzedaz", "kontakt", "contact", "contacts", "office", "admin",
		"administrator", "administracja", "webmaster", "postmaster", "hostmaster", "abuse", "root", "support", "help",
		"helpdesk", "pomoc", "noreply", "no-reply", "no_reply", "donotreply", "zamowienia", "zamowienie", "orders",
		"order", "marketing", "ksiegowosc", "faktury", "faktura", "invoices", "kadry", "rekrutacja", "praca", "jobs",
		"sekretariat", "reklamacje", "serwis", "service", "hr", "billing", "accounts", "accounting", "hello", "team",
		"mail", "email", "poczta", "firma", "recepcja", "reception", "bok", "obsluga", "obslugaklienta", "enquiries",
		"inquiries", "customerservice", "newsletter", "news", "press", "prasa", "redakcja", "shop", "hurt", "handlowy",
		"dzialhandlowy", "it", "rodo", "iod", "gdpr", "privacy", "security", "zarzad", "szkola", "parafia", "urzad", "ug", "um":
		return true
	}
	return false
}
