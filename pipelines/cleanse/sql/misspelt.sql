-- misspelt: the rows whose street is to be written in another way.
-- reads: the table of the step, repairs
-- makes: a stream of rows for the workers
SELECT made.rowid AS row_id, made.source_order, repairs.to_text, repairs.to_predir, repairs.to_suffix, repairs.to_postdir, made.cleanse_codes, {{.columns}}
FROM {{.made}} AS made
JOIN {{.repairs}} AS repairs
    ON repairs.house = concat_ws('|', split_part({{.key}}, '|', 1), split_part({{.key}}, '|', 2), split_part({{.key}}, '|', 4))
    AND repairs.country = {{.country}}
    AND repairs.text = COALESCE({{.street}}, CASE WHEN {{.country}} = 'PL' THEN COALESCE({{.village}}, {{.city}}) END)
    AND repairs.predir = COALESCE({{.predir}}, '')
    AND repairs.suffix = COALESCE({{.suffix}}, '')
    AND repairs.postdir = COALESCE({{.postdir}}, '')
WHERE {{.number}} IS NOT NULL AND {{.postcode}} IS NOT NULL
ORDER BY row_id
