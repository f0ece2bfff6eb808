-- makes: occurrences of a job that wait, were never begun and are older than an instant, skipped; reads: runs
UPDATE runs SET status = 'skipped', reason = @reason
WHERE job = @job AND status = 'queued' AND scheduled < @before AND started IS NULL
