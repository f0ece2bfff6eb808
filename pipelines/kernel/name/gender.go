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
// adjectival surname. Where the name is Polish, the final -a of an unknown given
// name is feminine. conflict tells that the column says otherwise than given
// name and surname together.
func (r *reader) gender(column, title string, first, family token) (g string, conflict bool) {
	if column == "" && title != "" {
		return title, false
	}
	named := r.nameGender(first, family)
	if column != "" {
		return column, named != "" && named != column
	}
	return named, false
}

func (r *reader) nameGender(first, family token) string {
	if first.given != 0 && first.given != 'e' {
		return string(first.given)
	}
	last := surnameGender(lastWord(family.key))
	if last == 'm' && first.key == "" {
		last = 0 // the masculine form alone names the family
	}
	if last != 0 && (r.country != "US" && r.country != "GB" || polishLetters(family.text)) {
		return string(last)
	}
	if first.given == 0 && len(first.key) > 3 && strings.HasSuffix(first.key, "a") && !masculineA(first.key) && r.polish([]token{first, family}) {
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
