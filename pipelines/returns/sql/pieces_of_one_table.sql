-- reads: one table of pieces; makes: its pieces in the columns of all (a part of pieces)
SELECT UPPER(REGEXP_REPLACE(CAST(piece_id AS VARCHAR), '[#\s\x{00A0}]', '', 'g')) AS piece_ref,
    NULLIF(UPPER(REGEXP_REPLACE({{.tracking_no}}, '[#\s\x{00A0}]', '', 'g')), '') AS tracking_no,
    CAST(piece_id AS VARCHAR) AS piece_id, {{.campaign_id}} AS campaign_id, {{.address_key}} AS address_key, LOWER(TRIM({{.email}})) AS email,
    {{.ref_source}} AS ref_source, {{.ref_key}} AS ref_key,
    {{.given_name}} AS given_name, {{.family_name}} AS family_name, {{.company}} AS company, {{.phone}} AS phone
FROM {{.table}}
WHERE piece_id IS NOT NULL
