package email

// wellKnown lists the domains of the large mail services, those that end in
// another one first.
func wellKnown() []string {
	return []string{
		"poczta.onet.pl", "vip.onet.pl", "onet.com.pl", "onet.pl", "onet.eu", "poczta.onet.eu", "op.pl", "vp.pl", "poczta.fm",
		"vip.interia.pl", "interia.pl", "interia.eu", "intmail.pl", "vip.wp.pl", "wp.pl", "go2.pl", "o2.pl", "tlen.pl", "gazeta.pl",
		"autograf.pl", "buziaczek.pl", "amorki.pl", "spoko.pl", "opoczta.pl", "upcpoczta.pl", "poczta.pl", "prokonto.pl",
		"inetia.pl", "eranet.pl", "chello.pl", "orange.pl", "plusnet.pl", "neostrada.pl", "one.pl", "int.pl",
		"googlemail.com", "gmail.com", "hotmail.com", "hotmail.co.uk", "hotmail.de", "hotmail.fr", "outlook.com", "outlook.de",
		"live.com", "live.co.uk", "msn.com", "rocketmail.com", "ymail.com", "yahoo.com", "yahoo.co.uk", "yahoo.de", "yahoo.fr",
		"icloud.com", "mac.com", "me.com", "aol.com", "comcast.net", "verizon.net", "att.net", "sbcglobal.net", "bellsouth.net",
		"cox.net", "charter.net", "earthlink.net", "juno.com", "optonline.net", "protonmail.com", "proton.me", "gmx.de", "gmx.net",
		"gmx.com", "gmx.at", "web.de", "t-online.de", "freenet.de", "arcor.de", "btinternet.com", "virginmedia.com", "talktalk.net",
		"ntlworld.com", "sky.com", "fastmail.com", "inbox.com", "mail.com", "email.com", "zoho.com", "hey.com", "yandex.ru", "mail.ru",
		"seznam.cz", "centrum.cz", "azet.sk", "orange.fr", "wanadoo.fr", "laposte.net", "free.fr", "libero.it", "ukr.net",
	}
}

// known reports one of wellKnown; asked for every address, it has to be quick.
func known(domain string) bool {
	switch domain {
	case "gmail.com", "wp.pl", "o2.pl", "onet.pl", "interia.pl", "poczta.onet.pl", "op.pl", "vp.pl", "tlen.pl", "gazeta.pl",
		"yahoo.com", "hotmail.com", "outlook.com", "aol.com", "icloud.com", "comcast.net", "gmx.de", "web.de", "googlemail.com",
		"onet.eu", "interia.eu", "go2.pl", "poczta.fm", "live.com", "msn.com", "yahoo.co.uk", "hotmail.co.uk", "btinternet.com",
		"t-online.de", "att.net", "verizon.net", "sbcglobal.net", "autograf.pl", "buziaczek.pl", "mail.com", "me.com", "ymail.com":
		return true
	}
	return false
}

// lookalike reports domains of others that are one letter away from a well-known one.
func lookalike(domain string) bool {
	switch domain {
	case "cloud.com", "outlook.eu", "mail.de", "gazeta.com.pl", "email.de", "fastmail.fm", "spok.pl", "hotmail.it", "hotmail.es",
		"orange.com", "protonmail.ch", "pm.me", "int.com", "inet.pl", "ontel.pl", "gail.com", "onet.net", "inbox.lv", "comcast.com",
		"frees.fr", "freenet.pl", "live.de", "live.nl", "live.fr", "wpd.pl", "yahoo.it", "yahoo.es":
		return true
	}
	return false
}
