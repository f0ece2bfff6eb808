-- reads: orders, resolved orders; makes: evidence, the last order shipped to an address of a contact
CREATE TABLE {{.evidence}} AS
SELECT r.contact_id, o.address_key, MAX(o.ordered_on) AS ordered_on, ARG_MAX(o.order_id, CAST(o.ordered_on AS VARCHAR) || o.order_id) AS order_id
FROM {{.orders}} AS o
JOIN {{.resolved_orders}} AS r ON r.order_id = o.order_id
WHERE r.contact_id IS NOT NULL
GROUP BY r.contact_id, o.address_key
