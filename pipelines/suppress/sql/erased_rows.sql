-- reads: sources, erased, entries; makes: erased_rows, all source rows of erased contacts, and the records that were named
CREATE TABLE {{.erased_rows}} AS
SELECT s.source, s.source_key, {{.email}} AS email
FROM {{.sources}} AS s
SEMI JOIN {{.erased}} AS e ON e.contact_id = s.contact_id
WHERE s.source IS NOT NULL AND s.source_key IS NOT NULL
UNION
SELECT e.ref_source, e.ref_key, NULL
FROM {{.entries}} AS e
ANTI JOIN {{.sources}} AS s ON s.source = e.ref_source AND s.source_key = e.ref_key
WHERE e.effect = 'erase' AND e.ref_source IS NOT NULL AND e.ref_key IS NOT NULL
