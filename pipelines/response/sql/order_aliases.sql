-- order_aliases: orders typed again under another number, and the order they
-- repeat. Reads orders_once. An order that names one which was not read stays
-- an order of its own; of two that name each other the smaller number stays.
CREATE TABLE response_work.order_aliases AS
SELECT o.order_id, t.order_id AS kept_id, o.contact_id
FROM response_work.orders_once o
JOIN response_work.orders_once t ON t.order_id = o.same_as
WHERE o.order_id <> t.order_id
  AND (t.same_as IS NULL OR t.same_as <> o.order_id OR t.order_id < o.order_id)
