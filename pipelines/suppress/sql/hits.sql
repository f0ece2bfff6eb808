-- reads: entries, sources, persons, levels; makes: hits, the contacts that an entry means
CREATE TABLE {{.hits}} AS
WITH emails AS (
    SELECT DISTINCT contact_id, LOWER(TRIM(email)) AS email
    FROM {{.persons}}
    WHERE email IS NOT NULL
),
phones AS (
    SELECT DISTINCT contact_id, phone
    FROM {{.persons}}
    WHERE phone IS NOT NULL
),
email_hashes AS (
    SELECT contact_id, SHA256(email) AS hash
    FROM emails
    WHERE EXISTS (SELECT 1 FROM {{.entries}} WHERE sha256_email IS NOT NULL)
),
phone_hashes AS (
    SELECT contact_id, SHA256(phone) AS hash
    FROM phones
    WHERE EXISTS (SELECT 1 FROM {{.entries}} WHERE sha256_phone IS NOT NULL)
),
contact_levels AS (
    SELECT number, entry, contact_id, MAX(level) AS level
    FROM {{.levels}}
    WHERE level > 0
    GROUP BY number, entry, contact_id
),
best_names AS (
    SELECT number, entry, contact_id, level, MAX(level) OVER (PARTITION BY number, entry) AS best, COUNT(*) OVER (PARTITION BY number, entry, level) AS alike
    FROM contact_levels
),
found AS (
    SELECT e.number, e.entry, s.contact_id
    FROM {{.entries}} AS e
    JOIN {{.sources}} AS s ON s.source = e.ref_source AND s.source_key = e.ref_key
    UNION
    SELECT e.number, e.entry, m.contact_id
    FROM {{.entries}} AS e
    JOIN emails AS m ON m.email = LOWER(TRIM(e.email))
    UNION
    SELECT e.number, e.entry, p.contact_id
    FROM {{.entries}} AS e
    JOIN phones AS p ON p.phone = e.phone
    UNION
    SELECT e.number, e.entry, h.contact_id
    FROM {{.entries}} AS e
    JOIN email_hashes AS h ON h.hash = LOWER(TRIM(e.sha256_email))
    UNION
    SELECT e.number, e.entry, h.contact_id
    FROM {{.entries}} AS e
    JOIN phone_hashes AS h ON h.hash = LOWER(TRIM(e.sha256_phone))
    UNION
    SELECT number, entry, contact_id
    FROM best_names
    WHERE level = best AND (level > 1 OR alike = 1)
)
SELECT f.number, f.entry, f.contact_id, e.list, e.effect, e.channel, e.since
FROM found AS f
JOIN {{.entries}} AS e ON e.number = f.number AND e.entry = f.entry
WHERE f.contact_id IS NOT NULL
