package name

import (
	"strings"

	"kartoteka/pipelines/kernel/empty"
)

// nobody reports texts that name nobody: the words for "not known", labels,
// nameless addressees, tests and runs over the keyboard, alone or beside
// numbers. A user's word for a title or a given name is believed.
func (p *Parser) nobody(text string, ts []token) bool {
	if p.words.Is(empty.Name, text) || p.mine.Own(text) {
		return true
	}
	if len(ts) == 0 {
		return true
	}
	switch key := strings.Join(keys(ts), " "); key {
	case "imie i nazwisko", "nazwisko i imie", "last name first name", "first name last name", "walk in", "walk-in", "walk in customer", "walk-in customer", "box holder", "no name given", "tester testowski", "test testowski", "abc def", "abc xyz", "to our neighbors at", "to our neighbor", "dom do wynajecia", "mieszkanie do wynajecia", "nie uzywac", "do weryfikacji", "name surname", "surname name", "your name here", "vorname nachname", "nom prenom", "full name", "do uzgodnienia", "do uzupelnienia", "do ustalenia", "do usuniecia", "nie kontaktowac sie", "nie dotyczy", "nie podano", "john doe", "jane doe", "john q public", "john q. public", "jan testowy", "adam testowy",
		"foo bar", "lorem ipsum", "max mustermann", "erika mustermann", "mickey mouse", "donald duck", "kaczor donald", "myszka miki", "to whom it may concern", "our neighbor", "our neighbour", "our friends", "our friends at", "do not use", "do not call", "do not mail", "see above", "see notes", "jak wyzej", "j w", "no name", "no last name", "no first name", "none given", "sprzedaz detaliczna", "sprzedaz paragonowa", "bez nazwy", "bez nazwiska", "bez imienia", "accounts payable", "shipping and receiving", "sales department", "to the owner", "the owner", "do wiadomosci mieszkancow", "wszyscy mieszkancy", "same as above", "same", "jw", "j.w":
		return true
	}
	if nobodyWord(keyOf(text)) {
		return true
	}
	if len(ts) > 1 && len(ts) < 5 && !anyGiven(ts) {
		switch ts[0].key {
		case "nie", "brak", "bez", "klient", "klientka", "customer", "unknown", "no", "not", "nieznany", "nieznana", "our", "your", "current", "do":
			if !surnamed(ts[1:]) && legalFormAt(ts) < 0 {
				return true
			}
		}
	}
	if titles, rest := cutTitles(ts, true); titles.text != "" {
		ts = rest
		if len(rest) == 0 {
			return titles.couple || titles.gender != ""
		}
	}
	if len(ts) == 1 && len(ts[0].key) == 1 {
		return true
	}
	words := 0
	for _, t := range ts {
		switch {
		case strings.IndexByte(t.key, '@') >= 0 || strings.HasPrefix(t.key, "http") || strings.HasPrefix(t.key, "www."):
			words++
		case t.key == "" || strip(t.key, "0123456789.-/#+()") == "":
		case nobodyWord(t.key) || len(t.key) > 4 && nobodyWord(strings.TrimRight(t.key, "0123456789")) || p.words.Is(empty.Name, t.key):
			words++
		case t.key == "or" || t.key == "lub" || t.key == "and" || t.key == "i" || t.key == "the" || t.key == "nr" || t.key == "no" || t.key == "to" || t.key == "z" || t.key == "bez" || t.key == "xyz":
		case len(ts) <= 2 && keyboard(t):
			words++
		default:
			return false
		}
	}
	return words > 0 || onlyMarks(ts)
}

func legalFormAt(ts []token) int {
	for i, t := range ts {
		if legalForm(t) {
			return i
		}
	}
	return -1
}

func onlyMarks(ts []token) bool {
	for _, t := range ts {
		if strip(t.key, "0123456789.-/#+()_*?!=~<>|\\") != "" {
			return false
		}
	}
	return true
}

// nobodyWord reports the single words of such texts.
func nobodyWord(key string) bool {
	switch key {
	case "odmowa", "niepodane", "niepodano", "jkl", "testowski", "our", "your", "their", "walk-in", "test", "testowy", "testowa", "tester", "testing", "testuser", "klient", "klientka", "klienci", "kupujacy", "nabywca", "odbiorca", "adresat", "platnik", "uzytkownik", "user", "username", "customer", "client", "guest", "gosc", "visitor", "anonim", "anonimowy", "anonimowa", "anonymous", "anon", "nieznany", "nieznana", "unknown", "brak", "none", "null", "nil", "nan", "undefined", "xxx", "xx", "n/a", "na", "nn", "n.n", "nd", "bd",
		"occupant", "occupants", "resident", "residents", "current", "valued", "postal", "patron", "householder", "homeowner", "boxholder", "addressee", "neighbor", "neighbour", "owner", "tenant", "mieszkaniec", "mieszkancy", "lokator", "lokatorzy", "wlasciciel", "sasiad", "sasiedzi", "detaliczny", "detaliczna", "indywidualny", "indywidualna", "jednorazowy", "jednorazowa", "przypadkowy", "paragon", "paragonowy", "kasa", "kasowy", "sample", "example", "dummy", "fake", "demo", "przykladowy", "przykladowa", "temp", "tymczasowy", "admin", "administrator", "webmaster", "name", "surname", "firstname", "lastname", "imie", "nazwisko", "imię", "empty", "pusty", "puste", "blank", "deleted", "usuniety", "usunieta", "duplikat", "duplicate", "skasowany", "tbd", "tba", "cash", "nieaktualny", "nieaktualne", "nikt", "nobody", "noname", "asd", "asdf", "qwe", "qwerty", "qwertz", "abc", "abcd", "aaa", "bbb", "foo", "xyz", "zzz", "yyy", "inny", "inna", "rozni", "various", "misc", "kontrahent", "osoba", "prywatna", "person", "somebody", "ktos", "error", "#n/a", "#ref", "blad", "rodo", "gdpr", "konto", "account", "nowy", "new", "zamowienie", "order":
		return true
	}
	return false
}

// keyboard reports runs over the keys and words that nobody can say.
func keyboard(t token) bool {
	key := t.key
	if len(key) < 3 {
		return false
	}
	if strings.Count(key, key[:1]) == len(key) {
		return true
	}
	for _, row := range [...]string{"qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghij", "poiuytrewq", "lkjhgfdsa", "qwertzuiop"} {
		if len(key) >= 4 && strings.Contains(row, key) {
			return true
		}
	}
	if len(key) >= 6 && (strings.HasPrefix(key, "asdf") || strings.HasPrefix(key, "qwert") || len(key)%2 == 0 && key[:len(key)/2] == key[len(key)/2:] && len(key) >= 6 && strings.IndexAny(key, "aeiouy") < 0) {
		return true
	}
	return len(key) >= 5 && strings.IndexAny(key, "aeiouy.-0123456789'&") < 0 && t.text != strings.ToUpper(t.text)
}
