-- reads: contacts, suppressions, erased; makes: into, the contacts that stay with what may be sent to them
CREATE TABLE {{.into}} AS
WITH closed AS (
    SELECT contact_id, MAX(CASE WHEN channel = 'mail' THEN 1 END) AS mail, MAX(CASE WHEN channel = 'email' THEN 1 END) AS email, MAX(CASE WHEN channel = 'phone' THEN 1 END) AS phone
    FROM {{.suppressions}}
    GROUP BY contact_id
)
SELECT {{.columns}}
FROM {{.contacts}} AS t
LEFT JOIN closed ON closed.contact_id = t.contact_id
ANTI JOIN {{.erased}} AS e ON e.contact_id = t.contact_id
