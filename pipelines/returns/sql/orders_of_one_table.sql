-- reads: one table of orders; makes: the orders shipped to an address that a message is about, or to one that differs
-- from it in the street only, which may be a slip (a part of orders)
SELECT CAST(order_id AS VARCHAR) AS order_id, ordered_on, address_key, {{.amount}} AS amount,
    {{.ref_source}} AS ref_source, {{.ref_key}} AS ref_key, {{.given_name}} AS given_name, {{.family_name}} AS family_name,
    {{.company}} AS company, {{.email}} AS email, {{.phone}} AS phone
FROM {{.table}}
WHERE address_key IN (SELECT printed_address_key FROM {{.found}})
    OR {{.near}} AND SPLIT_PART(address_key, '|', 1) || '|' || SPLIT_PART(address_key, '|', 2) || '|' || SPLIT_PART(address_key, '|', 4) || '|' || SPLIT_PART(address_key, '|', 5) IN (
        SELECT SPLIT_PART(printed_address_key, '|', 1) || '|' || SPLIT_PART(printed_address_key, '|', 2) || '|' || SPLIT_PART(printed_address_key, '|', 4) || '|' || SPLIT_PART(printed_address_key, '|', 5)
        FROM {{.found}} WHERE printed_address_key LIKE '%|%|%|%')
