package cleanse

import (
	"strings"

	"kartoteka/pipelines"
)

func text(name, meaning string, values ...string) pipelines.Column {
	return pipelines.Column{Name: name, Type: "VARCHAR", Meaning: meaning, Values: values}
}

// nameColumns are made from name, given_name, family_name, company, prefix or
// gender. kind is "name_kind" where the input has a column kind of its own.
func nameColumns(kind string, salutes bool) []pipelines.Column {
	columns := []pipelines.Column{
		text(kind, "what the name names", "person", "company", "couple", "unknown"),
		text("prefix", "titles and form of address"),
		text("given_name", "first given name"),
		text("middle_name", "further given names or initials"),
		text("family_name", "surname with its particles"),
		text("name_suffix", "Jr., III, PhD"),
		text("gender", "f or m; absent when nothing tells", "f", "m"),
		text("company", "firm or institution"),
		text("given_name_2", "given name of the second person of a couple"),
		text("family_name_2", "surname of the second person of a couple"),
		text("gender_2", "gender of the second person of a couple", "f", "m"),
	}
	if salutes {
		salutation := text("salutation", "opening line of a letter")
		salutation.Experimental = true
		columns = append(columns, salutation)
	}
	return columns
}

// addressColumns are made from the address or its parts; with the prefix new_
// from new_address. Suggestions need a reference of postcodes.
func addressColumns(prefix string, suggests bool) []pipelines.Column {
	columns := []pipelines.Column{
		text("recipient", "person, firm or care-of text within the address"),
		text("predir", "direction before the street (US)"),
		text("street_type", "kind of street (PL): ul. al. pl. os."),
		text("street", "street without its kind"),
		text("street_suffix", "kind of street (US): ST AVE RD"),
		text("postdir", "direction behind the street (US)"),
		text("house_number", "house number"),
		text("staircase", "staircase (PL)"),
		text("level", "floor"),
		text("unit_type", "kind of unit (US): APT STE"),
		text("unit", "flat or unit"),
		text("po_box", "post office box"),
		text("route", "rural or highway contract route (US)"),
		text("urbanization", "urbanization (Puerto Rico)"),
		text("dependent_locality", "village or district within the postal town"),
		text("city", "postal town"),
		text("region", "state, voivodeship, county"),
		text("postcode", "postcode in the country's form"),
		text("country", "ISO 3166-1 alpha-2"),
		text("address_line", "delivery line in the country's standard form"),
		text("address_key", "equal for equal homes, however written"),
		{Name: "address_complete", Type: "BOOLEAN", Meaning: "mail can be addressed: street line with a number or box, postcode and city"},
		text("address_status", "what was found", "ok", "changed", "incomplete", "conflict", "unparsed", "placeholder", "missing"),
		{Name: "address_confidence", Type: "DOUBLE", Unit: "0-1", Meaning: "how sure the split into parts is"},
	}
	if suggests {
		suggestion := text("address_suggestion", "postcode and town after the one change that makes them agree, where exactly one does")
		suggestion.Experimental = true
		columns = append(columns, suggestion)
	}
	if prefix != "" {
		for i := range columns {
			columns[i].Name = prefix + columns[i].Name
			columns[i].Meaning = "new address: " + columns[i].Meaning
		}
	}
	return columns
}

func emailColumns() []pipelines.Column {
	suggestion := text("email_suggestion", "domain that was probably meant, when the one typed is suspected")
	suggestion.Experimental = true
	return []pipelines.Column{
		text("email", "e-mail in lower case; absent when there is no valid one"),
		text("email_key", "for matching: without +tag and gmail's points, a suspected domain repaired"),
		text("email_status", "what was found", "ok", "invalid", "placeholder", "role", "disposable", "missing"),
		suggestion,
	}
}

func phoneColumns() []pipelines.Column {
	kind := text("phone_type", "kind of line", "mobile", "landline", "landline_or_mobile", "toll_free", "premium", "voip", "other")
	kind.Experimental = true
	return []pipelines.Column{
		text("phone", "phone number, E.164"),
		text("phone_status", "what was found", "ok", "invalid", "placeholder", "missing"),
		kind,
	}
}

func birthColumns() []pipelines.Column {
	return []pipelines.Column{{Name: "birth_date", Type: "DATE", Meaning: "date of birth; placeholders and impossible days are absent"}}
}

func ownColumns() []pipelines.Column {
	return []pipelines.Column{
		text("cleanse_codes", "what was changed or doubted: field:code words, sorted"),
		{Name: "source_order", Type: "INTEGER", Meaning: "position of the row's table in from:, from 1"},
	}
}

// group is a set of fields that are cleansed together.
type group struct {
	name    string
	reads   []string // any of them makes the group
	also    []string // read as well, when there
	columns []pipelines.Column
}

// groups lists the groups that a table with these columns gets, in the order
// of their columns in the output.
func groups(has func(string) bool, more extras) []group {
	kind := "kind"
	if has("kind") {
		kind = "name_kind"
	}
	all := []group{
		{name: "name", reads: []string{"name", "given_name", "family_name", "company", "prefix", "gender"}, also: []string{"middle_name", "name_suffix"}, columns: nameColumns(kind, more.salutes)},
		{name: "address", reads: []string{"address", "street", "house_number", "unit", "postcode", "city", "region"}, also: []string{"country"}, columns: addressColumns("", more.suggests)},
		{name: "new_address", reads: []string{"new_address"}, also: []string{"country"}, columns: addressColumns("new_", more.suggests)},
		{name: "email", reads: []string{"email"}, columns: emailColumns()},
		{name: "phone", reads: []string{"phone"}, also: []string{"country", "currency"}, columns: phoneColumns()},
		{name: "birth_date", reads: []string{"birth_date"}, columns: birthColumns()},
	}
	var out []group
	for _, g := range all {
		for _, c := range g.reads {
			if has(c) {
				out = append(out, g)
				break
			}
		}
	}
	return out
}

// rawText are columns that do not survive: their parts do, and raw keeps them.
func rawText(column string) bool {
	return strings.Contains(" name address new_address ", " "+column+" ")
}
