-- sums_to_judge: the sums that costs and lift need, in a fixed order.
-- Reads money_counts.
SELECT campaign_id, cut, value, currency, mailed, returned, responders, orders, test_persons, control_persons,
  own_currency, cost, fee, margin, currency_orders, revenue, test_net, control_net, test_squares, control_squares
FROM response_work.money_counts
ORDER BY campaign_id, cut, value, currency
