package returnpolicy

import (
	"cmp"
	"strings"
	"time"

	"kartoteka/pipelines/kernel/returncode"
)

// Reference says what became of the piece reference of a message.
type Reference int

// The outcomes of looking a reference up.
const (
	Found           Reference = iota // a known piece, or a message that names a contact without a piece
	WrongCheckDigit                  // cannot be a reference of ours
	NotFound                         // a reference of the right form that no piece bears
)

// MoveType is who moved according to the carrier.
type MoveType string

// The move types. An absent or unknown type moves the addressee alone.
const (
	Individual MoveType = "I"
	Family     MoveType = "F"
	Business   MoveType = "B"
)

// ReadMoveType reads the first letter of what a carrier writes: F, Family, I, Individual, B, Business.
func ReadMoveType(text string) MoveType {
	switch t := strings.ToUpper(strings.TrimSpace(text)); {
	case strings.HasPrefix(t, "F"):
		return Family
	case strings.HasPrefix(t, "I"):
		return Individual
	case strings.HasPrefix(t, "B"):
		return Business
	}
	return ""
}

// Return is one message of a carrier.
type Return struct {
	Batch int    // night in which it was first read, from 1
	Feed  int    // place of its feed among the feeds, for ties
	File  string // for ties
	Row   int64  // for ties

	Carrier   string // duplicates are sought within one carrier
	Reference Reference
	Piece     string // what the message names: piece, tracking number or contact record
	Contact   int    // index into the contacts, -1 when nobody was found
	Email     bool   // the message is about an e-mail address
	Address   string // the e-mail address, for Email

	Reason   returncode.Reason
	On       time.Time // day of the return
	Month    time.Time // any day of the move month; zero when none is given
	MoveType MoveType
	Printed  string // key of the address on the piece (or on the compared record), "" when not known
	New      string // key of the new address, "" when there is none or it cannot be used
}

// Effective is the day from which the message holds: for a new address with a move month the last day of that month,
// otherwise the day of the return. Monthly tells which.
func (r *Return) Effective() (day time.Time, monthly bool) {
	if r.Reason == returncode.NewAddress && !r.Month.IsZero() {
		return time.Date(r.Month.Year(), r.Month.Month()+1, 0, 0, 0, 0, 0, time.UTC), true
	}
	return r.On, false
}

// compare orders messages of one batch by effect, then individual moves first, then as they were read.
func compare(a, b *Return) int {
	ea, _ := a.Effective()
	eb, _ := b.Effective()
	return cmp.Or(ea.Compare(eb), cmp.Compare(rank(a), rank(b)), a.On.Compare(b.On), asRead(a, b))
}

// asRead orders messages as they stand in the feeds.
func asRead(a, b *Return) int {
	return cmp.Or(cmp.Compare(a.Feed, b.Feed), strings.Compare(a.File, b.File), cmp.Compare(a.Row, b.Row))
}

func rank(r *Return) int {
	if r.MoveType == Individual {
		return 0
	}
	return 1
}

// month counts months, so that two days are compared by calendar month.
func month(t time.Time) int { return t.Year()*12 + int(t.Month()) }

// daysApart is the number of days between two days, whichever is first.
func daysApart(a, b time.Time) int {
	d := int(a.Sub(b).Hours() / 24)
	if d < 0 {
		return -d
	}
	return d
}
