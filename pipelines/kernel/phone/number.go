package phone

import (
	"strings"

	"github.com/nyaruka/phonenumbers"
)

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
	CodeRemark     = "remark_dropped"
	CodeLetter     = "digit_corrected" // a letter stood for a digit
	CodeFictional  = "fictional"       // a number reserved for films, or typed through
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
	Second    string // E.164 of another valid number of the same field
	Codes     []string
}

// National is the number as it is written inside its country, "" without one.
func (n Number) National() string {
	parsed, err := phonenumbers.Parse(n.E164, "")
	if n.E164 == "" || err != nil {
		return ""
	}
	return phonenumbers.Format(parsed, phonenumbers.NATIONAL)
}

// real makes a placeholder of a number that nobody has: those that the plans reserve
// for films (US 555-0100 to 555-0199, Ofcom's drama ranges), and a digit with zeros.
func (n Number) real() Number {
	if n.E164 != "" && fictional(n.E164) {
		return Number{Status: Placeholder, Codes: []string{CodeFictional}}
	}
	return n
}

func fictional(e164 string) bool {
	switch {
	case strings.HasPrefix(e164, "+1"):
		return len(e164) == 12 && e164[5:10] == "55501"
	case strings.HasPrefix(e164, "+44"):
		for _, range3 := range []string{"+447700900", "+441632960", "+442079460", "+441134960", "+441144960", "+441154960", "+441164960",
			"+441174960", "+441184960", "+441214960", "+441314960", "+441414960", "+441514960", "+441614960", "+448081570", "+449098790"} {
			if strings.HasPrefix(e164, range3) {
				return true
			}
		}
	case strings.HasPrefix(e164, "+48"):
		return strings.HasSuffix(e164, "00000000")
	}
	return false
}
