-- reads: contacts, states, corrections; makes: contacts after the corrections
CREATE TABLE {{.corrected}} AS
SELECT {{.columns}},
    CASE WHEN {{.address_key}} IS NULL THEN 'missing' ELSE COALESCE(s.status, 'ok') END AS postal_status,
    NOT COALESCE(s.do_not_mail OR s.deceased, FALSE) AS mail_allowed,
    NOT COALESCE(s.stop_email OR s.deceased, FALSE) AS email_allowed,
    NOT COALESCE(s.deceased, FALSE) AS phone_allowed,
    COALESCE(s.deceased, FALSE) AS deceased
FROM {{.contacts}} AS c
LEFT JOIN {{.states}} AS s ON s.contact_id = c.contact_id
LEFT JOIN {{.corrections}} AS m ON m.return_id = s.moved_by
