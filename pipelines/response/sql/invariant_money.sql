-- invariant_money: currencies in which the revenue of all campaigns is not the
-- revenue of the credited orders. Reads the tables made. Must be empty.
SELECT COUNT(*)
FROM (
  SELECT currency, SUM(net) AS net FROM (
    SELECT currency, revenue AS net FROM {{.money}} WHERE cut = 'all'
    UNION ALL
    SELECT currency, -net FROM {{.attribution}} WHERE campaign_id IS NOT NULL
  ) AS both_sides
  GROUP BY currency
) AS sums
WHERE net <> 0
