-- reads: table, other; makes: the number of groups whose figure differs between both, and of all groups
SELECT COUNT(*) FILTER (WHERE {{.wrong}}), COUNT(*)
FROM (
    SELECT a.here, b.there
    FROM (SELECT {{.by_here}}, {{.here}} AS here FROM {{.table}} AS t WHERE {{.when}} GROUP BY {{.by_here}}) AS a
    FULL JOIN (SELECT {{.by}}, {{.there}} AS there FROM {{.other}} GROUP BY {{.by}}) AS b ON {{.equal}}
)
