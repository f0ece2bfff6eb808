-- reads: one table of orders; makes: the orders shipped to an address that a message is about (a part of orders)
SELECT CAST(order_id AS VARCHAR) AS order_id, ordered_on, address_key, {{.amount}} AS amount,
    {{.ref_source}} AS ref_source, {{.ref_key}} AS ref_key, {{.given_name}} AS given_name, {{.family_name}} AS family_name,
    {{.company}} AS company, {{.email}} AS email, {{.phone}} AS phone
FROM {{.table}}
WHERE address_key IN (SELECT printed_address_key FROM {{.found}})
