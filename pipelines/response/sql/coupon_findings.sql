-- coupon_findings: every odd redemption, with the fact that makes it odd.
-- Reads flags, orders, campaigns, near_codes.
CREATE TABLE {{.makes}} AS
SELECT f.flag AS kind, o.order_id,
  CASE WHEN f.flag IN ('key_unknown', 'key_out_of_window', 'key_not_recipient') THEN o.key_code ELSE o.coupon END AS coupon,
  f.campaign_id,
  CASE f.flag
    WHEN 'code_early' THEN 'ordered ' || CAST(o.ordered_on AS VARCHAR) || ', valid from ' || CAST(w.opens AS VARCHAR)
    WHEN 'code_expired' THEN 'ordered ' || CAST(o.ordered_on AS VARCHAR) || ', valid until ' || CAST(w.closes - 1 AS VARCHAR)
    WHEN 'key_out_of_window' THEN 'ordered ' || CAST(o.ordered_on AS VARCHAR) || ', valid ' || CAST(w.opens AS VARCHAR) || ' to ' || CAST(w.closes - 1 AS VARCHAR)
    WHEN 'code_reused' THEN 'first redeemed by order ' || first_use.order_id
    WHEN 'code_unknown' THEN CASE WHEN n.near_code IS NULL THEN 'no code is near' ELSE 'one character from ' || n.near_code END
    WHEN 'code_of_returned_piece' THEN 'the piece came back'
    WHEN 'redeemed_by_household' THEN 'redeemed in the household of the recipient'
    WHEN 'redeemed_by_other' THEN 'redeemed by somebody else than the recipient'
    WHEN 'holdout_code' THEN 'redeemed by a person of the control group'
    WHEN 'code_passalong' THEN 'redeemed by a person who was not mailed'
    WHEN 'key_unknown' THEN 'no campaign prints this code'
    WHEN 'key_not_recipient' THEN 'the caller was not reached by the campaign'
  END AS detail
FROM (SELECT DISTINCT turn, flag, campaign_id, code, other_turn FROM response_work.flags) AS f
JOIN response_work.orders o ON o.turn = f.turn
LEFT JOIN response_work.campaigns w ON w.campaign_id = f.campaign_id
LEFT JOIN response_work.orders first_use ON first_use.turn = f.other_turn
LEFT JOIN response_work.near_codes n ON n.code = f.code AND f.flag = 'code_unknown'
ORDER BY kind, o.order_id
