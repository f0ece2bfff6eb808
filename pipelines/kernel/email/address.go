package email

// Status says what a text in an e-mail field is.
type Status string

// The states of an e-mail field. Role and disposable addresses are valid.
const (
	OK          Status = "ok"
	Invalid     Status = "invalid"
	Placeholder Status = "placeholder"
	Role        Status = "role"
	Disposable  Status = "disposable"
	Missing     Status = "missing"
)

// Codes tell what was found or changed; they are part of cleanse_codes. Meaning says
// each in words.
const (
	CodeTypo       = "domain_typo_suspected"
	CodeComma      = "comma_for_point"
	CodeNoAt       = "at_sign_missing"
	CodeAt         = "at_sign_restored"
	CodePoint      = "point_missing"
	CodeSyntax     = "not_an_address"
	CodeTooLong    = "too_long"
	CodeTwo        = "two_addresses"
	CodeIDN        = "domain_to_ascii"
	CodeWrapped    = "wrapping_dropped"
	CodeLowered    = "lower_cased"
	CodeBadCharset = "non_ascii_local_part"
	CodeQuoted     = "quoted_local_part"
	CodeLiteral    = "address_literal"
	CodeCorrected  = "domain_corrected" // as the user said it should be
)

// Address is what a text says.
type Address struct {
	Address    string // lower case; "" when there is no valid address
	Key        string // for matching; see the package comment
	Status     Status
	Suggestion string // the domain that was probably meant, "" when none
	Suggested  string // the whole address that was probably meant, "" when none
	Second     string // another valid address of the same field
	Codes      []string
}

// Meaning says in words what a code means; "" for an unknown code.
func Meaning(code string) string {
	switch code {
	case CodeTypo:
		return "the domain looks like a mistyped well-known one; nothing was changed"
	case CodeComma:
		return "a comma stood for a point of the domain"
	case CodeNoAt:
		return "there is no @"
	case CodeAt:
		return "the @ was written in words, in brackets or twice"
	case CodePoint:
		return "the domain lacks its point"
	case CodeSyntax:
		return "it is not formed like an address"
	case CodeTooLong:
		return "it is longer than an address may be"
	case CodeTwo:
		return "the field holds several addresses; the first valid one counts"
	case CodeIDN:
		return "the international domain was written in its ASCII form"
	case CodeWrapped:
		return "a name, label, remark, bracket or blank around the address was dropped"
	case CodeLowered:
		return "it was brought into lower case"
	case CodeBadCharset:
		return "letters outside ASCII stand before the @"
	case CodeQuoted:
		return "the part before the @ is quoted; allowed, but few systems take it"
	case CodeCorrected:
		return "the domain was replaced as a rule of the user says"
	case CodeLiteral:
		return "an IP number stands in place of a domain"
	}
	return ""
}
