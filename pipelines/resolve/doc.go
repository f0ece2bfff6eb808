// Package resolve tells which contact a row means: orders, mailed pieces, feedback and list entries name a contact by a
// reference to a source record or only by what they carry.
//
// # Goal
//
// One answer per row, and only when it is the only possible one. A wrong contact is worse than none: a row that could
// mean two contacts gets none and is counted.
//
// # Steps
//
//  1. Reference: ref_source and ref_key equal source and source_key of a source row.
//  2. For the rest, every contact of which any source row carries the same e-mail, phone or address is a candidate.
//     The row's name is compared with all names of the candidate's source rows: full agreement, compatible (initial,
//     pet name, order exchanged, one wrong letter in the surname), nothing to compare, or contradiction.
//  3. The best rung that any candidate reaches: e-mail with a compatible name, phone with a compatible name, address
//     with a compatible name, e-mail alone, phone alone. Alone counts only when exactly one contact carries the value
//     and the names do not contradict. Last, if the caller wants it, the full name alone.
//  4. On that rung the best name wins, then the most agreeing values. Two equal ones: ambiguous, no contact.
//
// # Input and output
//
// Input is a table with any of ref_source, ref_key, email_key or email, phone, address_key, given_name, family_name,
// given_name_2, family_name_2, company; what is missing is not used. Output is a table with the key columns of the
// input, contact_id and resolved_by (reference, email_name, phone_name, name_address, email, phone, name, ambiguous, none).
//
// # Not guaranteed
//
// A name alone finds nobody unless asked for (NameAlone). A person who orders with the e-mail of another and without a name is taken for the
// other. A surname changed by marriage is not contradicted, nor supported: such rows are found by a value that one
// contact alone carries.
package resolve
