-- earlier_rows: rows that earlier nights read and that no row of tonight replaces.
-- Reads the table of the last snapshot; makes earlier_rows.
CREATE TABLE {{.earlier}} AS
SELECT {{.columns}}
FROM read_parquet({{.path}}) AS e
ANTI JOIN {{.table}} AS t ON t.source_key = e.source_key
