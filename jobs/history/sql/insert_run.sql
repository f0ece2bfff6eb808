-- makes: one row of runs
INSERT INTO runs (id, job, scheduled, as_of, status, exit_code, reason, attempts, started, finished, ordered)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
