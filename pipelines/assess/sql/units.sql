-- units: one row per contact (or source row) with the needs that it meets.
-- Reads the tables of from.
CREATE TABLE {{.makes}} AS
SELECT {{.held}}
FROM ({{.rows}}) AS rows_read
GROUP BY unit
