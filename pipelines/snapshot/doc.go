// Package snapshot publishes the tables of one run as one set of Parquet files.
//
// Goal: who reads through published/manifest.json sees the whole old night or the whole new one; who reads a stable
// path sees one whole file, and the snapshot_id column tells when two files are of different nights. A kill, a full
// disk or a cancelled run leaves the last set readable.
//
// The folder:
//
//	published/manifest.json                     the pointer: a copy of the current set's manifest
//	published/snapshots/<id>/manifest.json      files, rows, bytes, sha256, schema, checks, contract of the set
//	published/snapshots/<id>/tables/*.parquet   what BI reads
//	published/snapshots/<id>/restricted/        records as read, rejects
//	published/snapshots/<id>/state/             what only the next run needs
//	published/tables/, published/restricted/    hard links to the current set
//	published/columns.parquet, columns.md, views.sql
//	published/.staging-*, .trash-*              work in progress, outside every reader's glob
//
// Publish:
//
//  1. Stage: every table is written by DuckDB into .staging-<id>, in a total order (the table's sort columns, and all
//     other columns when these leave ties), zstd, format v1, with as_of and snapshot_id as its last columns.
//  2. Verify: an independent reader (xitongsys/parquet-go) reads every value back and compares schema, rows, nulls and
//     sums with what DuckDB counted in the table before writing; it also looks for erased persons.
//  3. Describe: columns.parquet, columns.md, views.sql and the manifest.
//  4. Sync files and folders, rename .staging-<id> to snapshots/<id>.
//  5. Replace published/manifest.json: this is the moment of publication.
//  6. Link the stable paths, remove those that are not published any more, drop the oldest sets.
//
// Recover completes step 6 after an interruption after step 5, and removes what an interruption before it left.
//
// Input: an Engine with the run's tables, definitions, the previous manifest. Output: files and the Manifest.
//
// Erasure: rows of erased persons never reach a file (see erase.go); Rewrite replaces every kept set that still holds
// one by a new generation snapshots/<id>-e<n> with its own manifest and proof.json.
//
// Not guaranteed: that two stable paths opened one after the other are of one night (read the manifest or views.sql
// for that); that DuckDB accepts a stable path at the very moment of its replacement: it was seen to refuse a query then,
// probably since it looks at the path twice, for the size and for the content (ask again, or use views.sql); protection
// against a program that writes into a published file, since stable paths are hard links (files are read-only to make
// that unlikely); one writer at a time is the caller's duty (the project lock).
//
// Why a pointer and not a symlink swap: a reader that opens several files through a swapped link mixes nights.
// Why the whole value check: DuckDB cannot vouch for what it wrote itself, and the independent reader silently turns an
// unreadable file into zero rows or nulls, which only counts and sums show.
package snapshot
