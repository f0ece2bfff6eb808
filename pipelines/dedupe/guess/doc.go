// Package guess tells what the columns of a file of people or firms hold.
//
// # Goal
//
// From the header and some rows of a file: which column is which canonical
// field, which further columns say something about the person and are to be
// compared, which one names the rows, and which must never be compared because
// they number rows or name the answer (cluster, entity).
//
// # Steps
//
//  1. What the caller says (--fields) is sure.
//  2. Names (words.go): a header is folded, words that only say whose field it
//     is (customer, home) are cut off, the rest is looked up in Polish, English
//     and German.
//  3. Values (value.go): columns with a name that says nothing are recognised
//     when most of their values are e-mail addresses, telephone numbers, dates of
//     birth, postcodes or given names. A column whose values contradict its name
//     is not taken.
//  4. Roles (guess.go): of several columns for one field the fullest stands; a
//     date in three columns is put together; an address column beside a town is a
//     street; a name that is hardly ever a person's is a firm's.
//  5. The country (country.go) of addresses and telephone numbers that do not
//     say: by postcodes, states, numbers and mail domains.
//
// # Inputs and outputs
//
// Column: a name and sample values. Guess: one Field per column, in order, with
// its reason in words.
//
// # Not guaranteed
//
// A column is judged by the sample alone. A surname column without a header is
// found only beside a column of given names.
//
// # Why
//
// A column that numbers persons is the answer and not a clue: comparing it
// would look perfect in a test and be worthless on the next file. So numbers are
// compared only when they are known to belong to a person or firm wherever they
// stand, such as a social security number.
package guess
