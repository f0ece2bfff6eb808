-- matched, rung recency: orders of people whom a campaign reached, in its
-- window, all of it to one campaign. Reads open_orders, persons, campaigns.
CREATE TABLE response_work.matched AS
WITH candidates AS (
  SELECT o.turn, o.net, p.campaign_id, p.person, p.piece_row,
    ROW_NUMBER() OVER (PARTITION BY o.turn ORDER BY {{.pick}}, p.campaign_id) AS choice
  FROM response_work.open_orders o
  JOIN response_work.persons p ON p.person = o.contact_id AND p.piece_row IS NOT NULL
  JOIN response_work.campaigns w ON w.campaign_id = p.campaign_id
  WHERE o.ordered_on >= w.opens AND o.ordered_on < w.closes
)
SELECT turn, TRUE AS credited, CAST(NULL AS VARCHAR) AS flag, CAST(NULL AS VARCHAR) AS code,
  campaign_id, piece_row, person AS responder, CAST(1 AS DOUBLE) AS weight, net AS share,
  CAST(NULL AS VARCHAR) AS passed_campaign_id, CAST(NULL AS BIGINT) AS other_turn
FROM candidates
WHERE choice = 1
