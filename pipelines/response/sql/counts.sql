-- counts: every count of campaign_response. Reads cells, mailed, credited,
-- flagged, passed, lift_counts, share_days. What a cut of orders cannot know
-- (pieces, people) is NULL there; what can be counted and did not happen is 0.
CREATE TABLE response_work.counts AS
SELECT e.campaign_id, e.cut, e.value, e.piece_side,
  m.mailed, m.mailed_persons, m.returned, m.mailed - m.returned AS delivered,
  COALESCE(r.responders, 0) AS responders, COALESCE(r.orders, 0) AS orders,
  COALESCE(r.orders_online, 0) AS orders_online, COALESCE(r.orders_phone, 0) AS orders_phone,
  COALESCE(r.orders_by_level_code_unique, 0) AS orders_by_level_code_unique,
  COALESCE(r.orders_by_level_code_shared, 0) AS orders_by_level_code_shared,
  COALESCE(r.orders_by_level_key_code, 0) AS orders_by_level_key_code,
  COALESCE(r.orders_by_level_recency, 0) AS orders_by_level_recency,
  COALESCE(f.flags_code_early, 0) AS flags_code_early,
  COALESCE(f.flags_code_expired, 0) AS flags_code_expired,
  COALESCE(f.flags_code_of_returned_piece, 0) AS flags_code_of_returned_piece,
  COALESCE(f.flags_code_reused, 0) AS flags_code_reused,
  COALESCE(f.flags_code_unknown, 0) AS flags_code_unknown,
  COALESCE(f.flags_holdout_code, 0) AS flags_holdout_code,
  COALESCE(f.flags_key_not_recipient, 0) AS flags_key_not_recipient,
  COALESCE(f.flags_key_out_of_window, 0) AS flags_key_out_of_window,
  COALESCE(f.flags_key_unknown, 0) AS flags_key_unknown,
  COALESCE(f.flags_redeemed_by_household, 0) AS flags_redeemed_by_household,
  COALESCE(f.flags_redeemed_by_other, 0) AS flags_redeemed_by_other,
  CASE WHEN e.piece_side AND e.cut <> 'all' THEN NULL ELSE COALESCE(p.orders, 0) END AS passalong_orders,
  l.test_persons, l.control_persons, l.test_buyers, l.control_buyers, l.test_orders, l.control_orders,
  d.day_of_share_25, d.day_of_share_50, d.day_of_share_75, d.day_of_share_90,
  CASE WHEN {{.objections}} THEN m.mailed_while_suppressed END AS mailed_while_suppressed
FROM (
  SELECT campaign_id, cut, value, cut NOT IN {{.order_cuts}} AS piece_side FROM response_work.cells
) AS e
LEFT JOIN response_work.mailed m ON m.campaign_id = e.campaign_id AND m.cut = e.cut AND m.value = e.value
LEFT JOIN response_work.credited r ON r.campaign_id = e.campaign_id AND r.cut = e.cut AND r.value = e.value
LEFT JOIN response_work.flagged f ON f.campaign_id = e.campaign_id AND f.cut = e.cut AND f.value = e.value
LEFT JOIN (
  SELECT campaign_id, cut, value, CAST(SUM(orders) AS BIGINT) AS orders FROM response_work.passed GROUP BY campaign_id, cut, value
) AS p ON p.campaign_id = e.campaign_id AND p.cut = e.cut AND p.value = e.value
LEFT JOIN response_work.lift_counts l ON l.campaign_id = e.campaign_id AND l.cut = e.cut AND l.value = e.value
LEFT JOIN response_work.share_days d ON d.campaign_id = e.campaign_id AND d.cut = e.cut AND d.value = e.value
