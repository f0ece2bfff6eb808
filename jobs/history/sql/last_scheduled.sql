-- reads: runs; the newest occurrence of a job that the ledger knows
SELECT MAX(scheduled) FROM runs WHERE job = ? AND scheduled IS NOT NULL
