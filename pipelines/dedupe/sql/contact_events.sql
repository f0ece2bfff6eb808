-- contact_events: what happened to the identity of contacts, all nights
-- reads {{.today}}, the last contact_events; makes {{.events}}
CREATE TABLE {{.events}} AS
SELECT contact_id, event, other_id, CAST({{.as_of}} AS DATE) AS since
FROM {{.today}}
UNION ALL
SELECT contact_id, event, other_id, since
FROM {{.past}} AS past
