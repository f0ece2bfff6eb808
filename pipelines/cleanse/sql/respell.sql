-- respell: writes the repaired addresses over the misspelt ones.
-- reads: respelt
-- changes: the table of the step
UPDATE {{.made}} AS made
SET {{.changes}}
FROM {{.respelt}} AS respelt
WHERE made.rowid = respelt.row_id
