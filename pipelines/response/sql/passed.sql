-- passed: orders with a shared code that somebody handed on, in every cell.
-- Reads flags, orders, order_cuts.
CREATE TABLE response_work.passed AS
WITH passed_along AS (
  SELECT f.campaign_id, f.turn, o.currency, o.net
  FROM response_work.flags f
  JOIN response_work.orders o ON o.turn = f.turn
  WHERE f.flag = 'code_passalong'
)
SELECT campaign_id, 'all' AS cut, 'all' AS value, currency, COUNT(*) AS orders, CAST(SUM(net) AS BIGINT) AS net
FROM passed_along
GROUP BY campaign_id, currency
UNION ALL
SELECT p.campaign_id, o.cut, o.value, p.currency, COUNT(*), CAST(SUM(p.net) AS BIGINT)
FROM passed_along p
JOIN response_work.order_cuts o ON o.turn = p.turn
GROUP BY p.campaign_id, o.cut, o.value, p.currency
