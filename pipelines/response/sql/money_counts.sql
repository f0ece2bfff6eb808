-- money_counts: every sum of campaign_money in cents: each cell with each
-- currency of the counted orders and of the campaign. Reads cells, orders,
-- campaigns, credit_cuts, passed, lift_sums, counts. The cost is given where
-- the currency is the campaign's.
CREATE TABLE response_work.money_counts AS
WITH currencies AS (
  SELECT DISTINCT currency FROM response_work.orders WHERE status = 'counted'
  UNION
  SELECT DISTINCT currency FROM response_work.campaigns WHERE currency IS NOT NULL
),
revenue AS (
  SELECT campaign_id, cut, value, currency, COUNT(DISTINCT turn) AS orders, CAST(SUM(share) AS BIGINT) AS net
  FROM response_work.credit_cuts
  GROUP BY campaign_id, cut, value, currency
)
SELECT n.campaign_id, n.cut, n.value, u.currency,
  n.mailed, n.returned, n.responders, n.orders, n.test_persons, n.control_persons,
  n.piece_side, n.cut = 'all' OR NOT n.piece_side AS knows_passalong,
  COALESCE(u.currency = w.currency, FALSE) AS own_currency, w.cost, w.fee, w.margin,
  COALESCE(r.orders, 0) AS currency_orders, COALESCE(r.net, 0) AS revenue,
  COALESCE(p.net, 0) AS passalong_revenue,
  COALESCE(l.test_net, 0) AS test_net, COALESCE(l.control_net, 0) AS control_net,
  COALESCE(l.test_squares, 0) AS test_squares, COALESCE(l.control_squares, 0) AS control_squares
FROM response_work.counts n
JOIN response_work.campaigns w ON w.campaign_id = n.campaign_id
CROSS JOIN currencies u
LEFT JOIN revenue r ON r.campaign_id = n.campaign_id AND r.cut = n.cut AND r.value = n.value AND r.currency = u.currency
LEFT JOIN response_work.passed p ON p.campaign_id = n.campaign_id AND p.cut = n.cut AND p.value = n.value AND p.currency = u.currency
LEFT JOIN response_work.lift_sums l ON l.campaign_id = n.campaign_id AND l.cut = n.cut AND l.value = n.value AND l.currency = u.currency
