-- reads: contacts; makes: rows of grounds, what returned mail said of a contact
INSERT INTO {{.grounds}}
SELECT t.contact_id, {{.channel}}, {{.reason}}, 'returned_mail', {{.from}}, NULL
FROM {{.contacts}} AS t
WHERE {{.closed}}
