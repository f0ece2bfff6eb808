-- campaign_response: counts with rates, intervals and verdicts.
-- Reads counts and the statistics that Go computed for each cell.
CREATE TABLE {{.makes}} AS
SELECT n.campaign_id, n.cut, n.value,
  n.mailed, n.mailed_persons, n.returned, n.delivered, n.responders, n.orders, n.orders_online, n.orders_phone,
  n.orders_by_level_code_unique, n.orders_by_level_code_shared, n.orders_by_level_key_code, n.orders_by_level_recency,
  n.flags_code_early, n.flags_code_expired, n.flags_code_of_returned_piece, n.flags_code_reused, n.flags_code_unknown,
  n.flags_holdout_code, n.flags_key_not_recipient, n.flags_key_out_of_window, n.flags_key_unknown,
  n.flags_redeemed_by_household, n.flags_redeemed_by_other,
  s.response_rate, s.response_wilson95_0, s.response_wilson95_1, s.adjusted_response_rate, n.passalong_orders,
  n.test_persons AS lift_test_persons, n.control_persons AS lift_control_persons,
  n.test_buyers AS lift_test_buyers, n.control_buyers AS lift_control_buyers,
  n.test_orders AS lift_test_orders, n.control_orders AS lift_control_orders,
  s.lift_test_rate, s.lift_control_rate, s.lift_diff, s.lift_newcombe95_0, s.lift_newcombe95_1,
  s.lift_relative, s.lift_incremental_buyers, s.lift_p, s.lift_p_holm, s.lift_detectable, s.split_p,
  n.day_of_share_25, n.day_of_share_50, n.day_of_share_75, n.day_of_share_90,
  n.mailed_while_suppressed, s.verdict
FROM response_work.counts n
JOIN {{.statistics}} s ON s.campaign_id = n.campaign_id AND s.cut = n.cut AND s.value = n.value
ORDER BY n.campaign_id, n.cut, n.value
