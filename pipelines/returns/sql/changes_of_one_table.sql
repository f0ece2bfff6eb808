-- reads: one table of order changes; makes: its rows in the columns of all (a part of orders)
SELECT CAST(order_id AS VARCHAR) AS order_id, LOWER(TRIM(kind)) AS kind, {{.amount}} AS amount FROM {{.table}}
