-- makes: one row of warnings
INSERT INTO warnings (run_id, place, step, code, text) VALUES (?, ?, ?, ?, ?)
