-- reads: contacts, moves, corrections, corrected contacts, history; makes: the address versions.
-- Tonight's versions are the firm's own address and the moves that were applied to it; versions of earlier nights that
-- began before the firm's own address stay as history. Neighbours of one address are one version. Most contacts have one
-- version and take no part in the ordering.
CREATE TABLE {{.addresses}} AS
WITH own AS (
    SELECT c.contact_id, {{.own_columns}}, c.address_valid_from AS valid_from, CAST('day' AS VARCHAR) AS precision,
        COALESCE({{.origin}}, 'told') AS origin, {{.evidence}} AS evidence, CAST(NULL AS DATE) AS ended, 1 AS place
    FROM {{.contacts}} AS c
    WHERE c.address_key IS NOT NULL
),
moved AS (
    SELECT m.contact_id, {{.new_columns}}, m.moved_on AS valid_from, CASE WHEN m.monthly THEN 'month' ELSE 'day' END AS precision,
        'returned_mail' AS origin, m.return_id AS evidence, CAST(NULL AS DATE) AS ended, 1 + m.place AS place
    FROM {{.moves}} AS m
    JOIN {{.corrections}} AS r ON r.return_id = m.return_id
),
earlier AS (
    SELECT h.contact_id, {{.history_columns}}, h.valid_from, h.precision, h.origin, h.evidence, COALESCE(h.valid_to, {{.as_of}}) AS ended, 0 AS place
    FROM {{.history}} AS h
    JOIN {{.contacts}} AS c ON c.contact_id = h.contact_id
    LEFT JOIN own AS o ON o.contact_id = h.contact_id
    WHERE o.contact_id IS NULL OR h.valid_from IS NULL AND o.valid_from IS NOT NULL OR h.valid_from < o.valid_from
),
eventful AS (
    SELECT contact_id FROM moved UNION SELECT contact_id FROM earlier
),
versions AS (
    SELECT * FROM own WHERE contact_id IN (SELECT contact_id FROM eventful) UNION ALL SELECT * FROM moved UNION ALL SELECT * FROM earlier
),
ordered AS (
    SELECT *, LAG(address_key) OVER one_contact AS key_before
    FROM versions
    WINDOW one_contact AS (PARTITION BY contact_id ORDER BY CASE WHEN place = 0 THEN 0 ELSE 1 END, CASE WHEN place = 0 THEN valid_from END NULLS FIRST, place, valid_from, address_key)
),
kept AS (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY contact_id ORDER BY CASE WHEN place = 0 THEN 0 ELSE 1 END, CASE WHEN place = 0 THEN valid_from END NULLS FIRST, place, valid_from, address_key) AS version
    FROM ordered
    WHERE key_before IS NULL OR key_before <> address_key
),
followed AS (
    SELECT k.*, n.valid_from AS next_from, n.contact_id IS NOT NULL AS has_next
    FROM kept AS k
    LEFT JOIN kept AS n ON n.contact_id = k.contact_id AND n.version = k.version + 1
)
SELECT f.contact_id, {{.address_columns}}, f.valid_from,
    CASE WHEN f.has_next THEN f.next_from WHEN c.address_key IS DISTINCT FROM f.address_key THEN f.ended END AS valid_to,
    f.precision, f.origin,
    CASE WHEN f.has_next OR c.address_key IS DISTINCT FROM f.address_key THEN 'superseded' ELSE c.postal_status END AS status,
    f.evidence
FROM followed AS f
JOIN {{.corrected}} AS c ON c.contact_id = f.contact_id
UNION ALL
SELECT f.contact_id, {{.address_columns}}, f.valid_from, CAST(NULL AS DATE) AS valid_to, f.precision, f.origin, c.postal_status AS status, f.evidence
FROM own AS f
JOIN {{.corrected}} AS c ON c.contact_id = f.contact_id
WHERE f.contact_id NOT IN (SELECT contact_id FROM eventful)
