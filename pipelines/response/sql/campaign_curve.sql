-- campaign_curve: orders by day since in-home, and where an open campaign is
-- heading. Reads campaigns and credit_cuts. The forecast of a day after as_of
-- is R(t) / F(t) * F(day): R the orders so far, F the share that finished
-- campaigns of the same channel had by that day.
CREATE TABLE {{.makes}} AS
WITH days AS (
  SELECT w.campaign_id, w.channel, CAST(d.day AS INTEGER) AS day, w.opens + CAST(d.day AS INTEGER) AS date,
    w.closes <= {{.as_of}} AS finished, CAST({{.as_of}} - w.opens AS INTEGER) AS today
  FROM response_work.campaigns w
  JOIN (SELECT UNNEST(RANGE(0, (SELECT COALESCE(MAX(days), 0) FROM response_work.campaigns))) AS day) AS d ON d.day < w.days
),
orders_by_day AS (
  SELECT campaign_id, day, COUNT(DISTINCT turn) AS orders
  FROM response_work.credit_cuts WHERE cut = 'all'
  GROUP BY campaign_id, day
),
first_orders AS (
  SELECT campaign_id, day, COUNT(*) AS responders
  FROM (SELECT campaign_id, responder, MIN(day) AS day FROM response_work.credit_cuts WHERE cut = 'all' GROUP BY campaign_id, responder) AS firsts
  GROUP BY campaign_id, day
),
running AS (
  SELECT d.*, COALESCE(o.orders, 0) AS orders, COALESCE(f.responders, 0) AS responders,
    CAST(SUM(COALESCE(o.orders, 0)) OVER (PARTITION BY d.campaign_id ORDER BY d.day) AS BIGINT) AS so_far,
    CAST(SUM(COALESCE(o.orders, 0)) OVER (PARTITION BY d.campaign_id) AS BIGINT) AS whole
  FROM days d
  LEFT JOIN orders_by_day o ON o.campaign_id = d.campaign_id AND o.day = d.day
  LEFT JOIN first_orders f ON f.campaign_id = d.campaign_id AND f.day = d.day
),
horizon AS (
  SELECT h.channel, h.day, SUM(LEAST(h.so_far, h.whole)) AS so_far, SUM(h.whole) AS whole
  FROM (
    SELECT c.channel, d.day, c.whole, COALESCE(MAX(CASE WHEN r.day <= d.day THEN r.so_far END), 0) AS so_far
    FROM (SELECT DISTINCT campaign_id, channel, whole FROM running WHERE finished) AS c
    CROSS JOIN (SELECT DISTINCT day FROM running) AS d
    JOIN running r ON r.campaign_id = c.campaign_id
    GROUP BY c.campaign_id, c.channel, c.whole, d.day
  ) AS h
  GROUP BY h.channel, h.day
)
SELECT r.campaign_id, r.day, r.date,
  CASE WHEN r.day <= r.today THEN r.responders END AS responders,
  CASE WHEN r.day <= r.today THEN r.orders END AS orders,
  CASE WHEN r.day <= r.today THEN r.so_far END AS cumulative_orders,
  CASE WHEN r.day <= r.today AND r.whole > 0 THEN CAST(r.so_far AS DOUBLE) / r.whole END AS cumulative_share,
  CASE WHEN r.day > r.today AND now.so_far > 0 THEN CAST(r.whole AS DOUBLE) * day_h.so_far / now.so_far END AS forecast,
  NOT r.finished AS still_open
FROM running r
LEFT JOIN horizon now ON now.channel = r.channel AND now.day = r.today
LEFT JOIN horizon day_h ON day_h.channel = r.channel AND day_h.day = r.day
ORDER BY r.campaign_id, r.day
