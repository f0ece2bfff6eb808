-- reads: table and what its rules name; makes: failing, the keys of rows that break a failed rule
CREATE TABLE {{.failing}} AS
SELECT DISTINCT {{.keys}}
FROM ({{.rows}})
