-- orders: one row per order with its net and its turn in the attribution.
-- Reads orders_once, order_aliases, order_changes and contacts. Money in cents;
-- turn: by date, channel in the order declared, time, order number.
CREATE TABLE response_work.orders AS
WITH typed_again AS (
  SELECT kept_id, MIN(contact_id) AS contact_id FROM response_work.order_aliases GROUP BY kept_id
),
kept AS (
  SELECT o.* EXCLUDE (contact_id, resolved_by, same_as, differs), COALESCE(o.contact_id, g.contact_id) AS contact_id,
    CASE WHEN o.contact_id IS NULL AND g.contact_id IS NOT NULL THEN 'same_order' ELSE o.resolved_by END AS resolved_by,
    COALESCE(c.cancelled, FALSE) AS cancelled, COALESCE(c.taken_back, 0) AS taken_back
  FROM response_work.orders_once o
  LEFT JOIN response_work.order_aliases a ON a.order_id = o.order_id
  LEFT JOIN typed_again g ON g.kept_id = o.order_id
  LEFT JOIN response_work.order_changes c ON c.order_id = o.order_id
  WHERE a.order_id IS NULL
)
SELECT
  ROW_NUMBER() OVER (ORDER BY k.ordered_on, {{.channel_rank}}, k.ordered_at, k.order_id) AS turn,
  k.* EXCLUDE (cancelled, taken_back), h.household_id,
  k.gross - k.taken_back AS net,
  CASE
    WHEN k.cancelled THEN 'cancelled'
    WHEN k.gross - k.taken_back > 0 THEN 'counted'
    WHEN k.taken_back > 0 THEN 'returned'
    ELSE 'without_value'
  END AS status,
  NULLIF(REGEXP_REPLACE(UPPER(k.coupon), '[^A-Z0-9]', '', 'g'), '') AS code,
  NULLIF(REGEXP_REPLACE(UPPER(k.key_code), '[^A-Z0-9]', '', 'g'), '') AS key_sent
FROM kept k
LEFT JOIN response_work.contacts h ON h.contact_id = k.contact_id
