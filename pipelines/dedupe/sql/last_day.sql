-- last_day: the day of the last snapshot
-- reads the last contact_sources
SELECT MAX(CAST(as_of AS DATE)) AS day
FROM read_parquet({{.path}})
