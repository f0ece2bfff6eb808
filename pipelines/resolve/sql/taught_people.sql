-- reads: taught; fills: people, the names under which rows taught a contact
INSERT INTO {{.people}}
SELECT DISTINCT contact_id, given_name, family_name, given_name_2, family_name_2, company
FROM {{.taught}}
WHERE COALESCE(given_name, family_name, company) IS NOT NULL
