-- reads: sources; makes: persons, what the source rows of a contact carry, each combination once
CREATE TABLE {{.persons}} AS
SELECT DISTINCT s.contact_id, {{.columns}}
FROM {{.sources}} AS s
WHERE s.contact_id IS NOT NULL
