package empty

import "strings"

// notKnown are the words of every kind of field, folded.
func notKnown(word string) bool {
	if repeated(word) && (word[0] == 'x' || word[0] == '0') {
		return true
	}
	switch word {
	case "brak", "brak danych", "braku danych", "brak informacji", "brak nr", "brak numeru",
		"brak adresu", "brak ulicy", "brak maila", "brak e-maila", "brak email", "brak e-mail",
		"brak telefonu", "brak tel", "brak nazwiska", "brak imienia", "brak kodu", "nie podano",
		"nie podal", "nie podala", "nie podaje", "niepodano", "nie ma", "niema", "nie mam", "nie dotyczy",
		"nie wiem", "nie chce", "nie posiada", "nieznany", "nieznana", "nieznane", "nieustalony",
		"nieokreslony", "nie okreslono", "puste", "pusty", "bez danych", "odmowa podania",
		"n/a", "n.a", "n/d", "n.d", "nd", "b/d", "b.d", "bd", "nda",
		"null", "nil", "none", "nan", "#n/a", "(null)", "<null>", "undefined", "unknown", "unkown",
		"not provided", "not known", "not given", "not available", "not applicable", "not specified",
		"no data", "no value", "missing", "tbd", "tba", "empty", "blank", "keine", "keine angabe", "k.a":
		return true
	}
	return false
}

// testName are names that nobody bears: labels of forms, tests, and the
// nameless addressee.
func testName(word string) bool {
	switch word {
	case "test", "tester", "testowy", "testowa", "test test", "test testowy", "testowy test", "testowy klient",
		"test user", "test customer", "klient testowy", "asd", "asdf", "asdasd", "qwerty", "qwe", "abc",
		"imie", "nazwisko", "imie nazwisko", "imie i nazwisko", "nazwisko imie", "nazwisko i imie",
		"first last", "first name", "last name", "firstname lastname", "first name last name", "name", "full name",
		"your name", "klient", "klientka", "klient detaliczny", "klient anonimowy", "osoba prywatna", "anonim",
		"anonimowy", "anonymous", "anon", "nobody", "nikt", "ktos", "someone", "uzytkownik", "user",
		"customer", "client", "guest", "gosc", "occupant", "resident", "current resident",
		"current occupant", "householder", "home owner", "homeowner", "to the householder", "postal customer",
		"lokator", "mieszkaniec", "wlasciciel", "do rak wlasnych", "odbiorca", "adresat", "recipient",
		"pan", "pani", "panstwo", "mr", "mrs", "ms", "sir", "madam":
		return true
	}
	return false
}

// defaultPhone reports numbers typed to satisfy a form: one digit throughout,
// or a run up or down the keys. A country code in front does not count.
func defaultPhone(word string) bool {
	number := digits(word)
	if number == "" {
		return false
	}
	for _, code := range []string{"0048", "48", "001", "1"} {
		if rest, found := strings.CutPrefix(number, code); found && len(rest) >= 9 && typedThrough(rest) {
			return true
		}
	}
	return typedThrough(number)
}

// typedThrough reports repeated digits (5 or more) and the runs 123456...,
// 987654... of six or more.
func typedThrough(number string) bool {
	if len(number) >= 5 && repeated(number) {
		return true
	}
	if len(number) < 6 {
		return false
	}
	return strings.Contains("01234567890123", number) || strings.Contains("98765432109876", number)
}

// defaultEmail reports addresses that say there is none.
func defaultEmail(word string) bool {
	local, domain, found := strings.Cut(word, "@")
	if !found {
		return false
	}
	name, _, _ := strings.Cut(domain, ".")
	switch lettersOf(local) {
	case "brak", "brakmaila", "brakemail", "brakemaila", "brakadresu", "niema", "niemam", "niemamaila", "nieposiada",
		"niepodano", "none", "nomail", "noemail", "noone", "nobody", "na", "null", "unknown", "notprovided", "nieznany", "nieznana":
		return true
	case "test", "testowy", "abc", "asd", "asdf", "qwe", "qwerty", "a", "aa", "aaa", "x", "xx", "xxx",
		"email", "mail", "user", "example", "adres", "klient", "customer":
		return name == local || repeated(name) || len(name) == 1 || madeUpDomain(name) || name == "email" || name == "mail" && local != "klient"
	}
	return name == "brak" || name == "niema" || name == "noemail"
}

// lettersOf drops the punctuation of a short local part; a long one is no word.
func lettersOf(local string) string {
	if len(local) > 16 || !strings.ContainsAny(local, ".-_") {
		return local
	}
	kept := make([]byte, 0, 16)
	for i := 0; i < len(local); i++ {
		if c := local[i]; c != '.' && c != '-' && c != '_' {
			kept = append(kept, c)
		}
	}
	return string(kept)
}

func madeUpDomain(name string) bool {
	switch name {
	case "test", "example", "brak", "none", "domain", "domena", "abc", "asd", "asdf", "niema", "localhost":
		return true
	}
	return false
}

// defaultDate reports the days that programs write for none, as text.
func defaultDate(word string) bool {
	switch digits(word) {
	case "01011900", "19000101", "01011901", "19010101", "00000000", "30121899", "18991230", "31121899", "18991231",
		"01010001", "00010101", "17530101", "01011753", "31129999", "99991231", "11111111", "99999999":
		return true
	}
	return false
}

func defaultPostcode(word string) bool {
	switch digits(word) {
	case "00000", "99999", "000000000", "0000", "9999":
		return true
	}
	return false
}
