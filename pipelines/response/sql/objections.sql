-- objections: who had objected to what since when, by contact.
-- Reads the tables of the role objections; a list without channels means all.
CREATE TABLE response_work.objections AS
SELECT contact_id, COALESCE(LOWER(TRIM(channel)), 'all') AS channel, since
FROM ({{.rows}}) AS rows_read
WHERE contact_id IS NOT NULL
