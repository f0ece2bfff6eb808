-- matched, rung code_unique: orders with the code of one piece.
-- Reads open_orders, pieces, campaigns. The code is credited once, to the first
-- order in its window; the responder is the piece's recipient, whoever ordered.
CREATE TABLE response_work.matched AS
WITH candidates AS (
  SELECT o.turn, o.code, o.net, p.piece_row, p.campaign_id, p.person, p.returned,
    o.ordered_on < w.opens AS early, o.ordered_on >= w.closes AS late,
    ROW_NUMBER() OVER (
      PARTITION BY o.turn
      ORDER BY CASE WHEN o.ordered_on >= w.opens AND o.ordered_on < w.closes THEN 0 ELSE 1 END, w.opens DESC, p.piece_row
    ) AS choice
  FROM response_work.open_orders o
  JOIN response_work.pieces p ON p.code = o.code AND p.coupon_rule = 'unique' AND NOT p.held_out
  JOIN response_work.campaigns w ON w.campaign_id = p.campaign_id
),
timed AS (
  SELECT *,
    ROW_NUMBER() OVER (PARTITION BY code, early OR late OR (returned AND {{.ignore_returned}}) ORDER BY turn) AS use_no,
    FIRST_VALUE(turn) OVER (PARTITION BY code, early OR late OR (returned AND {{.ignore_returned}}) ORDER BY turn) AS first_turn
  FROM candidates
  WHERE choice = 1
),
judged AS (
  SELECT *,
    CASE
      WHEN early THEN 'code_early'
      WHEN late THEN 'code_expired'
      WHEN returned AND {{.ignore_returned}} THEN 'code_of_returned_piece'
      WHEN use_no > {{.uses}} THEN 'code_reused'
    END AS flag
  FROM timed
)
SELECT turn, flag IS NULL AS credited, flag, code, campaign_id, piece_row, person AS responder,
  CAST(1 AS DOUBLE) AS weight, net AS share, CAST(NULL AS VARCHAR) AS passed_campaign_id,
  CASE WHEN flag = 'code_reused' THEN first_turn END AS other_turn
FROM judged
