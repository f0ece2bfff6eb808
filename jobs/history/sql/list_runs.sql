-- reads: runs, newest first; an empty argument does not filter
SELECT id, job, scheduled, as_of, status, exit_code, reason, attempts, started, finished, snapshot_id
FROM runs
WHERE (@job = '' OR job = @job)
  AND (@status = '' OR status = @status)
  AND (@since = '' OR ordered >= @since)
  AND (@until = '' OR ordered < @until)
ORDER BY ordered DESC, id DESC
LIMIT @limit
