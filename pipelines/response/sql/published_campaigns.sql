-- campaigns: every campaign as declared. Reads the tables of the role campaigns.
CREATE TABLE {{.makes}} AS
SELECT campaign_id, name, channel, drop_date, in_home_date, window_days, cost_per_piece, return_fee, margin, currency,
  coupon_rule, coupon_code, key_codes, priority
FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY campaign_id ORDER BY source_order, source_file, source_row) AS repeat_no
  FROM ({{.rows}}) AS rows_read
) AS numbered
WHERE repeat_no = 1 AND campaign_id IS NOT NULL
ORDER BY campaign_id
