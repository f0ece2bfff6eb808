-- reads: named, answers; makes: into, the key of every row, its contact and by what it was found
CREATE TABLE {{.into}} AS
SELECT {{.key}},
    COALESCE(n.by_reference, CASE WHEN a.equals = 1 THEN a.contact_id END) AS contact_id,
    CASE WHEN n.by_reference IS NOT NULL THEN 'reference' ELSE COALESCE(a.resolved_by, 'none') END AS resolved_by
FROM {{.named}} AS n
LEFT JOIN {{.answers}} AS a ON a.row_id = n.row_id
ORDER BY n.row_id
