package phone

// Status says what a text in a phone field is.
type Status string

// The four states of a phone field.
const (
	OK          Status = "ok"
	Invalid     Status = "invalid"
	Placeholder Status = "placeholder"
	Missing     Status = "missing"
)

// Type says what kind of line a number is; Either is a US number, which does
// not tell landlines from mobiles.
type Type string

// Types of numbers.
const (
	Mobile   Type = "mobile"
	Landline Type = "landline"
	Either   Type = "landline_or_mobile"
	TollFree Type = "toll_free"
	Premium  Type = "premium"
	VoIP     Type = "voip"
	Other    Type = "other"
)

// Codes tell what was found or changed; they are part of cleanse_codes.
const (
	CodeUnassigned = "unassigned_range" // right length, but nobody holds the range
	CodeTooShort   = "too_short"
	CodeTooLong    = "too_long"
	CodeNotNumber  = "not_a_number"
	CodeTwo        = "two_numbers"
	CodeExtension  = "extension_dropped"
	CodeOtherLand  = "other_country"   // read with the fallback country
	CodeGuessed    = "country_guessed" // by its length and beginning, or by the currency of the row
)

// Number is what a text says.
type Number struct {
	E164      string // "" when there is no number of a possible length
	Status    Status
	Type      Type   // "" unless OK
	Country   string // ISO 3166-1 alpha-2 of the number, "" when unknown
	Extension string
	Codes     []string
}
