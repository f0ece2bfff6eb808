package returnpolicy

import "kartoteka/pipelines/kernel/returncode"

// Kind is what an action does.
type Kind string

// The kinds of actions.
const (
	Update            Kind = "update"             // move to the new address
	MarkUndeliverable Kind = "mark_undeliverable" // do not mail this address
	DoNotMail         Kind = "do_not_mail"        // objection to post
	SuppressAll       Kind = "suppress_all"       // never contact again, on no channel
	StopEmail         Kind = "stop_email"         // objection to e-mail
	MakeTask          Kind = "task"               // somebody decides
	Retry             Kind = "retry"              // no change, mail again later
	Count             Kind = "count"              // count; from the After-th piece on do Then
	Ignore            Kind = "ignore"             // no change, the reason says why
)

// Action is what a reason leads to.
type Action struct {
	Kind   Kind
	Task   string // kind of the task, for MakeTask
	After  int    // Count: pieces until Then acts; 0: only count
	Within int    // Count: days between the pieces at most
	Then   Kind   // Count: MakeTask (hold the address and ask) or MarkUndeliverable
}

// Choice is how a rule is applied; every rule knows some of the words.
type Choice string

// The choices.
const (
	AsTask      Choice = "task"
	AsNoChange  Choice = "no_change"
	InOrder     Choice = "in_order"     // no special rule: decide in order of effect
	Apply       Choice = "apply"        // apply in spite of it
	SameSurname Choice = "same_surname" // family move: everybody at the old address with that surname
	Everybody   Choice = "everybody"    // family move: everybody at the old address
	Addressee   Choice = "addressee"    // family move: the addressee alone
	Repeat      Choice = "repeat"       // duplicates: decide each again
	Off         Choice = "off"
)

// Policy is a firm's rules. Default gives those of the product; every field is an option of the returns step.
type Policy struct {
	Actions map[returncode.Reason]Action

	Duplicates            Choice // no_change, repeat
	DeceasedAndNewAddress Choice // task, in_order
	TwoNewAddresses       Choice // task, in_order
	StalePrinted          Choice // no_change, apply
	StaleMove             Choice // no_change, task, apply
	SameMonth             Choice // task, no_change, apply
	FamilyMoves           Choice // same_surname, everybody, addressee
	EvidenceOfLife        Choice // task, no_change, off
	NewAddressUnusable    Choice // task, no_change
}

// DefaultWithin is the number of days within which pieces of one kind add up.
const DefaultWithin = 365

// Default is the policy of a firm that says nothing.
func Default() Policy {
	hold := Action{Kind: Count, After: 2, Within: DefaultWithin, Then: MakeTask}
	mark := Action{Kind: Count, After: 2, Within: DefaultWithin, Then: MarkUndeliverable}
	return Policy{
		Actions: map[returncode.Reason]Action{
			returncode.NewAddress:       {Kind: Update},
			returncode.MovedNoForward:   {Kind: MarkUndeliverable},
			returncode.BoxClosed:        {Kind: MarkUndeliverable},
			returncode.UnknownAddressee: {Kind: MarkUndeliverable},
			returncode.BadAddress:       {Kind: MakeTask, Task: FixAddress},
			returncode.TemporaryAbsent:  {Kind: Retry},
			returncode.Inaccessible:     mark,
			returncode.Unclaimed:        hold,
			returncode.Generic:          hold,
			returncode.Refused:          {Kind: DoNotMail},
			returncode.Deceased:         {Kind: SuppressAll},
			returncode.NotContactFault:  {Kind: Ignore},
			returncode.NoMatch:          {Kind: Ignore},
			returncode.Unknown:          {Kind: MakeTask, Task: UnknownReason},
			returncode.BounceHard:       {Kind: MarkUndeliverable},
			returncode.BounceSoft:       {Kind: Count},
			returncode.Complaint:        {Kind: StopEmail},
		},
		Duplicates:            AsNoChange,
		DeceasedAndNewAddress: AsTask,
		TwoNewAddresses:       AsTask,
		StalePrinted:          AsNoChange,
		StaleMove:             AsNoChange,
		SameMonth:             AsTask,
		FamilyMoves:           SameSurname,
		EvidenceOfLife:        AsTask,
		NewAddressUnusable:    AsTask,
	}
}
