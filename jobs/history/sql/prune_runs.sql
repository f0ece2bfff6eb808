-- makes: a ledger of the newest runs of each job; reads: runs
DELETE FROM runs WHERE id IN (
    SELECT id FROM (
        SELECT id, status, ROW_NUMBER() OVER (PARTITION BY job ORDER BY ordered DESC, id DESC) AS place FROM runs
    )
    WHERE place > ? AND status NOT IN ('running', 'queued')
)
