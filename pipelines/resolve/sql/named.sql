-- reads: rows, sources; makes: named, every row with a number, its contact by reference and what it carries
CREATE TABLE {{.named}} AS
WITH by_reference AS (
    SELECT s.source, s.source_key, MIN(s.contact_id) AS contact_id
    FROM {{.sources}} AS s
    WHERE s.source_key IS NOT NULL AND s.contact_id IS NOT NULL
    GROUP BY s.source, s.source_key
    HAVING MIN(s.contact_id) = MAX(s.contact_id)
),
numbered AS (
    SELECT ROW_NUMBER() OVER () AS row_id, {{.key}}, {{.ref}}, {{.row_columns}}
    FROM {{.rows}} AS r
)
SELECT n.*, b.contact_id AS by_reference
FROM numbered AS n
LEFT JOIN by_reference AS b ON b.source = n.ref_source AND b.source_key = n.ref_key
