-- reads: hits; makes: grounds, why a channel of a contact is closed, from the lists
CREATE TABLE {{.grounds}} AS
SELECT h.contact_id, c.channel, CAST('objection' AS VARCHAR) AS reason, CAST('list' AS VARCHAR) AS basis, h.list AS list, h.since
FROM {{.hits}} AS h
JOIN (VALUES ('mail'), ('email'), ('phone')) AS c(channel) ON h.channel = 'all' OR h.channel = c.channel
WHERE h.effect = 'suppress'
