-- reads: asked, answers, bearers; fills: answers, rows whose whole name one contact alone bears, and nobody else could
-- with an initial, when the name is rare: expected bearers by chance = contacts with the given name * contacts with the
-- surname / contacts, all in the contact's country (of several the one with most)
INSERT INTO {{.answers}}
WITH candidates AS (
    SELECT q.row_id, b.contact_id, b.country, b.given_key, b.family_key, b.given_key = q.given_key AS whole
    FROM {{.asked}} AS q
    JOIN {{.bearers}} AS b ON b.family_key = q.family_key
    LEFT JOIN {{.answers}} AS a ON a.row_id = q.row_id
    WHERE a.row_id IS NULL AND (b.given_key = q.given_key OR LENGTH(b.given_key) = 1 AND b.given_key = LEFT(q.given_key, 1))
),
alone AS (
    SELECT row_id
    FROM candidates
    GROUP BY row_id
    HAVING MIN(contact_id) = MAX(contact_id) AND BOOL_OR(whole)
),
everybody AS (SELECT country, COUNT(DISTINCT contact_id) AS contacts FROM {{.bearers}} GROUP BY country),
givens AS (SELECT country, given_key, COUNT(DISTINCT contact_id) AS contacts FROM {{.bearers}} GROUP BY country, given_key),
families AS (SELECT country, family_key, COUNT(DISTINCT contact_id) AS contacts FROM {{.bearers}} GROUP BY country, family_key),
expected AS (
    SELECT c.row_id, c.contact_id, MAX(CAST(g.contacts AS DOUBLE) * f.contacts / e.contacts) AS bearers
    FROM candidates AS c
    JOIN alone AS o ON o.row_id = c.row_id
    JOIN everybody AS e ON e.country = c.country
    JOIN givens AS g ON g.country = c.country AND g.given_key = c.given_key
    JOIN families AS f ON f.country = c.country AND f.family_key = c.family_key
    WHERE c.whole
    GROUP BY c.row_id, c.contact_id
)
SELECT row_id, contact_id, 1, 'rare_name'
FROM expected
WHERE bearers < {{.rare}}
