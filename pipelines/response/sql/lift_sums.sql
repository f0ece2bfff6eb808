-- lift_sums: revenue of both groups in every cell, by currency, with the sum of
-- squares per person (cents squared) for the interval. Reads person_cuts, buyers.
CREATE TABLE response_work.lift_sums AS
SELECT c.campaign_id, c.cut, c.value, b.currency,
  CAST(COALESCE(SUM(CASE WHEN c.tested THEN b.net END), 0) AS BIGINT) AS test_net,
  CAST(COALESCE(SUM(CASE WHEN NOT c.tested THEN b.net END), 0) AS BIGINT) AS control_net,
  CAST(COALESCE(SUM(CASE WHEN c.tested THEN CAST(b.net AS HUGEINT) * b.net END), 0) AS DOUBLE) AS test_squares,
  CAST(COALESCE(SUM(CASE WHEN NOT c.tested THEN CAST(b.net AS HUGEINT) * b.net END), 0) AS DOUBLE) AS control_squares
FROM response_work.person_cuts c
JOIN response_work.buyers b ON b.campaign_id = c.campaign_id AND b.person = c.person
GROUP BY c.campaign_id, c.cut, c.value, b.currency
