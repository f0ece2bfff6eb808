-- reads: warnings
SELECT step, code, text FROM warnings WHERE run_id = ? ORDER BY place
