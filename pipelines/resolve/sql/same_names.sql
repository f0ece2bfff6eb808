-- reads: links, named, people; makes: same_names, linked rows and contacts with one and the same whole name, which need
-- no comparing; initials do
CREATE TABLE {{.same_names}} AS
SELECT DISTINCT l.row_id, l.contact_id
FROM {{.links}} AS l
JOIN {{.named}} AS n ON n.row_id = l.row_id
JOIN {{.people}} AS p ON p.contact_id = l.contact_id AND p.given_name = n.given_name AND p.family_name = n.family_name
WHERE LENGTH(n.given_name) > 2 AND LENGTH(n.family_name) > 2 AND n.given_name NOT LIKE '%.%' AND n.given_name NOT LIKE '% %'
