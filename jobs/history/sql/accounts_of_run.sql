-- reads: accounts
SELECT step, subject, kind, reason, rows FROM accounts WHERE run_id = ? ORDER BY place
