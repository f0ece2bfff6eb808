package name

import (
	"strings"

	"kartoteka/pipelines/kernel/fold"
)

// surnameGender tells the gender of an adjectival Polish surname, folded:
// Kowalska f, Kowalski m, others 0.
func surnameGender(key string) byte {
	if at := strings.LastIndexByte(key, '-'); at >= 0 {
		if g := surnameGender(key[:at]); g != 0 {
			return g
		}
		key = key[at+1:]
	}
	if len(key) < 5 {
		return 0
	}
	switch key[len(key)-3:] {
	case "ska", "cka", "zka":
		if key[len(key)-3] != 'z' || strings.HasSuffix(key, "dzka") {
			return 'f'
		}
	case "ski", "cki", "zki":
		if key[len(key)-3] != 'z' || strings.HasSuffix(key, "dzki") {
			return 'm'
		}
	}
	return 0
}

// polishSurname reports the endings that make a word look like a Polish
// surname rather than a given name.
func polishSurname(key string) bool {
	if len(key) < 5 {
		return false
	}
	if surnameGender(key) != 0 {
		return true
	}
	for _, end := range []string{"czyk", "wicz", "owicz", "iak", "czak", "rek", "lak", "nik", "arz", "asz", "orz", "uk", "aj", "yk", "ik", "ak", "ek", "och", "cz", "owa", "wna", "ny", "ska", "yla", "erek", "czuk"} {
		if strings.HasSuffix(key, end) {
			return true
		}
	}
	return false
}

// masculine gives the masculine form of one folded word of a surname, so that
// wife and husband meet: kowalska -> kowalski, zielona -> zielony.
func masculine(key string) string {
	if surnameGender(key) == 'f' {
		return key[:len(key)-1] + "i"
	}
	if len(key) >= 5 && (strings.HasSuffix(key, "na") || strings.HasSuffix(key, "owa")) {
		return key[:len(key)-1] + "y"
	}
	switch key {
	case "biala", "mala", "gruba", "siwa", "lysa", "stara", "nowa", "mila", "szara", "bura", "ruda", "prosta", "swieta", "zlota", "wesola", "chuda", "goła", "gola", "tegla", "krzywa", "zywa", "slota", "bogata":
		return key[:len(key)-1] + "y"
	case "cicha", "glucha", "sucha":
		return key[:len(key)-1] + "y"
	case "dzika", "wielka", "tania", "glupia", "dluga", "ubrana", "droga", "wysoka", "gleboka", "szeroka", "niska", "bliska", "daleka":
		return key[:len(key)-1] + "i"
	}
	return key
}

// SurnameKey gives the form in which the surnames of relatives agree: folded,
// feminine adjectives as masculine ones, the parts of a double surname
// separated by one space. "Kowalska-Łęcka" is "kowalski lecki".
func SurnameKey(surname string) string {
	words := fold.Tokens(surname)
	if len(words) == 1 {
		return masculine(words[0])
	}
	for i := range words {
		words[i] = masculine(words[i])
	}
	return strings.Join(words, " ")
}

// singular gives the masculine and feminine form of the plural of an
// adjectival surname: Kowalscy -> Kowalski, Kowalska; Nowiccy, Zawadzcy.
// Plurals in -owie (Nowakowie) lose their ending. Case is kept.
func singular(surname string) (masculine, feminine string, ok bool) {
	lower := strings.ToLower(surname)
	if len(lower) != len(surname) {
		return "", "", false
	}
	upper := surname == strings.ToUpper(surname)
	form := func(stem, end string) string {
		if upper {
			end = strings.ToUpper(end)
		}
		return stem + end
	}
	switch {
	case len(surname) > 5 && strings.HasSuffix(lower, "scy"):
		stem := surname[:len(surname)-2]
		return form(stem, "ki"), form(stem, "ka"), true
	case len(surname) > 6 && strings.HasSuffix(lower, "dzcy"):
		stem := surname[:len(surname)-2]
		return form(stem, "ki"), form(stem, "ka"), true
	case len(surname) > 5 && strings.HasSuffix(lower, "ccy"):
		stem := surname[:len(surname)-2]
		return form(stem, "ki"), form(stem, "ka"), true
	case len(surname) > 7 && strings.HasSuffix(lower, "owie"):
		stem := surname[:len(surname)-4]
		return stem, stem, true
	}
	return "", "", false
}

// pluralKey reports the folded plural of a surname: kowalscy, bakowie.
func pluralKey(key string) bool {
	_, _, ok := singular(key)
	return ok && !strings.HasSuffix(key, "howie")
}

// polishEnding reports the endings that only Polish surnames have.
func polishEnding(key string) bool {
	if len(key) < 6 {
		return false
	}
	for _, end := range [...]string{"czyk", "owicz", "ewicz", "czak", "szczak", "czuk", "cka", "ska", "owski", "ewski", "inski", "scy", "ccy"} {
		if strings.HasSuffix(key, end) {
			return true
		}
	}
	return false
}

// foreignSurname reports the endings of surnames elsewhere that given names
// hardly have.
func foreignSurname(key string) bool {
	if len(key) < 6 {
		return false
	}
	if strings.HasPrefix(key, "mc") || strings.HasPrefix(key, "o'") {
		return true
	}
	for _, end := range [...]string{"enko", "chuk", "chenko", "skyi", "skyj", "ovych", "sson", "ssen", "mann", "berg", "stein", "feld", "baum", "bauer", "meyer", "maier", "hofer", "ington", "worth", "field", "shaw", "escu", "opoulos", "idis", "akis", "yan", "shvili", "dze", "ovsky", "evsky", "owitz", "witz", "guez", "nez", "lez", "dez", "ova", "ovic", "evic", "ovich", "stra", "huis", "gaard", "strom", "quist", "gren", "ström", "dottir"} {
		if strings.HasSuffix(key, end) {
			return true
		}
	}
	return false
}
