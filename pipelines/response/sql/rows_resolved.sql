-- the rows of one role with the contact that each names and by what it was found.
-- Reads the numbered rows and what was resolved for them.
CREATE VIEW {{.makes}} AS
SELECT r.* EXCLUDE ({{.exclude}}), COALESCE({{.own}}, f.contact_id) AS contact_id,
  CASE WHEN {{.own}} IS NOT NULL THEN 'given' ELSE f.resolved_by END AS resolved_by
FROM {{.rows}} r
LEFT JOIN {{.found}} f ON f.response_row = r.response_row
