-- share_days: the first day on which a share of a cell's orders was in.
-- Reads credit_cuts. Whole numbers only, so that 90 % of 10 is 9.
CREATE TABLE response_work.share_days AS
WITH days AS (
  SELECT campaign_id, cut, value, day, COUNT(DISTINCT turn) AS orders
  FROM response_work.credit_cuts
  GROUP BY campaign_id, cut, value, day
),
running AS (
  SELECT campaign_id, cut, value, day,
    SUM(orders) OVER (PARTITION BY campaign_id, cut, value ORDER BY day) AS so_far,
    SUM(orders) OVER (PARTITION BY campaign_id, cut, value) AS whole
  FROM days
)
SELECT campaign_id, cut, value,
  MIN(CASE WHEN 100 * so_far >= 25 * whole THEN day END) AS day_of_share_25,
  MIN(CASE WHEN 100 * so_far >= 50 * whole THEN day END) AS day_of_share_50,
  MIN(CASE WHEN 100 * so_far >= 75 * whole THEN day END) AS day_of_share_75,
  MIN(CASE WHEN 100 * so_far >= 90 * whole THEN day END) AS day_of_share_90
FROM running
GROUP BY campaign_id, cut, value
