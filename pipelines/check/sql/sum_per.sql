-- reads: table; makes: its groups whose sum is another than it should be
SELECT * EXCLUDE (total)
FROM (
    SELECT {{.by}}, {{.sum}} AS total
    FROM {{.table}} AS t
    WHERE {{.when}}
    GROUP BY {{.by}}
)
WHERE {{.wrong}}
