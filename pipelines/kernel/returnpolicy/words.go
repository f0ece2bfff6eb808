package returnpolicy

// Decision words: what a message did.
const (
	AddressUpdated       = "address_updated"
	AddressUndeliverable = "address_marked_undeliverable"
	Suppressed           = "suppressed"
	NoChange             = "no_change"
	Task                 = "task"
)

// Words that say why nothing was changed.
const (
	BadCheckDigit   = "bad_check_digit"
	UnknownPiece    = "unknown_piece"
	UnknownContact  = "unknown_contact"
	DuplicateRow    = "duplicate_row"
	Counted         = "counted"
	AlreadyApplied  = "already_applied"
	AlreadyMarked   = "already_marked"
	StalePrinted    = "stale_printed"
	StaleMove       = "stale_move"
	RetryLater      = "retry_later"
	NotContactFault = "not_contact_fault"
	NoMatch         = "no_match"
)

// Kinds of tasks.
const (
	UnknownReason         = "unknown_reason"
	DeceasedAndNewAddress = "deceased_and_new_address"
	TwoNewAddresses       = "two_new_addresses"
	SameMonth             = "same_month"
	EvidenceAfterReturn   = "evidence_after_return"
	FixAddress            = "fix_address"
	Hold                  = "hold"
	NewAddressUnusable    = "new_address_unusable"
)

// Postal states of a contact's address.
const (
	StatusOK            = "ok"
	StatusUndeliverable = "undeliverable"
	StatusHeld          = "held"
)

// Decision is what was done about one message. Because is empty for decisions that change something: the reason of the
// message says why.
type Decision struct {
	Action  string
	Because string
}

// String writes a decision as action:because.
func (d Decision) String() string {
	if d.Because == "" {
		return d.Action
	}
	return d.Action + ":" + d.Because
}

func noChange(because string) Decision { return Decision{NoChange, because} }
func task(kind string) Decision        { return Decision{Task, kind} }
