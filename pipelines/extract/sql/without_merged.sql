-- without_merged: takes the merged rows out of the loaded table.
-- Reads merged_rows; changes the table that this step makes.
DELETE FROM {{.table}}
USING {{.merged}} AS m
WHERE {{.table}}.source_file = m.source_file
  AND {{.table}}.source_row = m.source_row
