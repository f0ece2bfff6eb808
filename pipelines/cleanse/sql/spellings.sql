-- spellings: every way in which the street of a house is written, and the rows
-- that write it so: of this step (own) and of tables cleansed before (settled).
-- reads: the table of the step, those of spelling_from:
-- makes: spellings
CREATE TABLE {{.spellings}} AS
SELECT house, country, text, predir, suffix, postdir, CAST(sum(own) AS BIGINT) AS own, CAST(sum(settled) AS BIGINT) AS settled
FROM (
{{.union}}
) AS written
WHERE text IS NOT NULL
GROUP BY house, country, text, predir, suffix, postdir
