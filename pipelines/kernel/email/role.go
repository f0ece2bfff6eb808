package email

import "strings"

// role reports mailboxes of a function, not of a person: info@, those that the user
// named, and those that only add a place or number to a clear one, biuro.krakow@.
func (r Reader) role(local string) bool {
	if _, own := r.Roles[local]; own || roleWord(local) {
		return true
	}
	at := strings.IndexAny(local, ".-_0123456789")
	if at < 4 {
		return false
	}
	switch local[:at] {
	case "biuro", "sklep", "info", "kontakt", "sekretariat", "zamowienia", "ksiegowosc", "reklamacje", "noreply", "donotreply",
		"office", "kadry", "recepcja", "faktury", "serwis", "support", "sprzedaz", "szkola", "przedszkole", "parafia", "newsletter":
		return true
	}
	return false
}

func roleWord(local string) bool {
	switch local {
	case "info", "biuro", "sklep", "sales", "sprzedaz", "kontakt", "contact", "contacts", "office", "admin",
		"administrator", "administracja", "webmaster", "postmaster", "hostmaster", "abuse", "root", "support", "help",
		"helpdesk", "pomoc", "noreply", "no-reply", "no_reply", "no.reply", "donotreply", "do-not-reply", "zamowienia", "zamowienie",
		"orders", "order", "marketing", "ksiegowosc", "faktury", "faktura", "invoices", "invoice", "kadry", "place", "rekrutacja",
		"praca", "jobs", "careers", "sekretariat", "reklamacje", "reklamacja", "zwroty", "returns", "serwis", "service", "hr",
		"billing", "accounts", "accounting", "finance", "hello", "team", "kancelaria", "gabinet", "apteka", "hotel", "rezerwacja",
		"rezerwacje", "booking", "reservations", "bookings", "events", "media", "pr", "reklama", "ads", "hurtownia", "magazyn",
		"logistyka", "transport", "spedycja", "produkcja", "technik", "dzialtechniczny", "dyrekcja", "dyrektor", "prezes", "przedszkole",
		"mail", "email", "poczta", "firma", "recepcja", "reception", "bok", "obsluga", "obslugaklienta", "enquiries", "enquiry",
		"inquiries", "inquiry", "customerservice", "customer.service", "customercare", "newsletter", "news", "press", "prasa",
		"redakcja", "shop", "store", "hurt", "handlowy", "dzialhandlowy", "it", "rodo", "iod", "iodo", "gdpr", "privacy", "security",
		"zarzad", "szkola", "parafia", "urzad", "ug", "um", "gmina", "starostwo", "kundenservice", "bestellung", "vertrieb", "buero":
		return true
	}
	return false
}
