-- reads: table, other; makes: rows of table whose value other does not have
SELECT t.*
FROM {{.table}} AS t
ANTI JOIN {{.other}} AS other ON other.{{.there}} = t.{{.column}}
WHERE t.{{.column}} IS NOT NULL AND {{.when}}
