package returnpolicy

import "time"

// Contact is what the firm's own systems know of a contact.
type Contact struct {
	Address string    // key of the current address, "" when there is none
	Since   time.Time // day the address was told; zero when not known
	Surname string    // key of the surname on the record that gives the address, equal for male and female forms
}

// State is a contact after the decisions.
type State struct {
	Contact
	Status    string // ok, undeliverable, held
	DoNotMail bool   // objection to post
	Deceased  bool
	StopEmail bool // objection to e-mail
	Moved     int  // index+1 into Outcome.Moves of the move that gave the address, 0 when none did
}

// Move is one applied change of address.
type Move struct {
	Return   int // index of the message
	Contact  int
	From, To string
	On       time.Time
	Monthly  bool // On stands for its whole month
}

// Bounced is an e-mail address that does not work.
type Bounced struct {
	Contact int
	Email   string
	Return  int
}

// Outcome is the result of Decide.
type Outcome struct {
	Decisions []Decision // per message, in the order given
	Moves     []Move     // in the order applied
	Marked    []Mark     // in the order applied
	Bounced   []Bounced
	States    []State // per contact, in the order given
}

// Mark is a change of a contact's postal status.
type Mark struct {
	Return, Contact int
	Address         string
	Status          string
}

// book is the running state.
type book struct {
	states  []State
	at      map[string]map[int]bool // address -> contacts that live there
	counted map[softKey][]soft
}

type softKey struct {
	contact int
	address string
	reason  string
}

type soft struct {
	day   time.Time
	piece string
}

func newBook(contacts []Contact, withNeighbours bool) *book {
	b := &book{states: make([]State, len(contacts)), counted: map[softKey][]soft{}}
	for i, c := range contacts {
		b.states[i] = State{Contact: c, Status: StatusOK}
	}
	if withNeighbours {
		b.at = map[string]map[int]bool{}
		for i, c := range contacts {
			b.enter(i, c.Address)
		}
	}
	return b
}

func (b *book) enter(contact int, address string) {
	if b.at == nil || address == "" {
		return
	}
	if b.at[address] == nil {
		b.at[address] = map[int]bool{}
	}
	b.at[address][contact] = true
}

func (b *book) leave(contact int, address string) {
	if b.at != nil {
		delete(b.at[address], contact)
	}
}

// count notes a soft return and tells how many other pieces of the same contact, address and reason came back within
// the given days.
func (b *book) count(contact int, address string, r *Return, within int) int {
	key := softKey{contact, address, string(r.Reason)}
	others := map[string]bool{}
	for _, s := range b.counted[key] {
		if s.piece != r.Piece && daysApart(r.On, s.day) <= within {
			others[s.piece] = true
		}
	}
	b.counted[key] = append(b.counted[key], soft{r.On, r.Piece})
	return len(others)
}
