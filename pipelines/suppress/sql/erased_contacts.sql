-- reads: erased; makes: erased_contacts, for the run to remove
CREATE TABLE {{.erased_contacts}} AS
SELECT contact_id
FROM {{.erased}}
