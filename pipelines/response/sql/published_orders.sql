-- orders: every order once, with what became of it. Reads orders.
CREATE TABLE {{.makes}} AS
SELECT order_id, contact_id, ordered_on, ordered_at, channel, rep, status,
  CAST(gross * 0.01 AS DECIMAL(18, 2)) AS gross,
  CAST(net * 0.01 AS DECIMAL(18, 2)) AS net,
  currency, coupon, key_code, resolved_by
FROM response_work.orders
ORDER BY order_id
