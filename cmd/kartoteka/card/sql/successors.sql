-- reads: contact_events; makes: what became of a contact that is no more
SELECT event, other_id
FROM read_parquet({{.file}})
WHERE contact_id = {{.id}} AND event IN ('merged_into', 'split_from', 'retired')
ORDER BY since DESC, event
