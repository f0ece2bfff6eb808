-- contacts: one row per person or firm, with what survives of its source rows
-- reads {{.contact_map}}, {{.from}}; makes {{.contacts}}
CREATE TABLE {{.contacts}} AS
SELECT
    c.contact_id, c.household_id, c.kind, c.prefix, c.given_name, c.middle_name, c.family_name, c.name_suffix, c.gender, c.company,
    c.birth_date, c.email, c.phone,
    {{.address}},
    c.address_valid_from, c.address_origin, c.address_source, c.address_source_key, c.address_family_name,
    c.email_status, c.phone_status, c.source_count, c.first_seen, c.last_seen
FROM {{.contact_map}} AS c
LEFT JOIN {{.from}} AS t ON t.rowid = c.address_rid
