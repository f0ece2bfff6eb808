-- contact_consents: the latest consent or objection per contact, channel and source
-- reads {{.from}}, {{.row_map}}; makes {{.consents}}
CREATE TABLE {{.consents}} AS
WITH said AS (
    SELECT m.contact_id, t.source, t.source_key, 'mail' AS channel, {{.consent_mail}} AS state, {{.consent_on}} AS since
    FROM {{.from}} AS t JOIN {{.row_map}} AS m ON m.rid = t.rowid
    UNION ALL
    SELECT m.contact_id, t.source, t.source_key, 'email' AS channel, {{.consent_email}} AS state, {{.consent_on}} AS since
    FROM {{.from}} AS t JOIN {{.row_map}} AS m ON m.rid = t.rowid
    UNION ALL
    SELECT m.contact_id, t.source, t.source_key, 'phone' AS channel, {{.consent_phone}} AS state, {{.consent_on}} AS since
    FROM {{.from}} AS t JOIN {{.row_map}} AS m ON m.rid = t.rowid
),
ranked AS (
    SELECT contact_id, channel, state, source, since,
        ROW_NUMBER() OVER (PARTITION BY contact_id, channel, source ORDER BY since DESC NULLS LAST, source_key DESC NULLS LAST, state) AS place
    FROM said
    WHERE state IS NOT NULL AND state <> ''
)
SELECT contact_id, channel, state, CAST('consent' AS VARCHAR) AS basis, source, since
FROM ranked
WHERE place = 1
