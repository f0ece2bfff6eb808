-- reads: links, named, people, same_names; makes: pairs, the names of a row beside every name of a linked contact, where
-- none is the same
CREATE TABLE {{.pairs}} AS
SELECT DISTINCT l.row_id, l.contact_id,
    n.given_name AS row_given, n.family_name AS row_family, n.given_name_2 AS row_given_2, n.family_name_2 AS row_family_2, n.company AS row_company,
    p.given_name, p.family_name, p.given_name_2, p.family_name_2, p.company
FROM {{.links}} AS l
LEFT JOIN {{.same_names}} AS s ON s.row_id = l.row_id AND s.contact_id = l.contact_id
JOIN {{.named}} AS n ON n.row_id = l.row_id
JOIN {{.people}} AS p ON p.contact_id = l.contact_id
WHERE s.row_id IS NULL
