// Package check is the step that measures a table against rules and says whether the night may be published.
//
// # Goal
//
// Every rule gives a measured value each night, whether it passes or not; a failing rule stops the run, keeps failing
// rows out of the published table, or is only recorded.
//
// # Steps
//
//  1. When the project is checked: every column a rule names must exist; patterns, bounds and users' SELECTs are parsed.
//  2. One scan of the table measures all rules about single rows (not_null, accepted, range, regex), row_count and
//     freshness. unique, foreign_key and sql take one more query each.
//  3. The failing rows are compared with warn and fail: {above: rows, above_percent: share}. Without either, one failing
//     row fails. With warn alone the rule never fails.
//  4. Outcomes are recorded with the run, with rows looked at, rows failing and the measured value.
//  5. on_fail: stop blocks publishing; keep records only; quarantine makes <check>_failing, the keys of the rows that
//     break a failed rule, and the run leaves these rows out of the published table and puts them into restricted/.
//
// # Input and output
//
// Reads one table (and those that foreign_key and sql name); makes nothing, or <check>_failing when on_fail is
// quarantine.
//
// # Not guaranteed
//
// row_count and freshness are about the table as a whole: with quarantine they stop the run. A sql rule can quarantine
// only when its result has the key columns of the table. NULL breaks not_null alone.
package check
