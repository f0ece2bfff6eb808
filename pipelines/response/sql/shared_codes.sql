-- shared_codes: codes that every recipient of a campaign may use: those of its
-- declaration and of its mail file. Reads campaigns and pieces.
CREATE TABLE response_work.shared_codes AS
SELECT DISTINCT campaign_id, code
FROM (
  SELECT campaign_id, REGEXP_REPLACE(UNNEST(STRING_SPLIT_REGEX(coupon_code, '[\s,;|]+')), '[^A-Z0-9]', '', 'g') AS code
  FROM response_work.campaigns
  UNION ALL
  SELECT campaign_id, code FROM response_work.pieces WHERE coupon_rule = 'shared' AND NOT held_out
) AS codes
WHERE code <> ''
