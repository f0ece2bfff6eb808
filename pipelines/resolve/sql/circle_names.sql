-- reads: asked, named, circles, members, bearers; fills: answers, rows whose whole name one member alone of their
-- circles bears; two such members are ambiguous
INSERT INTO {{.answers}}
WITH found AS (
    SELECT DISTINCT q.row_id, b.contact_id
    FROM {{.asked}} AS q
    JOIN {{.named}} AS n ON n.row_id = q.row_id
    JOIN {{.circles}} AS c ON {{.same_key}}
    JOIN {{.bearers}} AS b ON b.given_key = q.given_key AND b.family_key = q.family_key
    JOIN {{.members}} AS m ON m.circle = c.circle AND m.contact_id = b.contact_id
)
SELECT row_id, MIN(contact_id), COUNT(*), CASE WHEN COUNT(*) > 1 THEN 'ambiguous' ELSE 'circle_name' END
FROM found
GROUP BY row_id
