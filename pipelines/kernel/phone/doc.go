// Package phone reads a telephone number as people type it and gives it in
// E.164 form (+48601234567), the only form in which numbers are compared.
//
// # Steps
//
//  1. Words for "none" and typed-through numbers (000-000-000) are placeholders.
//  2. An extension ("wew. 12", "ext 5", "x12") is cut off and kept apart.
//  3. The digits are read with the country of the record: a number with + or
//     00 names its own country, a Polish one may have the old trunk 0.
//  4. Polish and US numbers of the right length are judged by a table of
//     prefixes (ranges.go), exactly as the numbering plans in the phonenumbers
//     library do; every other number goes through that library.
//  5. When the whole text is no number, the parts between ; , / | "lub" "or" or
//     two Polish numbers in a row are tried: the first valid part wins.
//  6. Guess, asked apart, reads a number that fits no country of its record as one
//     of another country whose length and beginning it has.
//
// # Output
//
// Status OK means a number of an assigned range. A number of the right length
// in a range that is not assigned is Invalid, but still has its E164, since two
// records with the same strange number are the same telephone. Anything else
// has no E164.
//
// # Not guaranteed
//
// Nothing tells whether the number is in service, or which of two valid
// numbers in one field is the better one.
//
// # Why a table
//
// The library needs about 15 microseconds per number; the table needs one
// tenth of one. TestTableAgrees compares both on random numbers.
package phone
