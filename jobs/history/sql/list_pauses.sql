-- reads: pauses
SELECT job, since, until, reason FROM pauses ORDER BY job
