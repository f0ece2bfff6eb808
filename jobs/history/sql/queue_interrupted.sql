-- makes: the newest occurrence of each job, waiting again, where it was cut off; reads: runs
UPDATE runs SET status = 'queued', reason = ''
WHERE status = 'interrupted' AND scheduled IS NOT NULL
  AND scheduled = (SELECT MAX(newest.scheduled) FROM runs AS newest WHERE newest.job = runs.job AND newest.status <> 'skipped')
