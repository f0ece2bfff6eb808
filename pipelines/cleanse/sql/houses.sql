-- houses: the houses whose street is written in several ways, each way a row.
-- reads: spellings
-- makes: a stream of spellings, house by house
SELECT s.house, s.country, s.text, s.predir, s.suffix, s.postdir, s.own, s.votes, s.settled
FROM {{.spellings}} AS s
JOIN (
    SELECT house
    FROM {{.spellings}}
    GROUP BY house
    HAVING min(lower(text)) <> max(lower(text)) AND sum(own) > 0
) AS several USING (house)
ORDER BY s.house, s.text, s.predir, s.suffix, s.postdir
