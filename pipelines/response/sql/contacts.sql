-- contacts: households of contacts and the columns that cuts use.
-- Reads the table of the role contacts.
CREATE TABLE response_work.contacts AS
SELECT contact_id, household_id{{.cuts}}
FROM ({{.rows}}) AS rows_read
