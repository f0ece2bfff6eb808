-- published_rows: the table that a deduplication read, as its source rows were published
-- reads the published contact_sources; makes {{.rows}}
CREATE TABLE {{.rows}} AS
SELECT * EXCLUDE (contact_id, household_id, match_probability, matched_by, as_of, snapshot_id)
FROM read_parquet({{.sources}})
