-- rejected: what the last snapshot rejected, in the order of the files.
-- Reads the published rejects.
SELECT source, source_file, source_row, COALESCE(raw, ''), COALESCE(cells, ''), reasons
FROM read_parquet({{.path}})
ORDER BY source, source_file, source_row
