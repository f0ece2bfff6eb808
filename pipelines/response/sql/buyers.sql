-- buyers: counted orders of a campaign's people in its window, whatever they
-- were credited to. Reads persons, orders, campaigns.
CREATE TABLE response_work.buyers AS
SELECT p.campaign_id, p.person, o.currency, COUNT(*) AS orders, CAST(SUM(o.net) AS BIGINT) AS net
FROM response_work.persons p
JOIN response_work.orders o ON o.contact_id = p.person AND o.status = 'counted'
JOIN response_work.campaigns w ON w.campaign_id = p.campaign_id
WHERE o.ordered_on >= w.opens AND o.ordered_on < w.closes
GROUP BY p.campaign_id, p.person, o.currency
