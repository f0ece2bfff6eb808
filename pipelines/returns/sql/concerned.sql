-- reads: found, contacts; makes: concerned, contacts that a message names and those that a family move may take along
CREATE TABLE {{.concerned}} AS
SELECT c.contact_id, c.address_key, c.address_valid_from, {{.surname}} AS surname
FROM {{.contacts}} AS c
WHERE c.contact_id IN (SELECT contact_id FROM {{.found}} WHERE contact_id IS NOT NULL)
    OR c.address_key IN (SELECT printed_address_key FROM {{.found}} WHERE printed_address_key IS NOT NULL AND UPPER(TRIM(move_type)) LIKE 'F%')
    OR {{.near}} AND SPLIT_PART(c.address_key, '|', 1) || '|' || SPLIT_PART(c.address_key, '|', 2) || '|' || SPLIT_PART(c.address_key, '|', 4) || '|' || SPLIT_PART(c.address_key, '|', 5) IN (
        SELECT SPLIT_PART(printed_address_key, '|', 1) || '|' || SPLIT_PART(printed_address_key, '|', 2) || '|' || SPLIT_PART(printed_address_key, '|', 4) || '|' || SPLIT_PART(printed_address_key, '|', 5)
        FROM {{.found}} WHERE printed_address_key LIKE '%|%|%|%' AND UPPER(TRIM(move_type)) LIKE 'F%')
