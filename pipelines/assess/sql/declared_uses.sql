-- declared_uses: uses with the phrases of what they need, in a fixed order.
-- Reads the table of uses_from.
SELECT TRIM("use") AS name, COALESCE(CAST(required_fields AS VARCHAR), '') AS required_fields, COALESCE(CAST(optional_fields AS VARCHAR), '') AS optional_fields
FROM {{.table}}
WHERE NULLIF(TRIM("use"), '') IS NOT NULL
ORDER BY name, required_fields, optional_fields
