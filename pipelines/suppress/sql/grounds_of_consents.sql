-- reads: consents; makes: rows of grounds, consents of one channel that were not given or not kept up
INSERT INTO {{.grounds}}
SELECT c.contact_id, c.channel, 'consent_' || c.state, 'consent', c.source, c.since
FROM {{.consents}} AS c
WHERE c.channel = {{.channel}} AND c.state IN ('refused', 'withdrawn', 'pending')
