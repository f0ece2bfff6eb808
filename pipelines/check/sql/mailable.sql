-- reads: table, contacts; makes: rows of table about contacts that are unknown or whose address cannot be mailed
SELECT t.*
FROM {{.table}} AS t
ANTI JOIN (SELECT contact_id FROM {{.contacts}} WHERE postal_status = 'ok') AS c ON c.contact_id = t.{{.contact}}
WHERE t.{{.contact}} IS NOT NULL AND {{.when}}
