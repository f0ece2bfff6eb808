-- reads: contacts, consents; makes: rows of grounds, contacts that never granted a channel
INSERT INTO {{.grounds}}
SELECT t.contact_id, {{.channel}}, 'no_consent', 'consent', NULL, NULL
FROM {{.contacts}} AS t
ANTI JOIN {{.consents}} AS c ON c.contact_id = t.contact_id AND c.channel = {{.channel}} AND c.state = 'granted'
