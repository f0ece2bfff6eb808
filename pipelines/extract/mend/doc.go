// Package mend is the way of a rejected row to a person and back: a workbook
// with the rows that could not be used, the corrections that the person makes in
// it, and the file of the project that holds them.
//
// # Goal
//
// A row that the source delivers wrong night after night is used, with what a
// person corrected, until the source delivers it right; and everybody can see who
// corrected what, and when.
//
// # How
//
//  1. Load reads the rejects of a snapshot. Records that are equal in every
//     character are one row of the workbook.
//  2. Workbook writes one sheet per source: the columns of the source as text
//     cells, every reason in words, the cells that a reason names marked. Hidden
//     columns hold what names the record, and a seal over it.
//  3. Import reads an edited workbook. One of another project, with other columns,
//     with a touched identity, with a row twice, or with a row that is not
//     rejected any more is refused as a whole, each mistake with sheet and row.
//  4. Lines are kept in mended/SOURCE.csv, sorted, so that the same corrections are
//     the same bytes. The file is an input of the run like any other.
//  5. The next run reads a rejected record with the corrected cells instead. A
//     record that a person dropped stays rejected, under its own reason.
//
// # What names a record
//
// The hash of its text as it stands in the file, within its source. So a
// correction follows the record to other rows and files, and never touches another
// one: as soon as the source delivers the row otherwise, the correction applies to
// nothing, and the run says so. A record that is accepted is never corrected.
//
// # Personal data
//
// The workbook and the files in mended/ hold values of records, like the source
// files themselves. Neither errors nor logs repeat them.
//
// # Not guaranteed
//
// A row that is rejected only because its key stands twice can be dropped, not
// mended: the record is good, and its twin has the same right to the correction.
// Records that differ in nothing are corrected together. An erasure does not reach
// into mended/; what it leaves there is reported as applying to no row.
package mend
