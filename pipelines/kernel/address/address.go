package address

// Input is one address as a source gives it. Every field is optional.
type Input struct {
	Lines []string // the lines of one value; a single line with commas is fine

	Street, HouseNumber, Unit       string // separate columns, when the source has them
	Postcode, City, Region, Country string
	DefaultCountry                  string // ISO 3166-1 alpha-2, used when nothing names a country
}

// Address is the parsed address. Empty fields are absent. StreetType is the
// canonical short form ("ul.", Poland only); StreetSuffix, Predir, Postdir and
// UnitType are Publication 28 abbreviations (United States); HouseNumber and Unit
// are as written, without blanks and designators; Country is ISO 3166-1 alpha-2.
type Address struct {
	Recipient                                 string
	Predir, StreetType, Street                string
	StreetSuffix, Postdir                     string
	HouseNumber, Staircase, Level             string
	UnitType, Unit                            string
	POBox, Route, Urbanization                string
	DependentLocality, City, Region, Postcode string
	Country                                   string

	Status     string  // one of the Status constants
	Confidence float64 // 0 to 1: the share of such readings that are right in every field
	Rule       string  // what decided: a rule of the grammar ("pl:typed-street"), or "tagger"
	Codes      []Code  // what was changed or noticed, in the order of discovery
	Unparsed   string  // words that no rule understood, in the order written

	// What postcode and city would be after the one change that makes them agree;
	// empty when they agree, or when no change or several would.
	SuggestedPostcode, SuggestedCity string
}

// Code says what was done to a field, e.g. {postcode, hyphen_added}; doc.go lists them.
type Code struct{ Field, Code string }

// The states of an address.
const (
	OK          = "ok"          // complete, and nothing had to be changed
	Changed     = "changed"     // complete; Codes say what was normalised
	Incomplete  = "incomplete"  // street line, postcode or city is lacking
	Conflict    = "conflict"    // complete, but the gazetteer contradicts
	Unparsed    = "unparsed"    // text without any part of an address
	Placeholder = "placeholder" // a word that means "not known"
	Missing     = "missing"     // no text at all
)

// Complete reports whether mail can be addressed: a street line with a number, a
// PO box or a rural box, together with a postcode and a city.
func (a Address) Complete() bool {
	delivery := a.HouseNumber != "" || a.POBox != ""
	return delivery && a.Postcode != "" && a.City != ""
}
