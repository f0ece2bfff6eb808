-- former: contacts of the last snapshot
-- reads the last contact_sources
SELECT DISTINCT contact_id
FROM read_parquet({{.path}})
WHERE contact_id IS NOT NULL
ORDER BY contact_id
