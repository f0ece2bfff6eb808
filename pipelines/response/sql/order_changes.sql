-- order_changes: what cancellations and returned goods took from each order.
-- Reads the tables of the role changes, order_aliases (a change of an order
-- that was typed again counts for the order that stays) and orders_once. Goods
-- in another currency than the order's are left out and counted apart.
CREATE TABLE response_work.order_changes AS
WITH changed AS (
  SELECT COALESCE(a.kept_id, TRIM(r.order_id)) AS order_id, LOWER(TRIM(r.kind)) AS kind,
    CAST(COALESCE(r.amount, 0) * 100 AS BIGINT) AS cents, NULLIF(UPPER(TRIM(r.currency)), '') AS currency
  FROM ({{.rows}}) AS r
  LEFT JOIN response_work.order_aliases a ON a.order_id = TRIM(r.order_id)
)
SELECT c.order_id,
  BOOL_OR(c.kind IN {{.cancel}}) AS cancelled,
  CAST(COALESCE(SUM(CASE WHEN c.kind IN {{.return}} AND COALESCE(c.currency, o.currency) = o.currency THEN c.cents END), 0) AS BIGINT) AS taken_back,
  COUNT(CASE WHEN c.kind IN {{.return}} AND c.currency <> o.currency THEN 1 END) AS other_currency,
  COUNT(CASE WHEN c.kind NOT IN {{.cancel}} AND c.kind NOT IN {{.return}} THEN 1 END) AS other_kind,
  COUNT(*) AS changes, o.order_id IS NULL AS unknown_order
FROM changed c
LEFT JOIN response_work.orders_once o ON o.order_id = c.order_id
GROUP BY c.order_id, o.order_id
