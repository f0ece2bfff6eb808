-- campaign_money: the sums with costs, profit and lift in exact cents.
-- Reads money_counts and the amounts that Go computed for each row.
CREATE TABLE {{.makes}} AS
SELECT n.campaign_id, n.cut, n.value, n.currency,
  CAST(n.revenue * 0.01 AS DECIMAL(18, 2)) AS revenue,
  CAST(a.cost * 0.01 AS DECIMAL(18, 2)) AS cost,
  CAST(a.wasted * 0.01 AS DECIMAL(18, 2)) AS wasted,
  CAST(a.profit * 0.01 AS DECIMAL(18, 2)) AS profit,
  CAST(a.per_piece * 0.01 AS DECIMAL(18, 2)) AS per_piece,
  CAST(a.per_responder * 0.01 AS DECIMAL(18, 2)) AS per_responder,
  CAST(a.per_order * 0.01 AS DECIMAL(18, 2)) AS per_order,
  CAST(a.aov * 0.01 AS DECIMAL(18, 2)) AS aov,
  CAST(a.revenue_per_piece * 0.01 AS DECIMAL(18, 2)) AS revenue_per_piece,
  CASE WHEN n.knows_passalong THEN CAST(n.passalong_revenue * 0.01 AS DECIMAL(18, 2)) END AS passalong_revenue,
  CASE WHEN n.test_persons IS NOT NULL THEN CAST(n.test_net * 0.01 AS DECIMAL(18, 2)) END AS lift_test_revenue,
  CASE WHEN n.control_persons > 0 THEN CAST(n.control_net * 0.01 AS DECIMAL(18, 2)) END AS lift_control_revenue,
  CAST(a.incremental_revenue * 0.01 AS DECIMAL(18, 2)) AS incremental_revenue,
  CAST(a.incremental_revenue_low * 0.01 AS DECIMAL(18, 2)) AS incremental_revenue_low,
  CAST(a.incremental_revenue_high * 0.01 AS DECIMAL(18, 2)) AS incremental_revenue_high
FROM response_work.money_counts n
JOIN {{.amounts}} a ON a.campaign_id = n.campaign_id AND a.cut = n.cut AND a.value = n.value AND a.currency = n.currency
ORDER BY n.campaign_id, n.cut, n.value, n.currency
