package linkage

import "strings"

// People holds the columns that are compared. All texts are folded (lower case,
// no diacritics); any column may be absent. All present columns have Rows rows.
type People struct {
	Rows int

	Given, Family      Column  // names; several words separated by blanks or hyphens
	Suffix             Column  // jr, sr, ii
	Gender             Column  // f or m
	Company            Column  // name of a firm without its legal form; set only for rows that are firms
	Birth              []int32 // day of birth as yyyymmdd, 0 when absent; nil when no row has one
	Email, Phone       Column
	Postcode, City     Column
	Street, House, Box Column // Box: post office box, written with its kind
	Unit               Column
	Address            Column // one text for one complete address; equal texts are one address
	Other              []Field

	// Known is the entity of a row that somebody decided before; absent for the others.
	Known Column

	// GivenKeys returns the full names a given name may stand for (kasia:
	// katarzyna). Nil means that a name stands only for itself.
	GivenKeys func(string) []string
	// SurnameKey returns one text for the forms of one surname (kowalska,
	// kowalski). Nil means that forms are not known.
	SurnameKey func(string) string
}

// Field is a further column that is compared as text, such as a customer's
// occupation or an identity number.
type Field struct {
	Name string
	Column
}

// local returns the part of an e-mail address before the @, when it is long
// enough to tell people apart.
func local(email string) string {
	name, _, _ := strings.Cut(email, "@")
	if len(name) < 6 {
		return ""
	}
	return name
}
