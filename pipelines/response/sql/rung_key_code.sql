-- matched, rung key_code: orders for which a rep typed the code printed on the
-- piece. Reads open_orders, key_codes, campaigns, persons.
CREATE TABLE response_work.matched AS
WITH candidates AS (
  SELECT o.turn, o.key_sent, o.net, k.campaign_id, p.person, p.piece_row,
    o.ordered_on >= w.opens AND o.ordered_on < w.closes AS timely,
    ROW_NUMBER() OVER (
      PARTITION BY o.turn
      ORDER BY CASE WHEN o.ordered_on >= w.opens AND o.ordered_on < w.closes THEN 0 ELSE 1 END,
        CASE WHEN p.piece_row IS NULL THEN 1 ELSE 0 END, w.opens DESC, k.campaign_id
    ) AS choice
  FROM response_work.open_orders o
  LEFT JOIN response_work.key_codes k ON k.code = o.key_sent
  LEFT JOIN response_work.campaigns w ON w.campaign_id = k.campaign_id
  LEFT JOIN response_work.persons p ON p.campaign_id = k.campaign_id AND p.person = o.contact_id
  WHERE o.key_sent IS NOT NULL AND o.channel IN {{.channels}} AND o.key_sent NOT IN {{.no_code}}
),
judged AS (
  SELECT *,
    CASE
      WHEN campaign_id IS NULL THEN 'key_unknown'
      WHEN NOT timely THEN 'key_out_of_window'
      WHEN piece_row IS NULL THEN 'key_not_recipient'
    END AS flag
  FROM candidates
  WHERE choice = 1
)
SELECT turn, flag IS NULL AS credited, flag, key_sent AS code, campaign_id, piece_row, person AS responder,
  CAST(1 AS DOUBLE) AS weight, net AS share, CAST(NULL AS VARCHAR) AS passed_campaign_id, CAST(NULL AS BIGINT) AS other_turn
FROM judged
