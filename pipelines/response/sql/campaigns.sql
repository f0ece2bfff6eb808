-- campaigns: each campaign with its window, prices in ten-thousandths of its
-- currency and the kind of its coupon. Reads the tables of the role campaigns.
-- Window: opens <= order date < closes, calendar days.
CREATE TABLE response_work.campaigns AS
SELECT campaign_id, channel, drop_date, opens,
  opens + CAST(COALESCE(window_days, {{.window_days}}) + {{.grace_days}} AS INTEGER) AS closes,
  COALESCE(window_days, {{.window_days}}) + {{.grace_days}} AS days,
  CAST(COALESCE(cost_per_piece, 0) * 10000 AS BIGINT) AS cost, CAST(COALESCE(return_fee, 0) * 10000 AS BIGINT) AS fee,
  CAST(margin * 10000 AS BIGINT) AS margin, NULLIF(UPPER(TRIM(currency)), '') AS currency, priority,
  CASE WHEN LOWER(coupon_rule) IN ('unique', 'shared') THEN LOWER(coupon_rule) WHEN NULLIF(TRIM(coupon_code), '') IS NULL THEN 'unique' ELSE 'shared' END AS coupon_rule,
  UPPER(coupon_code) AS coupon_code, UPPER(key_codes) AS key_codes, control_share
FROM (
  SELECT *, {{.opens}} AS opens,
    ROW_NUMBER() OVER (PARTITION BY campaign_id ORDER BY source_order, source_file, source_row) AS repeat_no
  FROM ({{.rows}}) AS rows_read
) AS numbered
WHERE repeat_no = 1 AND campaign_id IS NOT NULL
