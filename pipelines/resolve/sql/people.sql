-- reads: sources, links; makes: people, the names of every linked contact, each once; a source row without a name says
-- nothing about a contact of which another row has one
CREATE TABLE {{.people}} AS
WITH names AS (
    SELECT DISTINCT contact_id, given_name, family_name, given_name_2, family_name_2, company
    FROM (SELECT s.contact_id, {{.source_columns}} FROM {{.sources}} AS s) AS records
    WHERE contact_id IN (SELECT contact_id FROM {{.links}})
),
counted AS (
    SELECT *, COALESCE(given_name, family_name, company) IS NOT NULL AS has_name,
        BOOL_OR(COALESCE(given_name, family_name, company) IS NOT NULL) OVER (PARTITION BY contact_id) AS any_name
    FROM names
)
SELECT * EXCLUDE (has_name, any_name)
FROM counted
WHERE has_name OR NOT any_name
