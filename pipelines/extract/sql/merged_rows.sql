-- merged_rows: rows whose key another row stands for, with the file and row of that one.
-- Reads the loaded table; makes merged_rows (source_file, source_row, kept_file, kept_row, raw).
CREATE TABLE {{.merged}} AS
WITH repeated AS (
    SELECT source_key
    FROM {{.table}}
    GROUP BY source_key
    HAVING COUNT(*) > 1
),
placed AS (
    SELECT
        t.source_file,
        t.source_row,
        t.raw,
        ROW_NUMBER() OVER (PARTITION BY t.source_key ORDER BY {{.order}}) AS place,
        FIRST_VALUE(t.source_file) OVER (PARTITION BY t.source_key ORDER BY {{.order}}) AS kept_file,
        FIRST_VALUE(t.source_row) OVER (PARTITION BY t.source_key ORDER BY {{.order}}) AS kept_row
    FROM {{.table}} AS t
    JOIN repeated AS r ON r.source_key = t.source_key
)
SELECT source_file, source_row, kept_file, kept_row, raw
FROM placed
WHERE place > 1
ORDER BY source_file, source_row
