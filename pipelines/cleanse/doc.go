// Package cleanse is the step that brings names, addresses, e-mails, phones and
// birth dates of any table into standard form and says what it changed.
//
// # Goal
//
// Whatever a source calls a row (contact, order, mailed piece, entry of a
// list), the same person must look the same afterwards, nothing may be lost,
// and every change must have a code that can be counted.
//
// # How
//
//  1. The tables of from: are united by column names, in that order; columns of
//     different but kindred types get the wider one. Rows are ordered by table,
//     file and row.
//  2. Batches of rows go through a pool of workers. A worker takes the address
//     first, since its country decides how name and phone are read; then name,
//     e-mail, phone, birth date. The kernels of pipelines/kernel do the work.
//  3. Equal names and addresses are common (mail files repeat the contacts), so
//     each worker remembers the results of those it has seen, up to a bound.
//     E-mails and phones are read faster than they are looked up.
//  4. The raw text columns name, address and new_address are dropped; raw keeps
//     them. Every other column passes through.
//
// # Inputs and outputs
//
// Any table. Only groups of which the input has a column are made: see
// columns.go. cleanse_codes lists "field:code" words, sorted; the account
// counts them as changed. Row count never changes: a couple stays one row with
// the second person in given_name_2, family_name_2, gender_2.
//
// # Not guaranteed
//
// No value is invented: a name without gender stays without, a suspected typing
// error of an e-mail domain is named but not corrected. A row is never refused.
//
// # Why caches per worker
//
// A cache shared by workers needs locks on the hottest path; one per worker
// costs a second computation of a text at most per worker and cannot influence
// the result, since kernels are pure.
package cleanse
