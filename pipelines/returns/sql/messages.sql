-- reads: feedback, earlier; makes: messages, tonight's rows and those of earlier nights whose files are gone.
-- A row known from an earlier night keeps its batch, its place of first reading and its first decision.
CREATE TABLE {{.messages}} AS
WITH next_batch AS (SELECT COALESCE(MAX(batch), 0) + 1 AS batch FROM {{.earlier}})
SELECT f.return_id, COALESCE(e.batch, b.batch) AS batch, f.feed_no, f.feed, f.carrier,
    COALESCE(e.source, f.source) AS source, COALESCE(e.source_file, f.source_file) AS source_file, COALESCE(e.source_row, f.source_row) AS source_row,
    f.piece_ref, f.tracking_no, f.ref_source, f.ref_key, f.code, f."text", f.event, f.status,
    COALESCE(f.returned_on, e.received_on, {{.as_of}}) AS received_on, f.move_month, f.move_type,
    f.row_address_key, f.row_email, f.given_name, f.family_name, f.company, f.phone, {{.f_new_columns}},
    e.piece_id AS earlier_piece, e.campaign_id AS earlier_campaign, e.printed_address_key AS earlier_printed, e.email AS earlier_email,
    e.ref_source AS earlier_ref_source, e.ref_key AS earlier_ref_key, e.contact_id AS earlier_contact, e.reason AS earlier_reason, e.came_back AS earlier_came_back, e.first_decision, e.decided_on, FALSE AS carried
FROM {{.feedback}} AS f
CROSS JOIN next_batch AS b
LEFT JOIN {{.earlier}} AS e ON e.return_id = f.return_id
UNION ALL BY NAME
SELECT e.return_id, e.batch, COALESCE(n.feed_no, 1000000) AS feed_no, e.feed, e.carrier, e.source, e.source_file, e.source_row,
    e.piece_ref, e.tracking_no, CASE WHEN e.piece_id IS NULL THEN e.ref_source END AS ref_source, CASE WHEN e.piece_id IS NULL THEN e.ref_key END AS ref_key,
    e.code, e."text", e.event, e.status, e.received_on, e.move_month, e.move_type, {{.e_new_columns}},
    e.piece_id AS earlier_piece, e.campaign_id AS earlier_campaign, e.printed_address_key AS earlier_printed, e.email AS earlier_email,
    e.ref_source AS earlier_ref_source, e.ref_key AS earlier_ref_key, e.contact_id AS earlier_contact, e.reason AS earlier_reason, e.came_back AS earlier_came_back, e.first_decision, e.decided_on, TRUE AS carried
FROM {{.earlier}} AS e
LEFT JOIN (SELECT feed, MIN(feed_no) AS feed_no FROM {{.feedback}} GROUP BY feed) AS n ON n.feed = e.feed
WHERE e.return_id NOT IN (SELECT return_id FROM {{.feedback}})
