package cleanse

import (
	"slices"

	"kartoteka/config"
)

// Options are the keys of the step. Nothing but from: is needed.
type Options struct {
	From           config.Tables         `yaml:"from" required:"true" about:"tables that are united and cleansed, in this order"`
	Country        string                `yaml:"country" about:"ISO country of addresses and phones that do not say; default: the project's"`
	AddressStyle   string                `yaml:"address_style" default:"slash" enum:"slash,m" about:"how address_line writes a Polish flat: 12/7 or 12 m. 7"`
	Street         string                `yaml:"street_prefix" default:"keep" enum:"keep,drop" about:"whether address_line keeps the Polish ul."`
	Casing         string                `yaml:"casing" default:"standard" enum:"standard,upper" about:"capitals of names and addresses: as names are written (all-capital and all-small ones are restored), or all capitals"`
	KeepInvalid    []string              `yaml:"keep_invalid" default:"[phone]" enum:"phone,email" about:"fields whose value stays although it is invalid: a phone of the right length in a range that nobody holds, an e-mail as typed"`
	PhoneCountries []string              `yaml:"phone_countries" default:"[US, DE, GB]" enum:"US,DE,GB" about:"countries that a phone may be of when nothing tells the row's country and the number is none of the default country; [] to guess none"`
	Empty          []string              `yaml:"empty" about:"further values that mean not known, beside the built-in ones and the project's"`
	Fields         Fields                `yaml:"fields" about:"what holds for one field only"`
	Tables         config.Entries[Table] `yaml:"tables" about:"what holds for one table of from: only, by its name: {country: DE, empty: [...], fields: {phone: {country: US}}}"`
	Rules          `yaml:",inline"`
	Salutation     *Salutation   `yaml:"salutation" about:"make the column salutation: the opening line of a letter"`
	Repair         string        `yaml:"repair_streets" default:"own_data" enum:"own_data,off" about:"repair a street name that other rows of the same house write better"`
	SpellingVotes  config.Tables `yaml:"spelling_votes" about:"tables cleansed before, whose rows count beside the own ones when the spellings of a street are compared"`
	SpellingFrom   config.Tables `yaml:"spelling_from" about:"tables cleansed before, whose spelling of a house's street is taken over, so that address keys agree"`
	Postcodes      bool          `yaml:"check_postcodes" default:"true" about:"check postcodes against the reference files of the project, when it names some"`
	PostcodeFix    string        `yaml:"postcode_corrections" default:"suggest" enum:"suggest,apply" about:"where postcode and city disagree and exactly one change mends it: name it in address_suggestion, or make it"`
	Summary        config.Text   `yaml:"summary" about:"name of a further table: how many rows of each table have each code, with the meaning of the code"`
}

// Salutation is how a letter addresses people.
type Salutation struct {
	Language string `yaml:"language" default:"by_country" enum:"by_country,pl,en" about:"language of the letter; by_country: Polish for addresses in Poland, else English"`
	Given    bool   `yaml:"given_name" default:"true" about:"by the given name where there is one: Szanowna Pani Anno, Dear Anna; false: Szanowna Pani, Dear Ms Lis"`
	Vocative bool   `yaml:"vocative" default:"true" about:"Polish given names in the vocative: Panie Janie; false: Panie Jan"`
}

// Fields are the options of single fields.
type Fields struct {
	Name       Field `yaml:"name" about:"names of people and firms: {country: US, empty: [klient detaliczny]}; off leaves the columns as they are"`
	Address    Field `yaml:"address" about:"addresses: {country: US, empty: [odbiór osobisty]}; off leaves the columns as they are"`
	NewAddress Field `yaml:"new_address" about:"addresses of new_address: the same keys"`
	Email      Field `yaml:"email" about:"e-mails: {empty: [...]}; off leaves the column as it is"`
	Phone      Field `yaml:"phone" about:"phones: {country: DE, empty: [600 700 800]}; off leaves the column as it is; country holds whatever the address says"`
	BirthDate  Field `yaml:"birth_date" about:"birth dates: {empty: [...]}; off leaves the column as it is"`
}

// Table are the options of one table of from:.
type Table struct {
	Country string   `yaml:"country" about:"ISO country of addresses and phones that do not say"`
	Empty   []string `yaml:"empty" about:"further values that mean not known"`
	Fields  Fields   `yaml:"fields" about:"what holds for one field only"`
}

func (o *Options) keeps(field string) bool { return slices.Contains(o.KeepInvalid, field) }

// evidence are the tables that help with the spelling of streets.
func (o *Options) evidence() []config.Text {
	return slices.Concat(o.SpellingVotes.List, o.SpellingFrom.List)
}
