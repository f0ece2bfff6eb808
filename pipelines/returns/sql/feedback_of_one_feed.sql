-- reads: one feedback table; makes: its rows in the columns of all feeds (a part of feedback)
SELECT CAST({{.feed}} AS INTEGER) AS feed_no, {{.table_name}} AS feed, {{.carrier}} AS carrier,
    {{.source}} AS source, {{.source_file}} AS source_file, CAST({{.source_row}} AS BIGINT) AS source_row,
    NULLIF(UPPER(REGEXP_REPLACE({{.piece_id}}, '[#\s\x{00A0}]', '', 'g')), '') AS piece_ref,
    NULLIF(UPPER(REGEXP_REPLACE({{.tracking_no}}, '[#\s\x{00A0}]', '', 'g')), '') AS tracking_no,
    {{.ref_source}} AS ref_source, {{.ref_key}} AS ref_key,
    {{.code}} AS code, {{.text}} AS "text", {{.event}} AS event, {{.status}} AS status,
    CAST({{.returned_on}} AS DATE) AS returned_on, {{.move_month}} AS move_month, {{.move_type}} AS move_type,
    {{.address_key}} AS row_address_key, LOWER(TRIM({{.email}})) AS row_email,
    {{.given_name}} AS given_name, {{.family_name}} AS family_name, {{.company}} AS company, {{.phone}} AS phone,
    {{.new_columns}}
FROM {{.table}}
