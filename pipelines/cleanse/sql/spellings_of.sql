-- spellings_of: how the rows of one table write the streets of their houses. A
-- Polish village without streets stands for its street. The house is country,
-- postcode and number, as the key of the address has them.
-- reads: a cleansed table
-- makes: a part of the query of spellings
SELECT
    concat_ws('|', split_part({{.key}}, '|', 1), split_part({{.key}}, '|', 2), split_part({{.key}}, '|', 4)) AS house,
    {{.country}} AS country,
    COALESCE({{.street}}, CASE WHEN {{.country}} = 'PL' THEN COALESCE({{.village}}, {{.city}}) END) AS text,
    COALESCE({{.predir}}, '') AS predir,
    COALESCE({{.suffix}}, '') AS suffix,
    COALESCE({{.postdir}}, '') AS postdir,
    {{.own}} AS own,
    {{.votes}} AS votes,
    {{.settled}} AS settled
FROM {{.table}}
WHERE {{.number}} IS NOT NULL AND {{.postcode}} IS NOT NULL AND {{.key}} IS NOT NULL AND {{.country}} IS NOT NULL
