// Package returncode reads what a carrier wrote about a piece (a code, the words of a sticker, a status, an event) into
// one small vocabulary of reasons.
//
// # Goal
//
// Feedback of several countries and carriers becomes one word that a policy can decide on. What the table of a carrier
// does not hold stays Unknown and becomes a task; it is never guessed into a neighbouring reason.
//
// # A table
//
// Tables are YAML files beside the code (folder tables) and have the same form in a project:
//
//	table: uk                 name by which a step names it
//	about: one line
//	reads: code               code: exact codes; text: words of a sticker; status: enhanced mail status x.y.z
//	channel: post             post or email: what a reason is about
//	came_back: all            all: every row is a piece that came back; none; or a list of reasons
//	blank: unknown            reason of a row without code, or none: such a row says nothing
//	new_address: true         a row that carries a new address is new_address whatever else it says
//	includes: [upu]           further tables whose words count as well (text only)
//	events: {ZWROT: returned, AWIZO: none, complaint: complaint}
//	fillers: [adresat, w]     words that add nothing (text only)
//	reasons: {unclaimed: [R06]}
//
// A project may also give a CSV file with the columns code (or text) and reason.
//
// # How a row is read
//
//  1. Event, when the table knows events: several events in one field are read one by one. "none" in all of them means
//     that the row says nothing about the contact (delivered, notice left); a reason is taken at once; "returned"
//     leaves the reason to the code. An event that the table does not hold is Unknown.
//  2. A new address, where the table says that it decides.
//  3. Code: compared without case, diacritics and punctuation; a code of digits also without leading zeros.
//     Status: the first x.y.z in the field, then the longest of x.y.z, x.y, x that the table holds.
//     Text: cut into words; phrases of the table are laid over them from the left, the longest first, words of the
//     fillers and plain numbers are skipped. Everything must be covered, by phrases of one reason. If that fails, the
//     same with one wrong letter per word of at least five letters and two from nine; at last the whole text without
//     spaces against whole phrases.
//
// # Not guaranteed
//
// A sentence that the tables do not foresee is Unknown even where a person would understand it. Two phrases of different
// reasons in one text are Unknown.
package returncode
