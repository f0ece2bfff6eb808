// Package piece reads what is printed on a mailed piece: its reference (a keyline with a MOD 10 check digit) and its
// coupon code (unique per piece, with a check character).
//
// # Goal
//
// Tell a reference that was typed or read wrongly from one that is merely unknown, before anything is looked up, and
// bring references and codes into one spelling so that they can be compared exactly.
//
// # Keyline, MOD 10
//
//  1. The value of a character is its ASCII code AND 15 (digits keep their value, A is 1, Z is 10).
//  2. Values in odd positions (1st, 3rd, ...) are doubled.
//  3. The decimal digits of all values are summed (28 counts 2 + 8).
//  4. check = (10 - sum mod 10) mod 10, written behind the body.
//
// Source: USPS Publication 8A, Address Change Service, "keyline check digit". JLSTMS6796 sums to 51 and takes 9;
// ID1234 sums to 27 and takes 3.
//
// # Coupon, MOD 31
//
// A unique coupon is two letters, six characters and a check character, written XX-XXXXXX-X. The six characters and
// the check come from an alphabet of 31 without look-alikes; check = sum(i * value_i, i = 1..6) mod 31. Since 31 is
// prime and every weight is below it, any single wrong character and any exchange of two characters is found.
//
// # Not guaranteed
//
// MOD 10 finds every single wrong digit but not every exchange of two, and letters that share their low four bits
// (A and Q, B and R) look alike to it. A valid check digit does not say that the piece exists.
package piece
