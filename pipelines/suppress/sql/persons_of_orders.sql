-- reads: rows of orders, orders; makes: rows of persons, what a contact's orders carry
INSERT INTO {{.persons}}
SELECT DISTINCT o.contact_id, {{.columns}}
FROM {{.rows}} AS s
JOIN {{.orders}} AS o ON o.order_id = s.order_id
WHERE o.contact_id IS NOT NULL
