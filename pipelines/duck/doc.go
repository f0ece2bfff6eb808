// Package duck is the only importer of duckdb-go: it opens the private
// database of one run within its limits, runs embedded SQL, moves Arrow record
// batches in and out, and writes Parquet.
//
// # A database of a run
//
// Open sets, in this order: memory, threads, temp directory and its size; the
// optimizer switch; the paths that may be touched; external access off,
// extensions off; configuration locked. After that neither a step nor a user's
// SELECT can change a setting, load an extension or read a file that the run
// did not name.
//
// disabled_optimizers is 'deliminator': with it on, DuckDB 1.5.5 answers a
// correlated EXISTS with <> and a range wrongly; a test keeps that query.
//
// # SQL
//
// SQL lives in .sql files beside the step that owns it, one statement each.
// They are text/template files whose only actions are names and literals:
// {{.people}}. Args quotes by type, so a value can never become SQL.
//
// # Arrow
//
// Read gives a query's batches in order; the engine has kept the whole result by
// then, so Pieces cuts wide tables for ReadAll and MapAll. Load makes a table from batches.
// Map sends the batches of a query through a pool of workers that call kernels
// and makes a table of their results in the order of the input, whatever the
// number of workers.
package duck
