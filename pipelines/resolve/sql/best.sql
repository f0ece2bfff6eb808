-- reads: links, levels; fills: answers, per row the contacts of the best rung, best name and most agreement
INSERT INTO {{.answers}}
WITH names AS (
    SELECT row_id, contact_id, MAX(level) AS level
    FROM {{.levels}}
    GROUP BY row_id, contact_id
),
carriers AS (
    SELECT row_id, SUM(by_email) AS emails, SUM(by_phone) AS phones
    FROM {{.links}}
    GROUP BY row_id
),
rungs AS (
    SELECT l.row_id, l.contact_id, n.level, l.by_email + l.by_phone + l.by_address AS agreeing,
        CASE
            WHEN l.by_email = 1 AND n.level >= 1 THEN 1
            WHEN l.by_phone = 1 AND n.level >= 1 THEN 2
            WHEN l.by_address = 1 AND n.level >= 1 THEN 3
            WHEN l.by_email = 1 AND n.level = 0 AND c.emails = 1 THEN 4
            WHEN l.by_phone = 1 AND n.level = 0 AND c.phones = 1 THEN 5
        END AS rung
    FROM {{.links}} AS l
    JOIN names AS n ON n.row_id = l.row_id AND n.contact_id = l.contact_id
    JOIN carriers AS c ON c.row_id = l.row_id
),
placed AS (
    SELECT row_id, contact_id, rung, RANK() OVER (PARTITION BY row_id ORDER BY rung, level DESC, agreeing DESC) AS place
    FROM rungs
    WHERE rung IS NOT NULL
),
first_ones AS (
    SELECT row_id, MIN(contact_id) AS contact_id, COUNT(*) AS equals, MIN(rung) AS rung
    FROM placed
    WHERE place = 1
    GROUP BY row_id
)
SELECT row_id, contact_id, equals,
    CASE
        WHEN equals > 1 THEN 'ambiguous'
        WHEN {{.taught_pass}} THEN 'taught'
        WHEN rung = 1 THEN 'email_name'
        WHEN rung = 2 THEN 'phone_name'
        WHEN rung = 3 THEN 'name_address'
        WHEN rung = 4 THEN 'email'
        WHEN rung = 5 THEN 'phone'
    END AS resolved_by
FROM first_ones
