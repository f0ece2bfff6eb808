-- reads: grounds, contacts, erased; makes: suppressions, per contact and channel the strongest ground
CREATE TABLE {{.suppressions}} AS
WITH kept AS (
    SELECT DISTINCT g.contact_id, g.channel, g.reason, g.basis, g.list, g.since
    FROM {{.grounds}} AS g
    SEMI JOIN {{.contacts}} AS t ON t.contact_id = g.contact_id
    ANTI JOIN {{.erased}} AS e ON e.contact_id = g.contact_id
),
ranked AS (
    SELECT contact_id, channel, reason, basis, list, since,
        ROW_NUMBER() OVER (
            PARTITION BY contact_id, channel
            ORDER BY CASE reason
                WHEN 'deceased' THEN 1 WHEN 'objection' THEN 2 WHEN 'refused' THEN 3 WHEN 'complaint' THEN 4
                WHEN 'consent_refused' THEN 5 WHEN 'consent_withdrawn' THEN 6 WHEN 'consent_pending' THEN 7 ELSE 8
            END, basis, since NULLS LAST, list NULLS LAST
        ) AS place
    FROM kept
),
named AS (
    SELECT DISTINCT contact_id, channel, reason || COALESCE(':' || list, '') AS ground
    FROM kept
),
listed AS (
    SELECT contact_id, channel, STRING_AGG(ground, '; ' ORDER BY ground) AS grounds
    FROM named
    GROUP BY contact_id, channel
)
SELECT r.contact_id, r.channel, r.reason, r.basis, r.list, r.since, l.grounds
FROM ranked AS r
JOIN listed AS l ON l.contact_id = r.contact_id AND l.channel = r.channel
WHERE r.place = 1
