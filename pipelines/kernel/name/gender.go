package name

import (
	"strings"

	"kartoteka/pipelines/kernel/fold"
)

// ColumnGender reads a gender column: K, M, F, kobieta, male, ...; "" when it
// says nothing.
func ColumnGender(text string) string {
	switch strings.Trim(fold.ASCII(text), ". ") {
	case "k", "f", "w", "z", "kobieta", "female", "woman", "zenska", "pani", "mrs", "ms", "frau", "weiblich", "girl", "dziewczyna", "2":
		return "f"
	case "m", "mezczyzna", "male", "man", "meska", "pan", "mr", "herr", "mannlich", "boy", "chlopak", "1":
		return "m"
	}
	return ""
}

// gender decides in this order: the column, a title, the given name, an
// adjectival surname. Country PL also reads the final -a of an unknown given
// name as feminine. conflict tells that the column says otherwise than given
// name and surname together.
func gender(column, title string, first, family token, country string) (g string, conflict bool) {
	named := nameGender(first, family, country)
	switch {
	case column != "":
		return column, named != "" && named != column
	case title != "":
		return title, false
	}
	return named, false
}

func nameGender(first, family token, country string) string {
	g, known := given(first.key)
	if known && g != 'e' {
		return string(g)
	}
	last := surnameGender(lastWord(family.key))
	if last == 'm' && first.key == "" {
		last = 0 // the masculine form alone names the family
	}
	if last != 0 && country != "US" && country != "GB" {
		return string(last)
	}
	if !known && country == "PL" && len(first.key) > 3 && strings.HasSuffix(first.key, "a") && !masculineA(first.key) {
		return "f"
	}
	return ""
}

func lastWord(key string) string {
	return key[strings.LastIndexByte(key, ' ')+1:]
}

// masculineA lists men's names in -a that the given-name list does not have.
func masculineA(key string) bool {
	switch key {
	case "kosma", "jarema", "barnaba", "bonawentura", "dyzma", "boryna", "luka", "nikita", "misza", "sasza", "aljosza", "wania", "kola", "jura", "ilja", "ilia",
		"joshua", "ezra", "elisha", "noa", "mustafa", "zawisza", "jagoda-m", "saba", "batista", "juda", "battista", "kostka", "mykyta", "mykola", "wasyla", "illia", "danila", "kuzma", "sawa", "foma", "toma", "santa":
		return true
	}
	return false
}
