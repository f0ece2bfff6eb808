-- rows: the columns of a cleansed table that linking reads, with the contact each
-- row had in the last snapshot and its known entity.
-- reads {{.from}}, the last contact_sources, the known identities
SELECT
    {{.columns}},
    f.contact_id AS former,
    f.household_id AS former_household,
    k.entity AS entity
FROM {{.from}} AS t
LEFT JOIN (
    SELECT source, source_key, min(contact_id) AS contact_id, min(household_id) AS household_id
    FROM {{.former}} AS last
    WHERE source_key IS NOT NULL
    GROUP BY source, source_key
) AS f ON f.source = t.source AND f.source_key = t.source_key
LEFT JOIN (
    SELECT source, source_key, min(CAST(entity AS VARCHAR)) AS entity
    FROM {{.known}} AS decided
    WHERE source_key IS NOT NULL
    GROUP BY source, source_key
) AS k ON k.source = t.source AND k.source_key = t.source_key
WHERE {{.piece}}
