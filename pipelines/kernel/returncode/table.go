package returncode

import (
	"slices"

	"kartoteka/pipelines/kernel/fold"
)

// Ways in which a table reads a row.
const (
	readsCode   = "code"
	readsText   = "text"
	readsStatus = "status"
)

// Words of the events map that are no reasons.
const (
	eventReturned = "returned"
	eventNone     = "none"
)

// Table turns the messages of one carrier into reasons. It is read-only and safe for concurrent use.
type Table struct {
	Name    string
	About   string
	Reads   string // code, text or status
	Channel string // post or email

	blank      Reason // "" when a row without code says nothing
	newAddress bool
	cameBack   map[Reason]bool // nil: all
	events     map[string]string
	codes      map[string]Reason // folded code or status class -> reason
	phrases    *phrases
	rows       []Row
}

// Row is one line of a table as it was written, for documentation and tests.
type Row struct {
	Text   string
	Reason Reason
}

// Rows lists the table's own lines in the order of Reasons, without those of included tables.
func (t *Table) Rows() []Row { return slices.Clone(t.rows) }

// Message is one row of feedback, fields as read; what a carrier does not give is empty.
type Message struct {
	Code, Text, Event, Status string
	NewAddress                bool // the row carries a new address
}

// Read gives the reason of a message; ok is false when the message says nothing about the contact (delivered, notice
// left) and makes no correction.
func (t *Table) Read(m Message) (reason Reason, ok bool) {
	returned := false
	if len(t.events) > 0 && hasText(m.Event) {
		meaning := t.event(m.Event)
		switch {
		case meaning == eventNone:
			return "", false
		case meaning == eventReturned:
			returned = true
		default:
			return Reason(meaning), true
		}
	}
	if m.NewAddress && t.newAddress {
		return NewAddress, true
	}
	text := t.field(m)
	if !hasText(text) {
		if t.blank == "" {
			if returned {
				return Unknown, true
			}
			return "", false
		}
		return t.blank, true
	}
	switch t.Reads {
	case readsStatus:
		return t.status(text), true
	case readsText:
		return t.phrases.read(text), true
	}
	if r, found := t.codes[codeKey(text)]; found {
		return r, true
	}
	return Unknown, true
}

// CameBack says whether a message with this reason is a piece that physically came back.
func (t *Table) CameBack(r Reason) bool { return t.cameBack == nil || t.cameBack[r] }

// field is the part of the message that the table reads. A feed may call it code or text: where a blank says nothing of
// its own, the other one stands in.
func (t *Table) field(m Message) string {
	first, second := m.Code, m.Text
	switch t.Reads {
	case readsText:
		first, second = m.Text, m.Code
	case readsStatus:
		first, second = m.Status, m.Code
	}
	if hasText(first) || t.blank != Unknown {
		return first
	}
	return second
}

// event reads one or several events: a reason wins, then returned, then unknown, then none.
func (t *Table) event(field string) string {
	result := eventNone
	for _, word := range splitEvents(field) {
		meaning, found := t.events[fold.Key(word)]
		switch {
		case !found && result == eventNone:
			result = string(Unknown)
		case !found || meaning == eventNone:
		case meaning == eventReturned:
			if result == eventNone || result == string(Unknown) {
				result = eventReturned
			}
		default:
			return meaning
		}
	}
	return result
}
