package address

import (
	"strings"

	"kartoteka/pipelines/kernel/fold"
)

// placeholder reports a value that stands for "not known": words such as brak or
// n/a, punctuation alone, or one character repeated (xxx, ---, 00000).
func placeholder(s string) bool {
	if len(s) > 40 {
		return false
	}
	k := fold.Key(s)
	switch k {
	case "":
		return strings.TrimSpace(s) != ""
	case "brak", "brakdanych", "brakadresu", "brakadr", "niepodano", "niepodane", "niepodal", "niepodala", "niepodany",
		"nieznany", "nieznana", "nieznane", "niewiadomo", "niedotyczy", "nd", "niema", "bd", "jw", "jakwyzej",
		"zwrot", "douzupelnienia", "uzupelnic", "doustalenia", "test", "testtest", "testowy", "dane",
		"na", "none", "null", "nil", "nan", "unknown", "notprovided", "notavailable", "notapplicable", "noaddress",
		"missing", "undeliverable", "tbd", "tba", "asabove", "sameasabove", "same", "void",
		"keineangabe", "unbekannt", "ka", "entfallt", "qwerty", "asdf", "asd", "abc":
		return true
	}
	return repeated(k)
}

// repeated reports one letter x, y or z, or the digit 0, standing alone or repeated.
func repeated(k string) bool {
	if strings.Trim(k, k[:1]) != "" {
		return false
	}
	switch k[0] {
	case 'x', 'z':
		return len(k) > 1 || k[0] == 'x'
	case '0':
		return true
	}
	return len(k) > 3 && !isDigit(k[0])
}
