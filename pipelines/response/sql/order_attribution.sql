-- order_attribution: every counted order with the campaign it is credited to.
-- Reads credits, orders, pieces, campaigns, flags.
CREATE TABLE {{.makes}} AS
SELECT o.order_id, o.contact_id, c.campaign_id, p.piece_id, c.rung, c.weight,
  CAST(c.share * 0.01 AS DECIMAL(18, 2)) AS net, o.currency, o.ordered_on,
  CAST(o.ordered_on - w.opens AS INTEGER) AS day, c.responder AS responder_id, c.passed_campaign_id AS passalong_campaign_id,
  COALESCE(f.flags, '') AS flags
FROM response_work.credits c
JOIN response_work.orders o ON o.turn = c.turn
LEFT JOIN response_work.pieces p ON p.piece_row = c.piece_row
LEFT JOIN response_work.campaigns w ON w.campaign_id = c.campaign_id
LEFT JOIN (
  SELECT turn, STRING_AGG(flag, ' ' ORDER BY flag) AS flags
  FROM (SELECT DISTINCT turn, flag FROM response_work.flags) AS distinct_flags
  GROUP BY turn
) AS f ON f.turn = c.turn
ORDER BY o.order_id, c.campaign_id
