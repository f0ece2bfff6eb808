-- reads: what a rule's query gives; makes: one row with the first keys of its rows
SELECT {{.list}}
FROM (SELECT {{.key}} AS record__key FROM ({{.query}}) AS t) AS t
