-- folded: one state per key of an event log; the last event gives the place in the file, other columns keep their last value.
-- Reads the loaded events; makes the step's table.
CREATE TABLE {{.table}} AS
WITH placed AS (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY source_key ORDER BY fold_at, source_file, source_row) AS place
    FROM {{.events}}
),
folded AS (
    SELECT source_key, {{.last}}
    FROM placed
    GROUP BY source_key
)
SELECT {{.columns}}
FROM folded
ORDER BY source_file, source_row
