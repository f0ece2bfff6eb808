-- the rows of one role, numbered, so that their contacts can be joined again.
-- Reads the tables of the role. The number is a name only; nothing depends on it.
CREATE TABLE {{.makes}} AS
SELECT ROW_NUMBER() OVER () AS response_row, rows_read.*
FROM ({{.rows}}) AS rows_read
