-- reads: messages, pieces; makes: addressed, every message with the piece it names and what leads to its contact
CREATE TABLE {{.addressed}} AS
SELECT m.* EXCLUDE (ref_source, ref_key, given_name, family_name, company, phone),
    COALESCE(p.piece_id, t.piece_id, m.earlier_piece) AS piece_id,
    COALESCE(p.campaign_id, t.campaign_id, m.earlier_campaign) AS campaign_id,
    COALESCE(p.ref_source, t.ref_source, m.ref_source, m.earlier_ref_source) AS ref_source,
    COALESCE(p.ref_key, t.ref_key, m.ref_key, m.earlier_ref_key) AS ref_key,
    COALESCE(p.email, t.email, m.row_email, m.earlier_email) AS email,
    COALESCE(p.address_key, t.address_key, m.row_address_key) AS address_key,
    COALESCE(p.given_name, t.given_name, m.given_name) AS given_name,
    COALESCE(p.family_name, t.family_name, m.family_name) AS family_name,
    COALESCE(p.company, t.company, m.company) AS company,
    COALESCE(p.phone, t.phone, m.phone) AS phone,
    m.piece_ref IS NOT NULL OR m.tracking_no IS NOT NULL AS names_piece
FROM {{.messages}} AS m
LEFT JOIN {{.pieces}} AS p ON p.by_reference = 1 AND p.piece_ref = m.piece_ref
LEFT JOIN {{.pieces}} AS t ON t.by_reference = 0 AND m.piece_ref IS NULL AND t.tracking_no = m.tracking_no
