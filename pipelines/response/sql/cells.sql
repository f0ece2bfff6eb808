-- cells: the rows of campaign_response: every campaign as a whole, and every
-- value of every cut. Reads campaigns, piece_cuts, credit_cuts, order_cuts,
-- flags.
CREATE TABLE response_work.cells AS
SELECT campaign_id, 'all' AS cut, 'all' AS value FROM response_work.campaigns
UNION
SELECT c.campaign_id, c.cut, c.value FROM response_work.piece_cuts c JOIN response_work.campaigns w ON w.campaign_id = c.campaign_id
UNION
SELECT campaign_id, cut, value FROM response_work.credit_cuts
UNION
SELECT f.campaign_id, o.cut, o.value FROM response_work.flags f JOIN response_work.order_cuts o ON o.turn = f.turn WHERE f.flag = 'code_passalong'
