// Package email reads an e-mail address as people type it.
//
// # Steps
//
//  1. Words for "none" and made-up addresses (brak@brak.pl) are placeholders.
//  2. What surrounds an address is dropped: mailto:, <>, quotes, blanks, a
//     final full stop. Of two addresses in one field the first valid one wins.
//  3. A comma in the domain becomes the point it was meant to be.
//  4. The local part must be dot-atom text of at most 64 bytes, the domain host
//     labels with a top-level domain of letters (RFC 5321 section 4.1.2, without
//     quoted local parts and address literals, which no customer has).
//     International domains become their ASCII form (IDNA 2008).
//  5. A domain one typing error away from a widely used one is suspected and
//     the well-known domain suggested; the address itself is not changed.
//
// # Outputs
//
// Address is lower case, the form in which addresses are hashed and compared
// with lists. Key is for matching people only: without +tags, without the
// points that gmail ignores, and with a suspected domain repaired. An address
// that only lacks its @ has no Address but has a Key.
//
// # Not guaranteed
//
// No server is asked: ok means well-formed, not that mail arrives.
package email
