-- sizes: the rows of each table of from:.
-- reads: the table of the step
-- makes: a stream of counts
SELECT source_order, count(*) AS n
FROM {{.made}}
GROUP BY source_order
