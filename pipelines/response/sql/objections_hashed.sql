-- objections, added: those of lists that name people by a hash (SHA-256, hex).
-- Reads the tables of the role objections and the source rows of contacts.
INSERT INTO response_work.objections
SELECT DISTINCT s.contact_id, COALESCE(LOWER(TRIM(o.channel)), 'all'), o.since
FROM ({{.rows}}) AS o
JOIN (SELECT DISTINCT contact_id, SHA256({{.form}}) AS hashed FROM {{.sources}} WHERE contact_id IS NOT NULL) AS s
  ON s.hashed = LOWER(TRIM(o.{{.hash}}))
