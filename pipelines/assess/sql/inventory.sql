-- inventory: counts of every field of one table by source and group.
-- Reads one of the tables of from. Of each field: filled, placeholder, valid,
-- usable, different usable values.
SELECT {{.source}} AS source, {{.value}} AS value, COUNT(*) AS row_count, {{.counts}}
FROM {{.table}}
GROUP BY 1, 2
ORDER BY 1, 2
