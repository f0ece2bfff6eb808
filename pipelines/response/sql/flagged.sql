-- flagged: flags of the orders credited to every cell. Reads credit_cuts, flags.
CREATE TABLE response_work.flagged AS
SELECT c.campaign_id, c.cut, c.value,
  COUNT(DISTINCT CASE WHEN f.flag = 'code_early' THEN c.turn END) AS flags_code_early,
  COUNT(DISTINCT CASE WHEN f.flag = 'code_expired' THEN c.turn END) AS flags_code_expired,
  COUNT(DISTINCT CASE WHEN f.flag = 'code_of_returned_piece' THEN c.turn END) AS flags_code_of_returned_piece,
  COUNT(DISTINCT CASE WHEN f.flag = 'code_reused' THEN c.turn END) AS flags_code_reused,
  COUNT(DISTINCT CASE WHEN f.flag = 'code_unknown' THEN c.turn END) AS flags_code_unknown,
  COUNT(DISTINCT CASE WHEN f.flag = 'holdout_code' THEN c.turn END) AS flags_holdout_code,
  COUNT(DISTINCT CASE WHEN f.flag = 'key_not_recipient' THEN c.turn END) AS flags_key_not_recipient,
  COUNT(DISTINCT CASE WHEN f.flag = 'key_out_of_window' THEN c.turn END) AS flags_key_out_of_window,
  COUNT(DISTINCT CASE WHEN f.flag = 'key_unknown' THEN c.turn END) AS flags_key_unknown,
  COUNT(DISTINCT CASE WHEN f.flag = 'redeemed_by_household' THEN c.turn END) AS flags_redeemed_by_household,
  COUNT(DISTINCT CASE WHEN f.flag = 'redeemed_by_other' THEN c.turn END) AS flags_redeemed_by_other
FROM response_work.credit_cuts c
JOIN response_work.flags f ON f.turn = c.turn
GROUP BY c.campaign_id, c.cut, c.value
