-- makes: one row of checks
INSERT INTO checks (run_id, place, name, table_name, rule, status, failing_rows, rows, measured, new_rows, known_rows, accepted_rows, fixed_rows)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
