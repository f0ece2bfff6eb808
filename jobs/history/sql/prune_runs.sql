-- makes: a ledger of the newest runs of a job; reads: runs
DELETE FROM runs WHERE id IN (
    SELECT id FROM runs WHERE job = ? ORDER BY ordered DESC, id DESC LIMIT -1 OFFSET ?
) AND status NOT IN ('running', 'queued')
