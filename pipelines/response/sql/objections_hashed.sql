-- objections, added: those of lists that name people by a hash (SHA-256, hex).
-- Reads the tables of the role objections and the source rows of contacts.
INSERT INTO response_work.objections
SELECT DISTINCT s.contact_id, COALESCE(LOWER(TRIM(o.channel)), 'all'), o.since
FROM ({{.rows}}) AS o
JOIN (
  SELECT contact_id, SHA256(carried) AS hashed
  FROM (SELECT DISTINCT contact_id, {{.form}} AS carried FROM {{.sources}} WHERE contact_id IS NOT NULL) AS forms
  WHERE carried IS NOT NULL
) AS s
  ON s.hashed = LOWER(TRIM(o.{{.hash}}))
