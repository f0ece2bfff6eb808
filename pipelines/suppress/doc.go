// Package suppress is the step that decides who may be contacted, last before publishing.
//
// # Goal
//
// An objection, a death or a refused consent closes channels and keeps the contact, so that a later import cannot open
// them again. An erasure takes the person out of everything.
//
// # Steps
//
//  1. Entries: the rows of all lists, with the keys that each list's match names.
//  2. Hits: an entry means every contact of which any source row, not only the survivor, carries the key: the reference
//     to a source record, the e-mail, the phone, their SHA-256, or name and address. With the roles orders and
//     order_rows, what a contact gave with an order counts like a source row.
//  3. Names: at an equal address the surname key and the given name must agree, in either order. Where contacts agree
//     fully, those that agree only by an initial do not count. When nobody agrees, the only woman of that given name at
//     the address is meant: her surname may have changed.
//  4. Grounds: hits, what returned mail said (contacts' own *_allowed and deceased), consents.
//  5. A channel is closed when any ground closes it: the stricter state wins. suppressions names the strongest ground
//     (deceased, objection, refused, complaint, consent) and lists all of them.
//  6. Contacts: all columns, *_allowed set; contacts hit by an erasing list are absent.
//  7. erased_contacts and erased_rows tell the run who must not stand in any published or carried table.
//
// # Input and output
//
// Reads the contacts, contact_sources, contact_consents and the lists; makes contacts, suppressions, erased_contacts
// (contact_id) and erased_rows (source, source_key, email).
//
// # Not guaranteed
//
// A hash cannot be compared loosely: a hashed e-mail or phone finds only exactly that value. *_allowed says that a
// channel is open by law and wish, not that it works: see postal_status, email_status and phone_status. A phone or
// e-mail that several contacts share closes the channel of all of them, since calling it reaches the one who objected.
//
// # Why
//
// Channels close on doubt: a word that a list's map does not know closes every channel, and is warned about. Pending
// consents close a channel too, because nobody confirmed them.
package suppress
