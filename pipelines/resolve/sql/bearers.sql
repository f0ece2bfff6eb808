-- reads: sources, keys; makes: bearers, the name keys of every contact in every country it is known in
CREATE TABLE {{.bearers}} AS
WITH records AS (
    SELECT s.contact_id, {{.country}} AS country, {{.source_columns}}
    FROM {{.sources}} AS s
    WHERE s.contact_id IS NOT NULL
),
names AS (
    SELECT contact_id, country, given_name, family_name FROM records
    UNION
    SELECT contact_id, country, given_name_2, family_name_2 FROM records WHERE family_name_2 IS NOT NULL
)
SELECT DISTINCT n.contact_id, COALESCE(n.country, '') AS country, k.given_key, k.family_key
FROM names AS n
JOIN {{.keys}} AS k ON k.given_name = n.given_name AND k.family_name = n.family_name
WHERE k.given_key <> '' AND k.family_key <> ''
