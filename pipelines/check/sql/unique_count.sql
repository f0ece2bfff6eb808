-- reads: table; makes: the number of its rows that share their values with another row
SELECT COALESCE(CAST(SUM(n) AS BIGINT), 0)
FROM (
    SELECT COUNT(*) AS n
    FROM {{.table}} AS t
    WHERE {{.when}}
    GROUP BY {{.columns}}
    HAVING COUNT(*) > 1
)
