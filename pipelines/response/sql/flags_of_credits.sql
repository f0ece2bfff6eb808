-- flags, added: unique codes credited although the piece came back, or that
-- somebody else redeemed. Reads credits, pieces, orders.
INSERT INTO response_work.flags
WITH redeemed AS (
  SELECT c.turn, c.campaign_id, p.code, p.returned,
    COALESCE(o.contact_id, '') = p.person AS by_owner,
    COALESCE(o.household_id = p.household_id, FALSE) AS at_home
  FROM response_work.credits c
  JOIN response_work.pieces p ON p.piece_row = c.piece_row
  JOIN response_work.orders o ON o.turn = c.turn
  WHERE c.rung = 'code_unique'
)
SELECT turn, 'code_of_returned_piece', campaign_id, code, NULL FROM redeemed WHERE returned
UNION ALL
SELECT turn, CASE WHEN at_home THEN 'redeemed_by_household' ELSE 'redeemed_by_other' END, campaign_id, code, NULL
FROM redeemed WHERE NOT by_owner
