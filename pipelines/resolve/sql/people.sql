-- reads: sources; makes: people, what the source rows of a contact carry, each combination once
CREATE TABLE {{.people}} AS
SELECT DISTINCT s.contact_id, {{.source_columns}}
FROM {{.sources}} AS s
WHERE s.contact_id IS NOT NULL
