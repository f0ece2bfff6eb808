package name

// Kind says what a name names.
type Kind string

// Kinds of names.
const (
	Person  Kind = "person"
	Company Kind = "company"
	Couple  Kind = "couple"
	Unknown Kind = "unknown"
)

// Codes tell what was changed or doubted; they are part of cleanse_codes.
const (
	CodePlaceholder = "placeholder"
	CodeReversed    = "order_reversed"  // the family name stood first
	CodeSwapped     = "fields_swapped"  // given and family name were in each other's column
	CodeUnsure      = "order_unsure"    // both words are given names
	CodeRecased     = "case_changed"    // capitals were restored
	CodePlural      = "plural_resolved" // Kowalscy -> Kowalski, Kowalska
	CodeDigits      = "digits_in_name"
	CodeRemark      = "remark_dropped" // maiden name, nickname, bracketed remark
	CodeGender      = "gender_conflict"
	CodeDeceased    = "deceased_marker" // śp.
)

// Input is what a record says of a name: a whole name, or fields, or both.
type Input struct {
	Name, Prefix, Given, Middle, Family, Suffix, Company string

	Gender  string // of a column: K, M, F, female, ...
	Country string // ISO alpha-2, decides how unknown words are read
}

// Name is a name taken apart. Gender is "f", "m" or "".
type Name struct {
	Kind                                  Kind
	Prefix, Given, Middle, Family, Suffix string
	Gender                                string
	Company                               string
	Given2, Middle2, Family2, Gender2     string // second person of a couple
	Shared                                string // the surname of a couple as written, when both bear one
	Remark                                string // what stood in the field beside the name
	Codes                                 []string

	Confidence float64 // 0..1: how sure kind and parts are
	Rule       string  // what decided: see the Rule constants
}

// Rules that decide a name, from the surest to the weakest.
const (
	RulePlaceholder = "placeholder"   // a text that means not known
	RuleLegalForm   = "legal_form"    // sp. z o.o., LLC, GmbH
	RuleFirmWord    = "company_word"  // Hurtownia, Apteka, Associates
	RuleFirmShape   = "company_shape" // &, digits, possessives, prepositions, brands
	RuleCouple      = "couple"        // a word that joins two people
	RulePlural      = "plural"        // Kowalscy
	RuleColumns     = "columns"       // given and family name in columns of their own
	RuleComma       = "comma"         // Smith, John
	RuleGiven       = "given_name"    // a known given name at one end only
	RuleNear        = "given_near"    // one letter away from a known given name
	RuleShape       = "surname_shape" // endings of surnames
	RuleModel       = "model"         // letters of given and family names, given name first in doubt
	RuleOneWord     = "one_word"      // a single word
	RuleInitials    = "initials"      // an initial at one end
)

func (n *Name) code(code string) {
	for _, c := range n.Codes {
		if c == code {
			return
		}
	}
	n.Codes = append(n.Codes, code)
}
