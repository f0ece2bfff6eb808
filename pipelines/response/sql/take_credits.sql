-- credits, added: what the rung matched. Reads matched.
INSERT INTO response_work.credits
SELECT turn, CASE WHEN passed_campaign_id IS NULL THEN {{.rung}} ELSE 'passalong' END,
  CASE WHEN passed_campaign_id IS NULL THEN campaign_id END,
  CASE WHEN passed_campaign_id IS NULL THEN piece_row END,
  CASE WHEN passed_campaign_id IS NULL THEN responder END,
  weight, share, passed_campaign_id
FROM response_work.matched
WHERE credited
