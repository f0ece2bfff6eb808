// Package email reads an e-mail address as people type it.
//
// # Steps
//
//  1. Words for "none" and made-up addresses (brak@brak.pl) are placeholders.
//  2. What surrounds an address is dropped: mailto: and other labels, a display name
//     with <>, quotes, remarks, blanks, invisible characters, a final full stop. An
//     @ in words or brackets is put back. Of two addresses in one field the first
//     valid one wins, the next one is Second.
//  3. A comma in the domain becomes the point it was meant to be.
//  4. The local part must be dot-atom text of at most 64 bytes or a quoted string
//     (RFC 5321 section 4.1.2, RFC 5322 section 3.4.1); letters outside ASCII, as in
//     RFC 6531, are taken in front of an international domain only. The domain must be
//     host labels with a top-level domain of letters; international ones become
//     their ASCII form (IDNA 2008, non-transitional). Address and domain together have
//     at most 254 bytes. An IP number in place of a domain is refused.
//  5. A domain one typing error away from a widely used one, or with an end that is
//     a slip of the keyboard (.con, .pll), is suspected and the domain that was
//     meant suggested; the address itself is not changed.
//
// # Codes
//
//	domain_typo_suspected  jan@gmial.com      the domain looks mistyped; Suggestion tells
//	domain_corrected       (a user's rule)    the domain was replaced as the user says
//	domain_to_ascii        jan@żółw.pl        xn--w-uga1v8h.pl
//	point_missing          jan@wppl           Suggestion wp.pl
//	comma_for_point        jan@wp,pl          jan@wp.pl
//	at_sign_restored       jan(at)wp.pl       jan@wp.pl; also jan@@wp.pl
//	at_sign_missing        jankowalwp.pl      refused; Suggested jankowal@wp.pl
//	wrapping_dropped       Jan <jan@wp.pl>    jan@wp.pl
//	lower_cased            Jan@WP.pl          jan@wp.pl
//	two_addresses          jan@wp.pl; e@o2.pl the first counts
//	quoted_local_part      "jan lis"@wp.pl    allowed, seldom accepted
//	non_ascii_local_part   łukasz@wp.pl       refused; Suggested lukasz@wp.pl
//	address_literal        jan@[192.0.2.7]    refused
//	too_long               65 letters and @   refused
//	not_an_address         jan..n@wp.pl       refused
//
// # Outputs
//
// Address is lower case, the form in which addresses are hashed and compared
// with lists. Key is for matching people only: without +tags, without the
// points that gmail ignores (see the function Key), and with a suspected domain
// repaired. An address that only lacks its @ or a point has no Address but has a
// Key. Status tells mailboxes of a function (role) and throw-away ones (disposable,
// subdomains included) from the others; both are valid.
//
// # Not guaranteed
//
// No server is asked: ok means well-formed, not that mail arrives. The built-in list
// of throw-away domains is short, since such lists age; the user gives a longer one.
package email
