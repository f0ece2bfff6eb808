-- order_rows: every order row read, in the columns that the step knows.
-- Reads the tables of the role orders; each row carries the contact it names.
CREATE TABLE response_work.order_rows AS
SELECT
  TRIM(order_id) AS order_id, NULLIF(TRIM(same_as), '') AS same_as,
  COALESCE(ordered_on, CAST(ordered_at AS DATE)) AS ordered_on, ordered_at,
  LOWER(TRIM(channel)) AS channel, NULLIF(TRIM(rep), '') AS rep,
  NULLIF(TRIM(coupon), '') AS coupon, NULLIF(TRIM(key_code), '') AS key_code,
  CAST(amount * 100 AS BIGINT) AS gross, COALESCE(NULLIF(UPPER(TRIM(currency)), ''), 'XXX') AS currency,
  contact_id, COALESCE(resolved_by, CASE WHEN contact_id IS NULL THEN 'none' ELSE 'given' END) AS resolved_by, source_order, source_file, source_row{{.cuts}}
FROM ({{.rows}}) AS rows_read
