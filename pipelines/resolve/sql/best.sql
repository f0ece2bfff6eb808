-- reads: links, levels, carriers; makes: best, per row the contacts of the best rung, best name and most agreement
CREATE TABLE {{.best}} AS
WITH names AS (
    SELECT row_id, contact_id, MAX(level) AS level
    FROM {{.levels}}
    GROUP BY row_id, contact_id
),
rungs AS (
    SELECT l.row_id, l.contact_id, n.level, l.by_email + l.by_phone + l.by_address AS agreeing,
        CASE
            WHEN l.by_email = 1 AND n.level >= 1 THEN 1
            WHEN l.by_phone = 1 AND n.level >= 1 THEN 2
            WHEN l.by_address = 1 AND n.level >= 1 THEN 3
            WHEN l.by_email = 1 AND n.level = 0 AND c.emails = 1 THEN 4
            WHEN l.by_phone = 1 AND n.level = 0 AND c.phones = 1 THEN 5
            WHEN l.by_name = 1 AND n.level = 2 THEN 6
        END AS rung
    FROM {{.links}} AS l
    JOIN names AS n ON n.row_id = l.row_id AND n.contact_id = l.contact_id
    JOIN {{.carriers}} AS c ON c.row_id = l.row_id
),
placed AS (
    SELECT row_id, contact_id, rung, RANK() OVER (PARTITION BY row_id ORDER BY rung, level DESC, agreeing DESC) AS place
    FROM rungs
    WHERE rung IS NOT NULL
)
SELECT row_id, MIN(contact_id) AS contact_id, MIN(rung) AS rung, COUNT(*) AS equals
FROM placed
WHERE place = 1
GROUP BY row_id
