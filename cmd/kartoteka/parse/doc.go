// Package parse runs the kernels over texts at the prompt: over arguments, over
// lines of standard input, or over columns of a file of any length.
//
// # Goal
//
// Show what the nightly run would make of a text, and which rule decided, without a
// project, a table or a run; and let a file be cleansed by a script.
//
// # How
//
//  1. A Source gives records in chunks: files are read by the readers of extract,
//     so that encoding and delimiter are found in the same way.
//  2. Workers take chunks, hand the text of each record to the Reader of one kind
//     (address, name, email, phone, date) and write the result as CSV, as JSON lines
//     or as cards.
//  3. The chunks are printed in the order of the source; a handful of them is in
//     memory at any time.
//
// # Output
//
// CSV and JSON lines hold every input column first, then the columns of the kind,
// under exactly their names. An input column whose name is taken by one of those is
// printed as input_NAME, so that a reader by name always meets the parsed value.
// Where several columns make up one text, they are its lines, and the offsets of
// parts count in their values joined by line breaks.
package parse
