-- orders_once: one row per order number; a repeated number is the same order.
-- Reads order_rows. The first row stands for all; a contact known by a later
-- row only is kept. differs: the repeated rows disagree about the money.
CREATE TABLE response_work.orders_once AS
SELECT * EXCLUDE (repeat_no, contact_id, any_contact_id, resolved_by), COALESCE(contact_id, any_contact_id) AS contact_id,
  CASE WHEN contact_id IS NULL AND any_contact_id IS NOT NULL THEN 'same_order' ELSE resolved_by END AS resolved_by
FROM (
  SELECT r.*,
    ROW_NUMBER() OVER (PARTITION BY order_id ORDER BY source_order, ordered_at, source_file, source_row, gross, contact_id, resolved_by) AS repeat_no,
    MIN(contact_id) OVER (PARTITION BY order_id) AS any_contact_id,
    MIN(gross) OVER (PARTITION BY order_id) <> MAX(gross) OVER (PARTITION BY order_id)
      OR MIN(currency) OVER (PARTITION BY order_id) <> MAX(currency) OVER (PARTITION BY order_id) AS differs
  FROM response_work.order_rows r
) AS numbered
WHERE repeat_no = 1
