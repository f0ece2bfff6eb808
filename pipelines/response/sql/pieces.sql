-- pieces: every row of the mail files, mailed or held out.
-- Reads the tables of the role pieces, came_back and campaigns. person is the
-- contact, or the row itself when nobody knows who it is.
CREATE TABLE response_work.pieces AS
WITH numbered AS (
  SELECT r.*, ROW_NUMBER() OVER (ORDER BY r.campaign_id, r.source_order, r.source_file, r.source_row, r.piece_id) AS piece_row
  FROM ({{.rows}}) AS r
)
SELECT n.piece_row, NULLIF(TRIM(n.piece_id), '') AS piece_id, n.campaign_id, n.cell, n.segment, n.coupon, n.key_code, n.contact_id,
  COALESCE(n.contact_id, 'row ' || CAST(n.piece_row AS VARCHAR)) AS person, h.household_id,
  COALESCE(LOWER(TRIM(n.cell)) IN {{.control}}, FALSE) AS held_out,
  b.piece_id IS NOT NULL AND NOT COALESCE(LOWER(TRIM(n.cell)) IN {{.control}}, FALSE) AS returned,
  c.coupon_rule, NULLIF(REGEXP_REPLACE(UPPER(n.coupon), '[^A-Z0-9]', '', 'g'), '') AS code,
  NULLIF(REGEXP_REPLACE(UPPER(n.key_code), '[^A-Z0-9]', '', 'g'), '') AS key_sent{{.cuts}}
FROM numbered n
LEFT JOIN response_work.came_back b ON b.piece_id = n.piece_id
LEFT JOIN response_work.campaigns c ON c.campaign_id = n.campaign_id
LEFT JOIN response_work.contacts h ON h.contact_id = n.contact_id
