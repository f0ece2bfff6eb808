-- makes: a run whose process died, failed or waiting again; reads: runs
UPDATE runs SET status = @status, exit_code = @exit_code, reason = @reason, attempts = @attempts, finished = @finished
WHERE id = @id AND status IN ('running', 'interrupted', 'queued')
