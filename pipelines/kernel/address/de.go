package address

import (
	"strings"

	"kartoteka/pipelines/kernel/fold"
)

// parseDE reads German, Austrian and Swiss addresses: street and number, then
// postcode and city; abbreviated street words are written out.
func (w *work) parseDE() {
	w.parseGeneric()
	w.a.Rule = strings.Replace(w.a.Rule, "generic", "de", 1)
	if s := expandStrasse(w.a.Street); s != w.a.Street {
		w.a.Street = s
		w.code("street", "expanded")
	}
	if w.a.Country == "DE" && len(w.a.Postcode) == 4 && allDigits(w.a.Postcode) {
		w.a.Postcode = "0" + w.a.Postcode
		w.code("postcode", "zero_restored")
	}
}

// expandStrasse writes "Hauptstr." and "Lange Str." in full.
func expandStrasse(s string) string {
	i := strings.LastIndexByte(s, ' ') + 1
	word := s[i:]
	lower := fold.Lower(word)
	switch {
	case lower == "str." || lower == "str":
		return s[:i] + "Straße"
	case strings.HasSuffix(lower, "str.") || strings.HasSuffix(lower, "str") && len(lower) > 5:
		return s[:i] + word[:strings.LastIndex(lower, "str")] + "straße"
	}
	return s
}
