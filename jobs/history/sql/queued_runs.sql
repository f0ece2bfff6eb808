-- reads: runs; occurrences that wait or were cut off, oldest first
SELECT id, job, scheduled, as_of, status, exit_code, reason, attempts, started, finished, snapshot_id
FROM runs WHERE job = ? AND scheduled IS NOT NULL AND status = 'queued' ORDER BY scheduled
