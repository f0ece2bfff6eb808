-- keys: the rows that decisions may name
-- reads the published contact_sources
SELECT DISTINCT source, source_key
FROM read_parquet({{.sources}})
WHERE source_key IS NOT NULL
