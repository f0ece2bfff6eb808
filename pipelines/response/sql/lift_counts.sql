-- lift_counts: people and buyers of both groups in every cell that describes
-- pieces. Reads person_cuts and buyers.
CREATE TABLE response_work.lift_counts AS
WITH people AS (
  SELECT c.campaign_id, c.cut, c.value, c.person, c.tested, COALESCE(b.orders, 0) AS orders
  FROM response_work.person_cuts c
  LEFT JOIN (
    SELECT campaign_id, person, CAST(SUM(orders) AS BIGINT) AS orders FROM response_work.buyers GROUP BY campaign_id, person
  ) AS b ON b.campaign_id = c.campaign_id AND b.person = c.person
)
SELECT campaign_id, cut, value,
  COUNT(CASE WHEN tested THEN 1 END) AS test_persons,
  COUNT(CASE WHEN NOT tested THEN 1 END) AS control_persons,
  COUNT(CASE WHEN tested AND orders > 0 THEN 1 END) AS test_buyers,
  COUNT(CASE WHEN NOT tested AND orders > 0 THEN 1 END) AS control_buyers,
  CAST(COALESCE(SUM(CASE WHEN tested THEN orders END), 0) AS BIGINT) AS test_orders,
  CAST(COALESCE(SUM(CASE WHEN NOT tested THEN orders END), 0) AS BIGINT) AS control_orders
FROM people
GROUP BY campaign_id, cut, value
