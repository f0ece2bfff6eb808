-- makes: runs that were killed, marked; reads: runs
UPDATE runs
SET status = 'interrupted', exit_code = 1, reason = 'the process ended without a word'
WHERE status = 'running'
