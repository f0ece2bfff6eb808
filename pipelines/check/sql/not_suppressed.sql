-- reads: table, suppressions; makes: rows of table about contacts that are suppressed for a channel
SELECT t.*
FROM {{.table}} AS t
SEMI JOIN (SELECT contact_id FROM {{.suppressions}} WHERE channel = {{.channel}}) AS s ON s.contact_id = t.{{.contact}}
WHERE {{.when}}
