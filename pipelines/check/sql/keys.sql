-- reads: table; makes: one row with the first keys of the rows that break each rule
SELECT {{.lists}}
FROM (
    SELECT *, {{.key}} AS record__key
    FROM {{.table}} AS t
    WHERE {{.failing}}
) AS t
