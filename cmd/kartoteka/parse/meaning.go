package parse

import "strings"

// addressMeaning says in words what a code field:code of an address means; "" for a
// code that says it itself.
func addressMeaning(code string) string {
	field, what, _ := strings.Cut(code, ":")
	if words := addressCodes()[what]; words != "" {
		return strings.ReplaceAll(words, "FIELD", strings.ReplaceAll(field, "_", " "))
	}
	return strings.ReplaceAll(what, "_", " ")
}

func addressCodes() map[string]string {
	return map[string]string{
		"hyphen_added":          "the hyphen of the FIELD was missing",
		"digit_corrected":       "a letter stood for a digit in the FIELD (O for 0, l for 1)",
		"separator_corrected":   "another sign stood for the hyphen of the FIELD",
		"normalized":            "the FIELD was brought into its usual form",
		"zero_restored":         "the leading zero of the FIELD was lost",
		"placeholder":           "the FIELD was a word or number for not known",
		"invalid":               "the FIELD cannot be one; it was not changed",
		"unknown":               "the reference does not know this FIELD",
		"two_values":            "the text and the column name different values for the FIELD",
		"abbreviation_expanded": "the FIELD was abbreviated",
		"district_split":        "a district was written after the FIELD",
		"post_office_removed":   "the number of the post office after the FIELD was dropped",
		"from_street_line":      "the FIELD is the village of the street line",
		"not_under_postcode":    "the reference does not list the FIELD under this postcode",
		"spelling_repaired":     "a typing error in the FIELD was repaired",
		"spelling_corrected":    "a typing error in the FIELD was corrected",
		"expanded":              "the FIELD was abbreviated",
		"second_wins":           "two types were written; the second one counts",
		"abbreviated":           "the FIELD was written out; its standard abbreviation stands here",
		"none":                  "the text says that there is no FIELD",
		"digits":                "the FIELD was written in words",
		"moved_after_street":    "the FIELD stood before the street",
		"house_name":            "the house has a name instead of a number",
		"after_blank":           "the FIELD followed the house number without a word for it",
		"no_designator":         "the FIELD stood without a word such as APT",
		"from_text":             "the text itself names the FIELD",
	}
}

// nameMeaning says in words what a code of a name means.
func nameMeaning(code string) string {
	return map[string]string{
		"placeholder":     "a word or test for not known",
		"order_reversed":  "the family name stood first",
		"fields_swapped":  "given and family name stood in each other's column",
		"order_unsure":    "both words may be the given name",
		"case_changed":    "usual capitals were restored",
		"plural_resolved": "the plural surname of a couple became that of each",
		"digits_in_name":  "digits stand in the name",
		"remark_dropped":  "a maiden name, nickname or remark was left out",
		"gender_conflict": "title, name and column disagree on the gender",
	}[code]
}
