-- unlawful: pieces mailed to people who had objected before the drop.
-- Reads pieces, campaigns and the tables of the role objections (contact_id,
-- channel, since). E-mail campaigns look at e-mail objections, others at mail.
CREATE TABLE response_work.unlawful AS
SELECT DISTINCT p.piece_row
FROM response_work.pieces p
JOIN response_work.campaigns w ON w.campaign_id = p.campaign_id
JOIN ({{.rows}}) AS o ON o.contact_id = p.contact_id
WHERE NOT p.held_out
  AND (o.since IS NULL OR o.since < w.drop_date)
  AND (o.channel IS NULL OR LOWER(o.channel) IN ('all', CASE WHEN LOWER(w.channel) IN ('email', 'e-mail') THEN 'email' ELSE 'mail' END))
