// Package history is the run ledger: an SQLite file in the project that tells,
// for every run, when it ran and how it ended, what each step did with its
// rows, which files were read and written, and what the checks said.
//
// # Rules
//
//  1. Plain values go in and out; the package knows no step, no DuckDB and no
//     clock. Every time is handed to it.
//
//  2. A run's id is made of its job and its instant: the scheduled one, or the
//     start of a run by hand. An occurrence can therefore be recorded, and run,
//     once only, whoever asks and however often.
//
//  3. Begin is called by whoever holds the project's lock. Whatever else still
//     says "running" then was killed; it is marked interrupted.
//
//  4. Steps may be recorded as they end, so that a run that was killed shows how
//     far it came. Finish writes everything else in one transaction.
//
//  5. Open looks through the file before anything is written to it. One that is
//     damaged is refused (ErrDamaged) and stays byte for byte as it is, until
//     Repair sets it aside; one that is lost is made anew. Errors of the disk say
//     what to do, and a transaction that found no room is undone.
//
// # Personal data
//
// There is no column for a value of a record. Texts that come from outside
// (reasons, errors, warnings) are written by the project's own code, which keeps
// to counts, columns, files and row numbers; they are cut at 2,000 bytes. No
// user, host or machine path is stored.
//
// # Not guaranteed
//
// The last moments before a power failure (WAL, synchronous NORMAL): the file
// stays whole, the newest run may be missing from it.
package history
