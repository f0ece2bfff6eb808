-- makes: one row of inputs
INSERT INTO inputs (run_id, place, source, file, sha256, bytes, rows_read, rows_accepted, rows_rejected)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
