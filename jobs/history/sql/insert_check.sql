-- makes: one row of checks
INSERT INTO checks (run_id, place, name, rule, status, failing_rows, measured) VALUES (?, ?, ?, ?, ?, ?, ?)
