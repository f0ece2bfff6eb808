-- reads: contact_sources; makes: the contact of one source row's key
SELECT DISTINCT contact_id
FROM read_parquet({{.file}})
WHERE source = {{.source}} AND source_key = {{.key}}
