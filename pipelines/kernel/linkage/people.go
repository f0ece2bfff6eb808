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

	// Source is the file or system a row comes from: people stand in another system
	// more often than twice in the same.
	Source Column
	// Known is the entity of a row that somebody decided before; absent for the others.
	Known Column
	// Former is the contact that a row belonged to on an earlier day; absent for
	// rows that are new or have changed. Rows of one former contact stay together,
	// two former contacts are joined only by a row that is new to both, and pairs
	// of former rows are not compared. Nil compares all rows.
	Former Column
	// Apart is a list of things of which every person is one at most: rows with the
	// same value are two people. A source without duplicates has the same value in
	// all its rows.
	Apart Column
	// Across, when present, says that rows of the same value are not compared with
	// each other: link two files and look for no duplicates within them.
	Across Column
	// Decisions are what somebody said about pairs of rows. They stand above every
	// weight. Where they contradict each other, the pairs that are not one person
	// stand, then the first of the others.
	Decisions []Decision

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

// A Decision says that two rows are one person, or that they are not.
type Decision struct {
	A, B uint32
	Same bool
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
