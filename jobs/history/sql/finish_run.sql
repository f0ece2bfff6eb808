-- makes: a run's end; reads: runs
UPDATE runs
SET status = ?, exit_code = ?, reason = ?, attempts = ?, finished = ?, snapshot_id = ?
WHERE id = ?
