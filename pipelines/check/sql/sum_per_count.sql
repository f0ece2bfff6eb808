-- reads: table; makes: the number of groups whose sum is another than it should be, and of all groups
SELECT COUNT(*) FILTER (WHERE {{.wrong}}), COUNT(*)
FROM (
    SELECT {{.sum}} AS total
    FROM {{.table}} AS t
    WHERE {{.when}}
    GROUP BY {{.by}}
)
