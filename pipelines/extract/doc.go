// Package extract is the step that reads the files of the firm's systems into
// one table of canonical fields.
//
// # Goal
//
// Every record of every file is accounted for: it is a row of the table, or a
// reject with all its reasons, or it was merged into another row of its key.
//
// # How
//
//  1. New compiles the options: each column of the table knows which columns,
//     paths or positions of a file it is read from and how its text becomes a
//     value. Layout files are read here, so that check finds their mistakes.
//  2. Run opens the files side by side, in the order of their names. A file is
//     bound first: a column that it lacks is named with its place in the YAML.
//  3. Chunks of records are turned into Arrow batches by all threads and loaded
//     in the order of the files, so that threads decide nothing.
//  4. With a key, the loaded rows are settled in SQL: duplicates are merged
//     (on_duplicate), events are folded to one state per key (fold), and rows
//     of earlier nights are added (mode: events).
//  5. Warnings: dates after as_of, a source that shrank by half, columns that
//     are new since last night, files of which most rows are rejected, files that
//     hold what another one holds.
//
// A rejected record that a person corrected (package mend) is read once more with
// the corrected cells, and counted as mended when it can be used then; one that a
// person dropped stays rejected, under its own reason.
//
// # Values
//
// Text is taken without the blanks around it; blank text is NULL. Everything
// else stays for cleanse, and raw keeps the record as it was. Dates, times and
// numbers are parsed by kernels; the words that mean "not known" are NULL. A
// value that cannot be is a reject in mandatory fields and NULL in the others
// (on_invalid). A date with a time counts as the day that is written; one that
// ends in Z is taken to the zone first.
//
// # Not guaranteed
//
// The order of rows in a file decides which of two rows of one key is kept when
// the rule compares equal: the later one for latest, the earlier one for first.
// New columns are noticed in files with a header only.
package extract
