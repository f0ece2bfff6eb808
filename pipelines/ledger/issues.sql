-- reads: the issue ledger of a snapshot
SELECT issue_id, check_name, rule, table_name, record_key, rows, state, first_seen, last_seen, nights, fixed_on, accepted_until, accepted_by, reason
FROM read_parquet({{.file}})
ORDER BY check_name, rule, record_key
