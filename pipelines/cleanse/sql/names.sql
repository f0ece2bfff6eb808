-- names: the names of streets, and at how many houses each stands.
-- reads: spellings
-- makes: a stream of names
SELECT country, text, count(DISTINCT house) AS houses
FROM {{.spellings}}
GROUP BY country, text
