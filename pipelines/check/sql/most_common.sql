-- reads: table; makes: the share of the most common value among the values of a column
SELECT CAST(MAX(n) AS DOUBLE) / NULLIF(CAST(SUM(n) AS DOUBLE), 0)
FROM (
    SELECT COUNT(*) AS n
    FROM {{.table}} AS t
    WHERE {{.when}} AND t.{{.column}} IS NOT NULL
    GROUP BY t.{{.column}}
)
