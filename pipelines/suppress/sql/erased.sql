-- reads: hits; makes: erased, the contacts that are removed from everything
CREATE TABLE {{.erased}} AS
SELECT DISTINCT contact_id
FROM {{.hits}}
WHERE effect = 'erase'
