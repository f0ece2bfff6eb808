// Package check is the step that measures a table against rules and says whether the night may be published.
//
// # Goal
//
// Every rule gives a measured value each night, whether it passes or not; a failing rule stops the run, keeps failing
// rows out of the published table, or is only recorded. Every failing record is known by a key, so that people hear
// what is new and not what they know.
//
// # Steps
//
//  1. When the project is checked: every column a rule names must exist; patterns, bounds and users' SELECTs are parsed;
//     accepted issues must be of a rule that exists.
//  2. One scan of the table measures all rules about single rows and all aggregates. Rules that look beside the row
//     (unique, foreign_key, sum_per, sql, ...) take one more query each.
//  3. When rows fail, one further scan gathers the keys of all rules about single rows: of each the first 10,000 in the
//     order of keys, as a bounded aggregate, and those that are accepted. A failing query gathers its own.
//  4. The keys are joined with the issues of the last snapshot: new, ongoing, fixed, accepted (pipelines.RecordIssues).
//  5. The failing rows that are not accepted are compared with warn and fail: {above: rows, above_percent: share}. Without
//     either, one failing row fails. With warn alone the rule never fails.
//  6. What is compared with earlier nights is judged by their measured values (run_check_history).
//  7. Outcomes are recorded with the run, with rows looked at, rows failing and the measured value.
//  8. on_fail: stop blocks publishing; keep records only; quarantine makes <check>_failing, the keys of the rows that
//     break a failed rule, and the run leaves these rows out of the published table and puts them into restricted/.
//
// # Input and output
//
// Reads one table (and those that rules name); makes nothing, or <check>_failing when on_fail is quarantine.
//
// # Not guaranteed
//
// Rules about the table as a whole or about groups of rows stop the run with quarantine. A sql rule can quarantine only
// when its result has the key columns of the table. A hash of the row names another record when a column changes. Columns
// inside when:, expression: and sql: are known at run time only. An e-mail address, a phone number or a postcode is
// looked at by its form: whether it exists nobody asked.
//
// # Why
//
// Keys come from a bounded aggregate (MIN of the n smallest) and not from a sorted list, so a rule that a million rows
// break costs no more memory than one that ten thousand break. Sums of DOUBLE go through DECIMAL: the order of rows must
// not decide a figure.
package check
