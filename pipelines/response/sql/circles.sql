-- circles: per order row the campaigns that it points at, by a code that it
-- gives or, when told so, by its day; only campaigns in whose window it was
-- placed. Reads the numbered order rows, shared_codes, key_codes, pieces,
-- campaigns.
CREATE TABLE {{.makes}} AS
WITH codes AS (
  SELECT response_row, {{.ordered_on}} AS ordered_on, LOWER(TRIM({{.channel}})) AS channel,
    NULLIF(REGEXP_REPLACE(UPPER({{.coupon}}), '[^A-Z0-9]', '', 'g'), '') AS code,
    NULLIF(REGEXP_REPLACE(UPPER({{.key_code}}), '[^A-Z0-9]', '', 'g'), '') AS key_sent
  FROM {{.rows}} AS r
),
pointed AS (
  SELECT c.response_row, c.ordered_on, p.campaign_id
  FROM codes c JOIN response_work.pieces p ON p.code = c.code AND p.coupon_rule = 'unique' AND NOT p.held_out
  UNION ALL
  SELECT c.response_row, c.ordered_on, s.campaign_id
  FROM codes c JOIN response_work.shared_codes s ON s.code = c.code
  UNION ALL
  SELECT c.response_row, c.ordered_on, k.campaign_id
  FROM codes c JOIN response_work.key_codes k ON k.code = c.key_sent
  WHERE c.channel IN {{.channels}} AND c.key_sent NOT IN {{.no_code}}
  UNION ALL
  SELECT c.response_row, c.ordered_on, w.campaign_id
  FROM codes c CROSS JOIN response_work.campaigns w
  WHERE {{.any_window}}
)
SELECT DISTINCT p.response_row, p.campaign_id AS circle
FROM pointed p
JOIN response_work.campaigns w ON w.campaign_id = p.campaign_id
WHERE p.ordered_on >= w.opens AND p.ordered_on < w.closes
