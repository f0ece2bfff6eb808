-- rows: the tables of from: united by column names, in the order of their
-- table, file and row.
-- reads: the tables of from:
-- makes: a stream of rows for the workers
SELECT
    {{.columns}}
FROM (
{{.union}}
) AS united
ORDER BY {{.order}}
