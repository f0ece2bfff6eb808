-- reads: runs
SELECT COUNT(*) FROM runs WHERE id = ?
