-- unlawful: pieces mailed to people who had objected before the drop.
-- Reads pieces, campaigns, objections. E-mail campaigns look at objections to
-- e-mail, the others at those to post; an objection without a date counts.
CREATE TABLE response_work.unlawful AS
SELECT DISTINCT p.piece_row
FROM response_work.pieces p
JOIN response_work.campaigns w ON w.campaign_id = p.campaign_id
JOIN response_work.objections o ON o.contact_id = p.contact_id
WHERE NOT p.held_out
  AND (o.since IS NULL OR o.since < w.drop_date)
  AND o.channel IN ('all', CASE WHEN LOWER(w.channel) IN ('email', 'e-mail') THEN 'email' ELSE 'mail' END)
