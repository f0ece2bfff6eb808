-- One row per campaign: its response with its money, a column per currency.
-- reads: campaign_response, campaign_money
SELECT r.*,
  MAX(CASE WHEN m.currency = 'PLN' THEN m.revenue END) AS revenue_pln,
  MAX(CASE WHEN m.currency = 'USD' THEN m.revenue END) AS revenue_usd,
  MAX(CASE WHEN m.currency = 'PLN' THEN m.passalong_revenue END) AS passalong_revenue_pln,
  MAX(CASE WHEN m.currency = 'USD' THEN m.passalong_revenue END) AS passalong_revenue_usd,
  MAX(CASE WHEN m.currency = 'PLN' THEN m.aov END) AS aov_pln,
  MAX(CASE WHEN m.currency = 'USD' THEN m.aov END) AS aov_usd,
  MAX(CASE WHEN m.currency = 'PLN' THEN m.lift_test_revenue END) AS lift_test_revenue_pln,
  MAX(CASE WHEN m.currency = 'USD' THEN m.lift_test_revenue END) AS lift_test_revenue_usd,
  MAX(CASE WHEN m.currency = 'PLN' THEN m.lift_control_revenue END) AS lift_control_revenue_pln,
  MAX(CASE WHEN m.currency = 'USD' THEN m.lift_control_revenue END) AS lift_control_revenue_usd,
  MAX(CASE WHEN m.currency = 'PLN' THEN m.incremental_revenue END) AS lift_incremental_revenue_pln,
  MAX(CASE WHEN m.currency = 'USD' THEN m.incremental_revenue END) AS lift_incremental_revenue_usd,
  MAX(CASE WHEN m.cost IS NOT NULL THEN m.currency END) AS cost_currency,
  MAX(m.cost) AS cost_total,
  MAX(m.wasted) AS cost_wasted,
  MAX(m.per_responder) AS cost_per_responder,
  MAX(m.per_order) AS cost_per_order,
  MAX(m.profit) AS cost_profit
FROM campaign_response AS r
LEFT JOIN campaign_money AS m ON m.campaign_id = r.campaign_id AND m.cut = r.cut AND m.value = r.value
WHERE r.cut = 'all'
GROUP BY ALL
