-- reads: the tables of orders and of changes; makes: orders, shipped and kept: not cancelled, not wholly returned
CREATE TABLE {{.orders}} AS
WITH shipped AS (
    SELECT * EXCLUDE (place)
    FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY order_id ORDER BY ordered_on, address_key, ref_source, ref_key, amount, email, phone) AS place FROM ({{.tables}}))
    WHERE place = 1
),
changed AS (
    SELECT order_id, BOOL_OR(kind = 'cancel') AS cancelled, SUM(CASE WHEN kind = 'return' THEN amount END) AS returned
    FROM ({{.changes}})
    GROUP BY order_id
)
SELECT s.* EXCLUDE (amount)
FROM shipped AS s
LEFT JOIN changed AS c ON c.order_id = s.order_id
WHERE NOT COALESCE(c.cancelled, FALSE) AND (s.amount IS NULL OR COALESCE(c.returned, 0) < s.amount)
