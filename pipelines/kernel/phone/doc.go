// Package phone reads a telephone number as people type it and gives it in
// E.164 form (+48601234567), the only form in which numbers are compared.
//
// # Steps
//
//  1. Words for "none" and typed-through numbers (000-000-000) are placeholders.
//  2. An extension ("wew. 12", "ext 5", "x12") is cut off and kept apart.
//  3. The digits are read with the country of the record: a number with + or
//     00 names its own country, a Polish one may have the old trunk 0.
//  4. Numbers of North America and Europe are judged by the tables of package plan,
//     exactly as the phonenumbers library does; numbers of other countries, and those
//     that can be read in two ways, go through that library.
//  5. When the whole text is no number, the parts between ; , / | "lub" "or" or
//     two Polish numbers in a row are tried: the first valid part wins, the next one
//     is Second. Then letters that stand for digits are read as digits, then remarks
//     beside the number are dropped.
//  6. A valid number that the plans reserve for films is a placeholder.
//  7. Guess, asked apart, reads a number that fits no country of its record as one
//     of another country whose length and beginning it has.
//
// # Codes
//
//	two_numbers        601 123 456, 602 123 456   the first counts, the other is Second
//	extension_dropped  22 123 45 67 wew. 12       Extension 12
//	remark_dropped     601 123 456 po 17
//	digit_corrected    6O1 123 456
//	other_country      (212) 736-5000 of a Pole   +12127365000
//	country_guessed    see Guess
//	unassigned_range   900 123 456                invalid, but has its E164
//	fictional          212-555-0143, 600 000 000  a placeholder
//	too_short          601 123 45                 invalid
//	too_long           601 123 4567               invalid
//	not_a_number       zadzwonić                  invalid
//
// # Output
//
// Status OK means a number of an assigned range. A number of the right length
// in a range that is not assigned is Invalid, but still has its E164, since two
// records with the same strange number are the same telephone. Anything else
// has no E164. Type is that of the plan: mobile, landline, toll_free and so on;
// landline_or_mobile where the plan does not tell (North America).
//
// # Not guaranteed
//
// Nothing tells whether the number is in service, or which of two valid
// numbers in one field is the better one.
//
// # Why tables
//
// The library needs about 15 microseconds per number, the tables a fiftieth of it.
// TestTableAgrees and FuzzTable compare both.
package phone
