-- cells_to_judge: the counts that rates and intervals need, in a fixed order.
-- Reads counts and campaigns.
SELECT n.campaign_id, n.cut, n.value, n.mailed, n.delivered, n.responders,
  n.test_persons, n.control_persons, n.test_buyers, n.control_buyers, w.control_share
FROM response_work.counts n
JOIN response_work.campaigns w ON w.campaign_id = n.campaign_id
ORDER BY n.campaign_id, n.cut, n.value
