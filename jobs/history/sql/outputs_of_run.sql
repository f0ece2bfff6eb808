-- reads: outputs
SELECT table_name, file, rows, bytes, sha256 FROM outputs WHERE run_id = ? ORDER BY place
