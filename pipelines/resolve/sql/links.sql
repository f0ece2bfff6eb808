-- reads: named, sources; makes: links, per row without a reference the contacts that carry one of its values
CREATE TABLE {{.links}} AS
WITH records AS (
    SELECT s.contact_id, {{.source_columns}}
    FROM {{.sources}} AS s
    WHERE s.contact_id IS NOT NULL
),
open_rows AS (
    SELECT row_id, email, phone, address_key, COALESCE(given_name, family_name, company) IS NOT NULL AS has_name
    FROM {{.named}}
    WHERE by_reference IS NULL
),
found AS (
    SELECT o.row_id, p.contact_id, 1 AS by_email, 0 AS by_phone, 0 AS by_address
    FROM open_rows AS o
    JOIN records AS p ON p.email = o.email
    UNION ALL
    SELECT o.row_id, p.contact_id, 0, 1, 0
    FROM open_rows AS o
    JOIN records AS p ON p.phone = o.phone
    UNION ALL
    SELECT o.row_id, p.contact_id, 0, 0, 1
    FROM open_rows AS o
    JOIN records AS p ON p.address_key = o.address_key
    WHERE o.has_name
)
SELECT row_id, contact_id, MAX(by_email) AS by_email, MAX(by_phone) AS by_phone, MAX(by_address) AS by_address
FROM found
GROUP BY row_id, contact_id
