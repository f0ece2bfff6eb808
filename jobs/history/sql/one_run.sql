-- reads: runs
SELECT id, job, scheduled, as_of, status, exit_code, reason, attempts, started, finished, snapshot_id
FROM runs WHERE id = ?
