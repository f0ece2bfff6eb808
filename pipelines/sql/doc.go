// Package sql is the step that makes a table by a query of the project.
//
// # Goal
//
// Whatever the other steps do not do, in one SELECT, without opening a door: the query reads tables of the run and
// nothing else.
//
// # Steps
//
//  1. When the project is checked: the query is parsed. It must be one SELECT; the tables it names become the step's
//     inputs, so a mistyped one is reported at its file and line; functions that read files, settings, the clock or
//     chance are refused.
//  2. In a run: CREATE TABLE ... AS the query, in the run's locked database.
//  3. The columns are found by DESCRIBE; a type that published tables may not have is an error that names the CAST.
//
// # Input and output
//
// Reads the tables that the query names; makes one table. Its columns may be documented under columns:.
//
// # Not guaranteed
//
// LIMIT without ORDER BY, and aggregates that depend on order (first, string_agg without ORDER BY) may differ from run
// to run; the step cannot see whether a query leaves that open.
package sql
