-- reads: table; makes: its rows that share their values with another row
SELECT t.*
FROM {{.table}} AS t
SEMI JOIN (
    SELECT {{.columns}}
    FROM {{.table}} AS t
    WHERE {{.when}}
    GROUP BY {{.columns}}
    HAVING COUNT(*) > 1
) AS d ON {{.equal}}
WHERE {{.when}}
