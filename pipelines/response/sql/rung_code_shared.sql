-- matched, rung code_shared: orders with a code that a whole campaign shares.
-- Reads open_orders, shared_codes, campaigns, persons. In the window an
-- eligible person responds; a held-out one is flagged; anyone else was handed
-- the code: it passed along, and the order is finished unless told otherwise.
CREATE TABLE response_work.matched AS
WITH candidates AS (
  SELECT o.turn, o.code, o.net, s.campaign_id, p.person, p.piece_row, p.held_out,
    o.ordered_on < w.opens AS early, o.ordered_on >= w.closes AS late,
    ROW_NUMBER() OVER (
      PARTITION BY o.turn
      ORDER BY CASE WHEN o.ordered_on >= w.opens AND o.ordered_on < w.closes THEN 0 ELSE 1 END,
        CASE WHEN p.piece_row IS NULL THEN 1 ELSE 0 END, w.opens DESC, s.campaign_id
    ) AS choice
  FROM response_work.open_orders o
  JOIN response_work.shared_codes s ON s.code = o.code
  JOIN response_work.campaigns w ON w.campaign_id = s.campaign_id
  LEFT JOIN response_work.persons p ON p.campaign_id = s.campaign_id AND p.person = o.contact_id
),
judged AS (
  SELECT *,
    CASE
      WHEN early THEN 'code_early'
      WHEN late THEN 'code_expired'
      WHEN piece_row IS NOT NULL THEN NULL
      WHEN held_out THEN 'holdout_code'
      ELSE 'code_passalong'
    END AS flag
  FROM candidates
  WHERE choice = 1
)
SELECT turn, flag IS NULL OR (flag = 'code_passalong' AND {{.finish}}) AS credited, flag, code,
  campaign_id, piece_row, person AS responder, CAST(1 AS DOUBLE) AS weight, net AS share,
  CASE WHEN flag = 'code_passalong' THEN campaign_id END AS passed_campaign_id,
  CAST(NULL AS BIGINT) AS other_turn
FROM judged
