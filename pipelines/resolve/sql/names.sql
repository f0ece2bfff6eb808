-- reads: sources, named, answers; makes: names, every whole name of a source row or of a row still open, each once
CREATE TABLE {{.names}} AS
SELECT given_name, family_name FROM (SELECT {{.source_columns}} FROM {{.sources}} AS s) AS records
WHERE given_name IS NOT NULL AND family_name IS NOT NULL
UNION
SELECT given_name_2, family_name_2 FROM (SELECT {{.source_columns}} FROM {{.sources}} AS s) AS records
WHERE given_name_2 IS NOT NULL AND family_name_2 IS NOT NULL
UNION
SELECT n.given_name, n.family_name
FROM {{.named}} AS n
LEFT JOIN {{.answers}} AS a ON a.row_id = n.row_id
WHERE n.by_reference IS NULL AND a.row_id IS NULL AND n.given_name IS NOT NULL AND n.family_name IS NOT NULL
