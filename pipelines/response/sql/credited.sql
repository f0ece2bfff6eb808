-- credited: orders, responders and their days in every cell.
-- Reads credit_cuts. Orders are counted once, also when they are divided.
CREATE TABLE response_work.credited AS
SELECT campaign_id, cut, value,
  COUNT(DISTINCT responder) AS responders,
  COUNT(DISTINCT turn) AS orders,
  COUNT(DISTINCT CASE WHEN channel = 'online' THEN turn END) AS orders_online,
  COUNT(DISTINCT CASE WHEN channel = 'phone' THEN turn END) AS orders_phone,
  COUNT(DISTINCT CASE WHEN rung = 'code_unique' THEN turn END) AS orders_by_level_code_unique,
  COUNT(DISTINCT CASE WHEN rung = 'code_shared' THEN turn END) AS orders_by_level_code_shared,
  COUNT(DISTINCT CASE WHEN rung = 'key_code' THEN turn END) AS orders_by_level_key_code,
  COUNT(DISTINCT CASE WHEN rung = 'recency' THEN turn END) AS orders_by_level_recency
FROM response_work.credit_cuts
GROUP BY campaign_id, cut, value
