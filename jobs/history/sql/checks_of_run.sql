-- reads: checks
SELECT name, table_name, rule, status, failing_rows, rows, measured, new_rows, known_rows, accepted_rows, fixed_rows FROM checks WHERE run_id = ? ORDER BY place
