-- reads: table, other; makes: rows of table whose value other has not exactly once
SELECT t.*
FROM {{.table}} AS t
ANTI JOIN (
    SELECT {{.there}} AS once
    FROM {{.other}}
    GROUP BY {{.there}}
    HAVING COUNT(*) = 1
) AS o ON o.once = t.{{.column}}
WHERE t.{{.column}} IS NOT NULL AND {{.when}}
