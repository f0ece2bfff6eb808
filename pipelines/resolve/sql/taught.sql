-- reads: claims, claim_levels, named; makes: taught, what rows with a contact say of it, each combination once; a row
-- whose name contradicts that of its contact (a present, an order for a neighbour) says nothing
CREATE TABLE {{.taught}} AS
SELECT DISTINCT c.contact_id, n.email, n.phone, n.address_key, n.given_name, n.family_name, n.given_name_2, n.family_name_2, n.company
FROM {{.claims}} AS c
JOIN (SELECT row_id, MAX(level) AS level FROM {{.claim_levels}} GROUP BY row_id) AS l ON l.row_id = c.row_id
JOIN {{.named}} AS n ON n.row_id = c.row_id
WHERE l.level >= 0
