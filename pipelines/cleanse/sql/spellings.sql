-- spellings: every way in which the street of a house is written, and the rows
-- that write it so: of this step (own), of all that vote, and of tables whose
-- spelling is settled.
-- reads: the table of the step, those of spelling_votes: and spelling_from:
-- makes: spellings
CREATE TABLE {{.spellings}} AS
SELECT house, country, text, predir, suffix, postdir, CAST(sum(own) AS BIGINT) AS own,
    CAST(sum(votes) AS BIGINT) AS votes, CAST(sum(settled) AS BIGINT) AS settled
FROM (
{{.union}}
) AS written
WHERE text IS NOT NULL
GROUP BY house, country, text, predir, suffix, postdir
