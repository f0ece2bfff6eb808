// Package review holds what people decided about pairs of rows.
//
// # Goal
//
// A decision survives every later night, in a file that lies beside the YAML and
// can be read, compared and put under version control.
//
// # The file
//
// decisions/NAME.csv, UTF-8 with commas: source_a, key_a, source_b, key_b,
// decision (same, different, unsure), who, note, decided_on. One line per pair,
// the rows of a pair and the pairs in order, so that the same decisions are the
// same bytes. A pair decided anew replaces its line.
//
// # The workbook
//
// Export writes a sheet with both rows of each pair side by side, the weight of
// every comparison, and an empty column for the decision; Import takes the
// decisions out of it. A workbook of other pairs is refused.
//
// # Not guaranteed
//
// A row is known by source and key. A decision about a row that has lost its key
// waits in the file until the key comes back.
package review
