-- reads: named, best; makes: into, the key of every row, its contact and by what it was found
CREATE TABLE {{.into}} AS
SELECT {{.key}},
    COALESCE(n.by_reference, CASE WHEN b.equals = 1 THEN b.contact_id END) AS contact_id,
    CASE
        WHEN n.by_reference IS NOT NULL THEN 'reference'
        WHEN b.equals > 1 THEN 'ambiguous'
        WHEN b.rung = 1 THEN 'email_name'
        WHEN b.rung = 2 THEN 'phone_name'
        WHEN b.rung = 3 THEN 'name_address'
        WHEN b.rung = 4 THEN 'email'
        WHEN b.rung = 5 THEN 'phone'
        WHEN b.rung = 6 THEN 'name'
        ELSE 'none'
    END AS resolved_by
FROM {{.named}} AS n
LEFT JOIN {{.best}} AS b ON b.row_id = n.row_id
ORDER BY n.row_id
