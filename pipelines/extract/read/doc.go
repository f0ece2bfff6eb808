// Package read reads the files that a firm's systems drop: csv, fixed width,
// JSON lines, xlsx, Parquet and XML. It knows nothing of tables or DuckDB.
//
// # Goal
//
// Every record of a file comes out once, with its row number, either as cells
// or with the reasons why it cannot be used. One damaged record never costs a
// second one, and nothing is ever left out in silence.
//
// # How
//
//  1. Inspect takes a sample that holds bytes above 7F, from which the encoding
//     is named.
//  2. Open reads the header, finds what the settings leave open (encoding,
//     delimiter) and refuses files that are something else than declared.
//  3. Next cuts whole records off the file and returns them as a Chunk. Cutting
//     is cheap and sequential.
//  4. A Chunk, called on any goroutine, decodes and splits its records. Each
//     record is decoded by itself, so a byte that the encoding does not know
//     rejects one record.
//  5. Check, after the last chunk was called, tells whether the file as a whole
//     may be trusted (control totals, a wrong row element).
//
// # Records and rows
//
// Rows count from 1 without the header. A csv record with line breaks inside
// quotes is one row; blank lines are skipped and not numbered. In xlsx the
// number is the sheet's row less the header's, so that a person finds it.
//
// # What is refused as a file (an *Error) and what as a record
//
// A file: empty where a header is due, binary, of another format, with one
// column where another delimiter gives many, XML that is not well formed, a
// workbook that unpacks to more than MaxUnpacked, control totals that differ.
// A record: wrong number of fields, wrong length, invalid bytes, broken JSON,
// a quote that is not closed, more than MaxRecord bytes.
//
// # Why an own csv splitter
//
// encoding/csv drops the raw text, stops at the first malformed record, and
// lets one unclosed quote swallow the rest of the file. Here a quote that is
// not closed where a field may end gives up only the line on which it opens.
//
// # Not guaranteed
//
// A single \r inside a \n file is text. A quoted field whose content begins
// with the delimiter can close a quote left open lines before it; the merged
// record then has a wrong number of fields and is rejected as a whole, with
// the lines it covers.
package read
