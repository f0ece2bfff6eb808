-- reads: checks
SELECT name, rule, status, failing_rows, measured FROM checks WHERE run_id = ? ORDER BY place
