-- settled: rows that say the same as in the last snapshot, of contacts of which
-- every row is still there and says the same, with what held them
-- reads {{.from}}, the last contact_sources
WITH last AS (
    SELECT *, COUNT(*) OVER (PARTITION BY source, source_key) AS copies, COUNT(*) OVER (PARTITION BY contact_id) AS rows_of_contact
    FROM read_parquet({{.path}})
),
today AS (
    SELECT t.*, t.rowid AS rid, COUNT(*) OVER (PARTITION BY source, source_key) AS copies
    FROM {{.from}} AS t
),
same AS (
    SELECT t.rid, l.contact_id, l.match_probability, l.matched_by, l.rows_of_contact,
        COUNT(*) OVER (PARTITION BY l.contact_id) AS found
    FROM today AS t
    JOIN last AS l ON l.source = t.source AND l.source_key = t.source_key
    WHERE l.copies = 1 AND t.copies = 1 AND {{.same}}
)
SELECT rid, contact_id, match_probability, matched_by
FROM same
WHERE found = rows_of_contact
ORDER BY rid
