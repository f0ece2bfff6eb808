-- credit_cuts: credited orders under every cut: those of the piece credited
-- and those of the order. Reads credits, orders, campaigns, piece_cuts,
-- order_cuts. day: since in-home.
CREATE TABLE response_work.credit_cuts AS
WITH credited AS (
  SELECT c.turn, c.rung, c.campaign_id, c.piece_row, c.responder, c.share, o.channel, o.currency,
    CAST(o.ordered_on - w.opens AS INTEGER) AS day
  FROM response_work.credits c
  JOIN response_work.orders o ON o.turn = c.turn
  JOIN response_work.campaigns w ON w.campaign_id = c.campaign_id
)
SELECT c.*, p.cut, p.value
FROM credited c
JOIN response_work.piece_cuts p ON p.piece_row = c.piece_row
UNION ALL
SELECT c.*, o.cut, o.value
FROM credited c
JOIN response_work.order_cuts o ON o.turn = c.turn
