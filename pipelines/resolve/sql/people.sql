-- reads: sources, links; makes: people, what the source rows of every linked contact carry, each combination once
CREATE TABLE {{.people}} AS
SELECT DISTINCT s.contact_id, {{.source_columns}}
FROM {{.sources}} AS s
WHERE s.contact_id IN (SELECT contact_id FROM {{.links}})
