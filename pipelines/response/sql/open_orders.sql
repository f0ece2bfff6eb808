-- open_orders: counted orders that no rung has finished yet.
-- Reads orders and credits.
CREATE VIEW response_work.open_orders AS
SELECT o.*
FROM response_work.orders o
LEFT JOIN (SELECT DISTINCT turn FROM response_work.credits) AS c ON c.turn = o.turn
WHERE o.status = 'counted' AND c.turn IS NULL
