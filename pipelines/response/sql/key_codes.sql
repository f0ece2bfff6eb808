-- key_codes: codes printed on the pieces, by which a rep names the campaign:
-- those of its declaration and of its mail file. Reads campaigns and pieces.
CREATE TABLE response_work.key_codes AS
SELECT DISTINCT campaign_id, code
FROM (
  SELECT campaign_id, REGEXP_REPLACE(UNNEST(STRING_SPLIT_REGEX(key_codes, '[\s,;|]+')), '[^A-Z0-9]', '', 'g') AS code
  FROM response_work.campaigns
  UNION ALL
  SELECT campaign_id, key_sent FROM response_work.pieces WHERE NOT held_out
) AS codes
WHERE code <> ''
