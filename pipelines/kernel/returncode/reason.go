package returncode

// Reason is why a carrier sent something back: one vocabulary for all carriers.
type Reason string

// The reasons.
const (
	NewAddress       Reason = "new_address"       // moved, the new address is given
	MovedNoForward   Reason = "moved_no_forward"  // moved, new address not given
	BoxClosed        Reason = "box_closed"        // post office box closed
	TemporaryAbsent  Reason = "temporary_absent"  // away for a time
	UnknownAddressee Reason = "unknown_addressee" // nobody of that name there
	BadAddress       Reason = "bad_address"       // address wrong or incomplete
	Inaccessible     Reason = "inaccessible"      // no receptacle, vacant, closed
	Unclaimed        Reason = "unclaimed"         // not collected in time
	Refused          Reason = "refused"           // addressee refused it
	Deceased         Reason = "deceased"          // addressee died
	Generic          Reason = "generic"           // carrier gives no usable reason
	NotContactFault  Reason = "not_contact_fault" // carrier's, sender's or item's fault
	Unknown          Reason = "unknown"           // code or text not understood
	NoMatch          Reason = "no_match"          // list processor found no move
	BounceHard       Reason = "bounce_hard"       // e-mail address does not work
	BounceSoft       Reason = "bounce_soft"       // e-mail failed for now
	Complaint        Reason = "complaint"         // e-mail reported as unwanted
)

// Reasons lists the vocabulary in the order of its documentation.
func Reasons() []Reason {
	return []Reason{NewAddress, MovedNoForward, BoxClosed, TemporaryAbsent, UnknownAddressee, BadAddress, Inaccessible,
		Unclaimed, Refused, Deceased, Generic, NotContactFault, Unknown, NoMatch, BounceHard, BounceSoft, Complaint}
}

// Known says whether a word is one of the vocabulary.
func Known(word string) bool {
	for _, r := range Reasons() {
		if string(r) == word {
			return true
		}
	}
	return false
}
