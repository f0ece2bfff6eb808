-- reads: checks
SELECT name, table_name, rule, status, failing_rows, rows, measured FROM checks WHERE run_id = ? ORDER BY place
