-- matched, rung recency: the same, divided among all campaigns that fit.
-- Reads open_orders, persons, campaigns. Weights sum to 1; cents go by the
-- largest remainder, so that the shares of an order sum to its net.
CREATE TABLE response_work.matched AS
WITH candidates AS (
  SELECT o.turn, o.net, p.campaign_id, p.person, p.piece_row, w.opens, {{.worth}} AS worth
  FROM response_work.open_orders o
  JOIN response_work.persons p ON p.person = o.contact_id AND p.piece_row IS NOT NULL
  JOIN response_work.campaigns w ON w.campaign_id = p.campaign_id
  WHERE o.ordered_on >= w.opens AND o.ordered_on < w.closes
),
weighed AS (
  SELECT *, worth / SUM(worth) OVER (PARTITION BY turn ORDER BY opens, campaign_id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS weight
  FROM candidates
),
floored AS (
  SELECT *, CAST(FLOOR(net * weight) AS BIGINT) AS part, net * weight - FLOOR(net * weight) AS rest
  FROM weighed
),
ranked AS (
  SELECT *,
    net - SUM(part) OVER (PARTITION BY turn) AS left_over,
    ROW_NUMBER() OVER (PARTITION BY turn ORDER BY rest DESC, opens DESC, campaign_id) AS remainder_no
  FROM floored
)
SELECT turn, TRUE AS credited, CAST(NULL AS VARCHAR) AS flag, CAST(NULL AS VARCHAR) AS code,
  campaign_id, piece_row, person AS responder, weight,
  part + CASE WHEN remainder_no <= left_over THEN 1 ELSE 0 END AS share,
  CAST(NULL AS VARCHAR) AS passed_campaign_id, CAST(NULL AS BIGINT) AS other_turn
FROM ranked
