-- reads: table, other; makes: groups whose figure differs between both
SELECT * EXCLUDE (here, there)
FROM (
    SELECT {{.keys}}, a.here, b.there
    FROM (SELECT {{.by_here}}, {{.here}} AS here FROM {{.table}} AS t WHERE {{.when}} GROUP BY {{.by_here}}) AS a
    FULL JOIN (SELECT {{.by}}, {{.there}} AS there FROM {{.other}} GROUP BY {{.by}}) AS b ON {{.equal}}
)
WHERE {{.wrong}}
