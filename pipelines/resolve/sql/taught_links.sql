-- reads: named, answers, taught, links; makes: taught_links, per row still open that a taught value reaches all contacts
-- that carry one of its values, by a source row or as taught
CREATE TABLE {{.taught_links}} AS
WITH open_rows AS (
    SELECT n.row_id, n.email, n.phone, n.address_key, COALESCE(n.given_name, n.family_name, n.company) IS NOT NULL AS has_name
    FROM {{.named}} AS n
    LEFT JOIN {{.answers}} AS a ON a.row_id = n.row_id
    WHERE n.by_reference IS NULL AND a.row_id IS NULL
),
found AS (
    SELECT o.row_id, t.contact_id, 1 AS by_email, 0 AS by_phone, 0 AS by_address
    FROM open_rows AS o
    JOIN {{.taught}} AS t ON t.email = o.email
    UNION ALL
    SELECT o.row_id, t.contact_id, 0, 1, 0
    FROM open_rows AS o
    JOIN {{.taught}} AS t ON t.phone = o.phone
    UNION ALL
    SELECT o.row_id, t.contact_id, 0, 0, 1
    FROM open_rows AS o
    JOIN {{.taught}} AS t ON t.address_key = o.address_key
    WHERE o.has_name
),
together AS (
    SELECT * FROM found
    UNION ALL
    SELECT l.* FROM {{.links}} AS l WHERE l.row_id IN (SELECT row_id FROM found)
)
SELECT row_id, contact_id, MAX(by_email) AS by_email, MAX(by_phone) AS by_phone, MAX(by_address) AS by_address
FROM together
GROUP BY row_id, contact_id
