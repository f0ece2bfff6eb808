-- reads: entries, persons; makes: candidates, the name of an entry beside every name of a contact at its address
CREATE TABLE {{.candidates}} AS
SELECT DISTINCT e.number, e.entry, p.contact_id,
    e.given_name AS listed_given, e.family_name AS listed_family, e.given_name_2 AS listed_given_2, e.family_name_2 AS listed_family_2, e.company AS listed_company,
    p.given_name, p.family_name, p.given_name_2, p.family_name_2, p.company, p.gender
FROM {{.entries}} AS e
JOIN {{.persons}} AS p ON p.address_key = e.address_key
