-- account: what became of the order rows, and what was left out.
-- Reads order_rows, orders_once, order_aliases, orders, order_changes, credits,
-- pieces, campaigns.
SELECT 'rows', COUNT(*) FROM response_work.order_rows
UNION ALL SELECT 'orders', COUNT(*) FROM response_work.orders
UNION ALL SELECT 'repeated', (SELECT COUNT(*) FROM response_work.order_rows) - (SELECT COUNT(*) FROM response_work.orders_once)
UNION ALL SELECT 'typed_again', (SELECT COUNT(*) FROM response_work.orders_once) - (SELECT COUNT(*) FROM response_work.orders)
UNION ALL SELECT status, COUNT(*) FROM response_work.orders GROUP BY status
UNION ALL SELECT 'contact_unknown', COUNT(*) FROM response_work.orders WHERE contact_id IS NULL AND status = 'counted'
UNION ALL SELECT 'credited', COUNT(DISTINCT turn) FROM response_work.credits WHERE campaign_id IS NOT NULL
UNION ALL SELECT 'passed_along', COUNT(*) FROM response_work.credits WHERE rung = 'passalong'
UNION ALL SELECT 'organic', COUNT(*) FROM response_work.credits WHERE rung = 'organic'
UNION ALL SELECT 'change_of_unknown_order', CAST(COALESCE(SUM(changes), 0) AS BIGINT) FROM response_work.order_changes WHERE unknown_order
UNION ALL SELECT 'change_in_other_currency', CAST(COALESCE(SUM(other_currency), 0) AS BIGINT) FROM response_work.order_changes
UNION ALL SELECT 'change_of_unknown_kind', CAST(COALESCE(SUM(other_kind), 0) AS BIGINT) FROM response_work.order_changes
UNION ALL SELECT 'repeated_order_differs', COUNT(*) FROM response_work.orders_once WHERE differs
UNION ALL SELECT 'order_after_as_of', COUNT(*) FROM response_work.orders WHERE ordered_on > {{.as_of}}
UNION ALL SELECT 'campaign_without_window', COUNT(*) FROM response_work.campaigns WHERE opens IS NULL
UNION ALL SELECT 'piece_of_unknown_campaign', COUNT(*)
FROM response_work.pieces p LEFT JOIN response_work.campaigns w ON w.campaign_id = p.campaign_id WHERE w.campaign_id IS NULL
