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
//  2. Each table of from: has a setting (settings.go): its default country, the
//     values that mean "not known", the kernels with the user's rules (rules.go).
//     Tables without options of their own share one.
//  3. Batches of rows go through a pool of workers. A worker takes the address
//     first, since its country decides how name and phone are read; then name,
//     e-mail, phone, birth date. The kernels of pipelines/kernel do the work.
//  4. Equal names and addresses are common (mail files repeat the contacts), so
//     each worker remembers the results of those it has seen, up to a bound.
//     E-mails and phones are read faster than they are looked up.
//  5. Then streets are repaired (spelling.go): DuckDB gathers how each house's
//     street is written, here and in the tables of spelling_votes: and
//     spelling_from:; address.Speller decides about houses with several
//     spellings; the few misspelt rows get their street, line and key anew.
//  6. The raw text columns name, address and new_address are dropped; raw keeps
//     them. Every other column passes through, and so do the columns of a field
//     that is off.
//  7. The codes of each table of from: are counted into its account, and into the
//     table of summary: with what they mean (package codebook).
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
// No value is invented: a street that is wrong in all rows stays wrong, a name without gender stays without, a suspected typing
// error of an e-mail domain is named but not corrected. A row is never refused. A
// postcode that the reference has says nothing about delivery: no postal service is
// asked and nothing is certified.
//
// # Why streets are repaired in the table
//
// What a batch shows is known after its last row. Reading and parsing everything
// twice would cost as much again; an UPDATE of two rows in a hundred costs a tenth
// of that, and Go holds the names of streets and the repairs, not the addresses.
//
// # Why settled spellings win
//
// A mail file repeats what the firm's own sources said months ago, error by error,
// once per campaign: by votes it would outvote the sources. Keys of two tables
// agree only when one of them decides, so spelling_from: is obeyed, and what it
// settled is never rewritten; spelling_votes: is for tables that only know more.
//
// # Why caches per worker
//
// A cache shared by workers needs locks on the hottest path; one per worker
// costs a second computation of a text at most per worker and cannot influence
// the result, since kernels are pure.
package cleanse
