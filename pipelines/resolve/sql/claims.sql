-- reads: named, answers; makes: claims, rows that found their contact by a reference or by a value with a compatible
-- name and carry a value that a row still open carries too
CREATE TABLE {{.claims}} AS
WITH open_rows AS (
    SELECT n.email, n.phone, n.address_key
    FROM {{.named}} AS n
    LEFT JOIN {{.answers}} AS a ON a.row_id = n.row_id
    WHERE n.by_reference IS NULL AND a.row_id IS NULL
),
settled AS (
    SELECT n.row_id, COALESCE(n.by_reference, a.contact_id) AS contact_id, n.email, n.phone, n.address_key
    FROM {{.named}} AS n
    LEFT JOIN {{.answers}} AS a ON a.row_id = n.row_id
    WHERE n.by_reference IS NOT NULL OR a.resolved_by IN ('email_name', 'phone_name', 'name_address')
)
SELECT row_id, contact_id
FROM settled
WHERE email IN (SELECT email FROM open_rows WHERE email IS NOT NULL)
    OR phone IN (SELECT phone FROM open_rows WHERE phone IS NOT NULL)
    OR address_key IN (SELECT address_key FROM open_rows WHERE address_key IS NOT NULL)
