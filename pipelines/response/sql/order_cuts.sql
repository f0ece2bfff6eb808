-- order_cuts: every counted order under every cut that describes the order.
-- Reads orders.
CREATE TABLE response_work.order_cuts AS
SELECT turn, cut, value
FROM ({{.cuts}}) AS c
