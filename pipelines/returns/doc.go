// Package returns is the step that works returned mail into the contacts.
//
// # Goal
//
// Every message of a carrier is one row with a reason, a decision and, where nothing was changed, why. Every contact
// has the address, the postal state and the objections that follow from all messages known so far.
//
// # Steps
//
//  1. feedback.sql: the rows of all feeds in one form, each with an id made of its content. Rows of equal content are
//     numbered, so a file that is renamed or sorted otherwise holds the same messages.
//  2. messages.sql: together with the messages of earlier nights (table corrections of the last snapshot). A message
//     that was known keeps its batch, the night's number in which it was first read.
//  3. pieces.sql, addressed.sql: the piece by its reference or its tracking number; with it the campaign, the printed
//     address and the contact record.
//  4. Package resolve and found.sql: the contact; where nothing leads to one any more, that of the earlier night.
//  5. orders.sql, evidence.sql: orders shipped to a printed address, not cancelled and not wholly returned.
//  6. Package returncode reads codes and words into reasons, package returnpolicy decides all messages, batch by batch.
//  7. corrections.sql, contacts.sql, addresses.sql, tasks.sql write the four tables.
//
// # State is the last snapshot
//
// Two tables carry over: the messages (corrections) and the address versions (contact_addresses). Decisions, postal
// states and soft counters are not carried: each night all messages are decided again, in the order of their batches,
// from the addresses that the firm's systems hold tonight.
//
//   - A soft counter is the number of distinct messages about one address. Reading a file twice adds no message, so it
//     cannot rise; a message of a later night finds those of earlier nights even when their files are gone.
//   - A correction holds for as long as the firm's systems hold the address that was printed, with a date before the
//     move. When they take the new address over, the message becomes already_applied; when they hold a newer or another
//     one, stale_printed or stale_move. Nothing has to be closed by hand.
//   - An order that arrives later turns an undeliverable address into a task, and its status back to ok.
//   - What was decided first stays readable: first_decision, decided_on.
//   - A conflict (death and new address, two new addresses) is seen inside a batch only. What an earlier night decided
//     is the ground on which the next one decides.
//   - Rolling the snapshot back rolls the messages back; the files present then are read again, with the same ids.
//
// Messages without a day of their own, such as those of an ACS file, count from the night they were first read; the
// day is carried with the message.
//
// # Address versions
//
// Tonight's versions are the firm's own address and the moves applied to it. Versions of earlier nights that began
// before the firm's own address stay as history; those that began later were moves which no longer hold and go.
//
// # Not guaranteed
//
// Households are not split when one person moves: household_id is what dedupe found. A message whose contact cannot be
// found is kept and tried again every night.
package returns
