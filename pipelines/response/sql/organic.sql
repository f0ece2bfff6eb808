-- credits, added: counted orders that no campaign explains. Reads open_orders.
INSERT INTO response_work.credits
SELECT turn, 'organic', NULL, NULL, NULL, 1, net, NULL
FROM response_work.open_orders
