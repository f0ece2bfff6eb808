package extract

import "kartoteka/config"

// Types of a field, as written in `type:`.
const (
	typeText      = "text"
	typeDate      = "date"
	typeTimestamp = "timestamp"
	typeDecimal   = "decimal"
	typeInteger   = "integer"
	typeMonth     = "month"
)

// canonical is what kartoteka knows of a field by its name.
type canonical struct {
	name    string
	kind    string
	scale   int    // of decimals
	invalid string // reject or null, when a value cannot be
	later   bool   // a day after as_of deserves a warning
	meaning string
}

// canonicalFields are all fields, in the order of documentation.
func canonicalFields() []canonical {
	text := func(name, meaning string) canonical {
		return canonical{name: name, kind: typeText, meaning: meaning}
	}
	day := func(name, invalid string, later bool, meaning string) canonical {
		return canonical{name: name, kind: typeDate, invalid: invalid, later: later, meaning: meaning}
	}
	number := func(name, kind string, scale int, meaning string) canonical {
		return canonical{name: name, kind: kind, scale: scale, invalid: "reject", meaning: meaning}
	}
	return []canonical{
		day("observed", "reject", true, "when the source last touched the record"),
		day("address_told", "null", true, "day on which the person told this address"),
		text("prefix", "title before the name"), text("given_name", "first name"), text("middle_name", "second name"),
		text("family_name", "surname"), text("name_suffix", "Jr., III, PhD"), text("name", "whole name as written"),
		text("company", "name of the firm"), day("birth_date", "null", false, "date of birth"), text("gender", "gender as written"),
		text("address", "whole address as written, one part a line"), text("street", "street as written"), text("house_number", "house number"),
		text("unit", "flat"), text("postcode", "postcode as written"), text("city", "town as written"), text("region", "state or province"),
		text("country", "country as written"), text("email", "e-mail as written"), text("phone", "phone number as written"),
		text("consent_mail", "consent to post, as written"), text("consent_email", "consent to e-mail, as written"), text("consent_phone", "consent to calls, as written"),
		day("consent_on", "null", true, "day of the consent"),
		text("order_id", "number of the order"), {name: "ordered_at", kind: typeTimestamp, invalid: "reject", later: true, meaning: "instant of the order, UTC"},
		text("channel", "channel"), text("rep", "person who took the order"), text("coupon", "coupon as typed"), text("key_code", "key code as typed"),
		number("amount", typeDecimal, 2, "amount of money, in currency"), text("currency", "ISO 4217 code"), text("same_as", "number of the order that this one repeats"),
		text("kind", "what the row is"), day("changed_on", "reject", true, "day of the cancellation or return of goods"),
		text("campaign_id", "campaign"), day("drop_date", "reject", false, "day on which the pieces are posted"), day("in_home_date", "reject", false, "day on which they are expected in homes"),
		{name: "window_days", kind: typeInteger, invalid: "reject", meaning: "days in which an order counts"},
		number("cost_per_piece", typeDecimal, 4, "cost of one piece, in currency"), number("return_fee", typeDecimal, 4, "fee for a returned piece, in currency"),
		number("margin", typeDecimal, 4, "margin rate, 0 to 1"), text("coupon_rule", "unique or shared"), text("coupon_code", "shared coupon code"),
		text("key_codes", "key codes printed on the pieces"), {name: "priority", kind: typeInteger, invalid: "reject", meaning: "order among campaigns"},
		text("piece_id", "number of the mailed piece"), text("cell", "test or control"), text("segment", "segment of the mailing"), text("tracking_no", "number of the registered item"),
		day("returned_on", "reject", true, "day on which the carrier gave the message"), text("code", "code of the carrier"), text("text", "text of the carrier or the clerk"),
		text("new_address", "new address as written, one part a line"), {name: "move_month", kind: typeMonth, invalid: "null", meaning: "month of the move, yyyy-mm"},
		text("move_type", "family, individual or business"), text("status", "status code"), text("event", "event"), text("carrier_ref", "reference of the carrier"),
		day("since", "null", false, "since when the entry holds"), text("sha256_email", "SHA-256 of the e-mail, hex"), text("sha256_phone", "SHA-256 of the phone number, hex"),
	}
}

// contactRef is the field that becomes two columns.
const contactRef = "contact_ref"

func findCanonical(name string) (canonical, bool) {
	for _, c := range canonicalFields() {
		if c.name == name {
			return c, true
		}
	}
	return canonical{}, false
}

// unknownField tells what to write instead of a field that is not known.
func unknownField(name string) string {
	if name == "key" {
		return "write key: beside fields:"
	}
	names := []string{contactRef}
	for _, c := range canonicalFields() {
		names = append(names, c.name)
	}
	if near, ok := config.Closest(name, names); ok {
		return "did you mean " + near + "?"
	}
	return "columns that kartoteka has no name for go to keep:"
}
