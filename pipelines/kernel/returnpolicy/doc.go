// Package returnpolicy decides what a firm does about its returned mail.
//
// # Goal
//
// Many messages of several carriers about one contact, some late, some doubled, some contradicting each other, become
// one decision per message and one state per contact, always the same for the same messages, whatever their order.
//
// # Input
//
//   - contacts: the address that the firm's own systems hold (a key that is equal for equal addresses), the day it was
//     told, the surname key on the record that gives it;
//   - returns: per message the contact and piece it names, the reason (package returncode), the day, the move month and
//     type, the keys of the printed and of the new address, and the batch (night) in which it was first read;
//   - shipped: the last day on which an order of a contact was shipped to an address.
//
// # Steps, for each batch in turn
//
//  1. A reference with a wrong check digit, then an unknown piece: no change.
//  2. A message equal in carrier, reference, day, reason and new address to one seen before: duplicate row.
//  3. Reasons whose action does not depend on the address: ignored reasons, unknown reason, e-mail.
//  4. Conflicts inside the batch: a new address (not the current one) beside a death; two different new addresses with
//     effect in one month.
//  5. The rest in order of effect: for a new address with a move month its last day, otherwise the day of the return;
//     then individual moves before others, day, feed, file, row. Each is decided against the address that the messages
//     before it left: death and refusal; the new address is the current one; the printed address is not; the date rules
//     of a new address and who moves along; undeliverable, tasks, counted reasons.
//
// # Output
//
// A decision per message (policy words of package doc, decision and because), the moves in the order in which they
// were applied, and the state of every contact: address, date, postal status, objection, death, e-mail.
//
// # State is replayed, not kept
//
// Nothing is stored between nights but the messages themselves with their batch. Every night all of them are decided
// again, batch after batch, starting from the addresses that the firm's systems hold tonight. So a correction holds for
// as long as the firm still holds the old address, ends by itself (already_applied, stale_printed) when the firm's
// systems learn a newer one, a soft counter is the number of messages and cannot rise by reading a file twice, and an
// order that arrives later as evidence of life lifts an undeliverable mark.
//
// # Not guaranteed
//
// That a carrier's message is true. That two batches give what one batch of both would: a conflict is only seen inside
// one batch, what an earlier night decided is the ground on which the next decides.
package returnpolicy
