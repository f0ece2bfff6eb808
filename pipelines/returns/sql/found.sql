-- reads: addressed, resolved, sources, contacts; makes: found, every message with its contact and its printed address.
-- The contact of an earlier night stands in where nothing leads to one any more; the printed address of a message
-- without a piece is that of the record it names.
CREATE TABLE {{.found}} AS
WITH records AS (
    SELECT source, source_key, MIN(address_key) AS address_key
    FROM (SELECT source, source_key, {{.source_address_key}} AS address_key FROM {{.sources}} WHERE source_key IS NOT NULL)
    GROUP BY source, source_key
)
SELECT a.*,
    CASE WHEN a.names_piece AND a.piece_id IS NULL THEN NULL ELSE COALESCE(r.contact_id, c.contact_id) END AS contact_id,
    CASE WHEN a.names_piece AND a.piece_id IS NULL THEN NULL WHEN r.contact_id IS NULL AND c.contact_id IS NOT NULL THEN 'earlier' ELSE r.resolved_by END AS resolved_by,
    COALESCE(a.address_key, a.earlier_printed, CASE WHEN NOT a.names_piece THEN s.address_key END) AS printed_address_key
FROM {{.addressed}} AS a
LEFT JOIN {{.resolved}} AS r ON r.return_id = a.return_id
LEFT JOIN records AS s ON s.source = a.ref_source AND s.source_key = a.ref_key
LEFT JOIN (SELECT DISTINCT contact_id FROM {{.contacts}}) AS c ON c.contact_id = a.earlier_contact
