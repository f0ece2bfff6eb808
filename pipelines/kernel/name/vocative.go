package name

import (
	"strings"
	"unicode/utf8"

	"kartoteka/pipelines/kernel/fold"
)

// Vocative puts a Polish given name into the form of address: Jan -> Janie,
// Marek -> Marku, Anna -> Anno, Kasia -> Kasiu. gender is f or m; names that do
// not bend (Nicole, Jerry) stay. Case of the first letter is kept; the name must
// not be in capitals throughout.
//
// The rules are those of Polish declension: names in -a take -o, pet names and
// -la take -u and -lo, names in -ia take -io or, after a soft consonant in a pet
// name, -iu; hard masculine stems soften before -ie (Adam -> Adamie, Piotr ->
// Piotrze, Robert -> Robercie, Ryszard -> Ryszardzie, Paweł -> Pawle), stems in
// k, g, ch, l, j and soft ones take -u.
func Vocative(given, gender string) string {
	if utf8.RuneCountInString(given) < 2 || !utf8.ValidString(given) {
		return given
	}
	if v := irregularVocative(fold.Lower(given)); v != "" {
		return likeFirst(given, v)
	}
	if strings.HasSuffix(given, "a") {
		return vocativeA(given)
	}
	if gender != "m" {
		return given
	}
	return vocativeMasculine(given)
}

func irregularVocative(lower string) string {
	switch lower {
	case "paweł":
		return "pawle"
	case "gaweł":
		return "gawle"
	case "jerzy", "antoni", "ignacy", "konstanty", "wincenty", "walenty", "bazyli", "alojzy", "aleksy", "hilary", "jeremi", "cezary", "ambroży", "benedykty", "wiktory", "korneli", "maurycy", "pankracy", "bonifacy", "horacy":
		return lower
	case "aleksander":
		return "aleksandrze"
	case "kacper", "kasper", "oliwier", "olivier", "walter", "peter", "alexander":
		return strings.TrimSuffix(lower, "er") + "rze"
	case "iwo", "bruno", "hugo", "otto", "leo", "mieszko", "zbyszko", "gniewko", "ivo", "marco":
		return lower
	case "staś", "jaś", "krzyś", "kuś", "grześ", "michaś", "patryś", "ignaś", "adaś", "antoś", "franuś", "wojtuś", "piotruś", "jacuś", "maciuś", "kubuś", "heniuś", "boguś", "robuś", "bartuś":
		return strings.TrimSuffix(lower, "ś") + "siu"
	case "kazio", "henio", "stasio", "jasio", "krzysio", "zdzisio", "wicio", "rysio", "józio", "edzio", "tadzio", "władzio", "bodzio":
		return strings.TrimSuffix(lower, "o") + "u"
	case "ola", "ula", "ela", "ala", "jola", "fela", "hela", "tola", "lola", "pola", "nela", "lila", "mela", "bela":
		return strings.TrimSuffix(lower, "a") + "u"
	case "nel", "miriam", "rut", "beatrycze", "noemi", "inez", "nicole", "michelle", "nikol":
		return lower
	}
	return ""
}

// likeFirst gives word the first letter of the model.
func likeFirst(model, word string) string {
	r, size := utf8.DecodeRuneInString(word)
	if m, _ := utf8.DecodeRuneInString(model); m != r && strings.ToLower(string(m)) == string(r) {
		return string(m) + word[size:]
	}
	return word
}

// vocativeA bends names in -a, of women and of men (Kuba -> Kubo).
func vocativeA(given string) string {
	stem := given[:len(given)-1]
	lower := fold.Lower(given)
	if strings.HasSuffix(stem, "i") {
		if pet(lower) {
			return stem + "u"
		}
		return stem + "o"
	}
	return stem + "o"
}

// pet reports the pet names in -sia, -cia, -zia, -nia, -dzia, which
// take -u; full names in -ia (Maria, Zofia, Natalia) take
// -o.
func pet(lower string) bool {
	switch lower {
	case "antonia", "sonia", "eugenia", "stefania", "ksenia", "melania", "wirginia", "sydonia", "apolonia", "leonia", "hortensia", "konstancia", "felicia", "łucia", "petronia", "tania":
		return false
	}
	for _, end := range [...]string{"sia", "zia", "cia", "nia"} {
		if strings.HasSuffix(lower, end) {
			return true
		}
	}
	return false
}

// vocativeMasculine bends men's names that end in a consonant.
func vocativeMasculine(given string) string {
	lower := fold.Lower(given)
	last, _ := utf8.DecodeLastRuneInString(lower)
	_, size := utf8.DecodeLastRuneInString(given)
	stem := given[:len(given)-size]
	switch last {
	case 'k':
		if strings.HasSuffix(lower, "ek") && len(lower) > 3 {
			return given[:len(given)-2] + "ku" // Marek -> Marku
		}
		return given + "u" // Patryk -> Patryku
	case 'g', 'h', 'l', 'j', 'c':
		return given + "u"
	case 'z':
		if strings.HasSuffix(lower, "sz") || strings.HasSuffix(lower, "rz") || strings.HasSuffix(lower, "cz") {
			return given + "u" // Tomasz -> Tomaszu
		}
		return given + "ie"
	case 'ż':
		return given + "u"
	case 'ś':
		return stem + "siu"
	case 'ń':
		return stem + "niu"
	case 'ć':
		return stem + "ciu"
	case 'ź':
		return stem + "ziu"
	case 't':
		return stem + "cie" // Robert -> Robercie
	case 'd':
		return given + "zie" // Ryszard -> Ryszardzie
	case 'ł':
		return stem + "le" // Rafał -> Rafale
	case 'r':
		return given + "ze" // Piotr -> Piotrze, Artur -> Arturze
	case 'b', 'p', 'm', 'n', 'f', 'w', 's', 'v':
		return given + "ie" // Adam -> Adamie, Stanisław -> Stanisławie
	}
	return given
}
