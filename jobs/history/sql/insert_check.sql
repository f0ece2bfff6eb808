-- makes: one row of checks
INSERT INTO checks (run_id, place, name, table_name, rule, status, failing_rows, rows, measured)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
