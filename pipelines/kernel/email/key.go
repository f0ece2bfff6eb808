package email

import "strings"

// Key gives the form of an address in which two spellings of one mailbox are
// equal, for matching only: without a +tag, and by what is known of the service:
// gmail ignores points, proton points, hyphens and underscores; googlemail.com is
// gmail.com, protonmail.com and pm.me are proton.me, me.com and mac.com icloud.com.
func Key(local, domain string) string {
	if local != "" && local[0] == '"' {
		return local + "@" + domain
	}
	if at := strings.IndexByte(local, '+'); at > 0 {
		local = local[:at]
	}
	switch domain {
	case "gmail.com", "googlemail.com":
		local, domain = without(local, "."), "gmail.com"
	case "proton.me", "protonmail.com", "protonmail.ch", "pm.me":
		local, domain = without(local, ".-_"), "proton.me"
	case "me.com", "mac.com":
		domain = "icloud.com"
	}
	return local + "@" + domain
}

// without drops the signs, unless nothing else would be left.
func without(local, signs string) string {
	if !strings.ContainsAny(local, signs) {
		return local
	}
	kept := strings.Map(func(r rune) rune {
		if strings.ContainsRune(signs, r) {
			return -1
		}
		return r
	}, local)
	if kept == "" {
		return local
	}
	return kept
}
