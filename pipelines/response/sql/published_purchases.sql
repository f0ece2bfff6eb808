-- contact_purchases: what each contact bought, by currency; a contact who never
-- bought has one row without a currency. Reads orders and contacts.
-- Scores 1-5: fifths of the buyers of a currency, 5 the best; equal values
-- have equal scores.
CREATE TABLE {{.makes}} AS
WITH bought AS (
  SELECT contact_id, currency, MIN(ordered_on) AS first_order, MAX(ordered_on) AS last_order,
    COUNT(*) AS orders, CAST(SUM(net) AS BIGINT) AS net
  FROM response_work.orders
  WHERE status = 'counted' AND contact_id IS NOT NULL
  GROUP BY contact_id, currency
),
ranked AS (
  SELECT *,
    COUNT(*) OVER (PARTITION BY currency) AS buyers,
    RANK() OVER (PARTITION BY currency ORDER BY last_order) AS by_last,
    RANK() OVER (PARTITION BY currency ORDER BY orders) AS by_orders,
    RANK() OVER (PARTITION BY currency ORDER BY net) AS by_net
  FROM bought
)
SELECT contact_id, currency,
  CASE
    WHEN {{.as_of}} - last_order > {{.active_days}} THEN 'lapsed'
    WHEN {{.as_of}} - first_order <= {{.new_days}} THEN 'new'
    ELSE 'active'
  END AS lifecycle,
  first_order, last_order, orders, CAST(net * 0.01 AS DECIMAL(18, 2)) AS net_revenue,
  CAST({{.as_of}} - last_order AS INTEGER) AS recency_days,
  CAST(FLOOR(5.0 * (by_last - 1) / buyers) AS INTEGER) + 1 AS recency,
  CAST(FLOOR(5.0 * (by_orders - 1) / buyers) AS INTEGER) + 1 AS frequency,
  CAST(FLOOR(5.0 * (by_net - 1) / buyers) AS INTEGER) + 1 AS monetary
FROM ranked
UNION ALL
SELECT c.contact_id, NULL, 'prospect', NULL, NULL, 0, CAST(0 AS DECIMAL(18, 2)), NULL, NULL, NULL, NULL
FROM response_work.contacts c
LEFT JOIN (SELECT DISTINCT contact_id FROM bought) AS b ON b.contact_id = c.contact_id
WHERE b.contact_id IS NULL
ORDER BY contact_id, currency
