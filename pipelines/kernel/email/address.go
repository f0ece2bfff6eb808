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

// Codes tell what was found or changed; they are part of cleanse_codes. Package codebook
// says each in words.
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
