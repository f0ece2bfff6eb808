-- reads: table; makes: one row with the figures of all rules that one scan can measure
SELECT {{.figures}}
FROM {{.table}} AS t
