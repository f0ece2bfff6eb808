-- makes: a queued or interrupted occurrence, running; reads: runs
UPDATE runs
SET status = ?, exit_code = 0, reason = '', started = ?, finished = NULL, as_of = ?
WHERE id = ? AND status IN ('queued', 'interrupted')
