-- makes: one row of accounts
INSERT INTO accounts (run_id, place, step, subject, kind, reason, rows) VALUES (?, ?, ?, ?, ?, ?, ?)
