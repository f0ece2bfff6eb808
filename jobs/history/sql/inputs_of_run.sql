-- reads: inputs
SELECT source, file, sha256, bytes, rows_read, rows_accepted, rows_rejected FROM inputs WHERE run_id = ? ORDER BY place
