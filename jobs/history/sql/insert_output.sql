-- makes: one row of outputs
INSERT INTO outputs (run_id, place, table_name, file, rows, bytes, sha256) VALUES (?, ?, ?, ?, ?, ?, ?)
