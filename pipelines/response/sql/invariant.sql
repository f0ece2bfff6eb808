-- invariant: orders whose shares do not sum to their net or whose weights do
-- not sum to 1. Reads orders and credits. Must be empty.
SELECT COUNT(*)
FROM (
  SELECT o.turn
  FROM response_work.orders o
  LEFT JOIN response_work.credits c ON c.turn = o.turn
  WHERE o.status = 'counted'
  GROUP BY o.turn, o.net
  HAVING COALESCE(SUM(c.share), 0) <> o.net OR ABS(COALESCE(SUM(c.weight), 0) - 1) > 1e-9
) AS broken
