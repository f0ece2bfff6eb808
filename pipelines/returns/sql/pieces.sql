-- reads: the tables of pieces, messages; makes: pieces, those that a message names, one row per reference
CREATE TABLE {{.pieces}} AS
WITH all_pieces AS ({{.tables}}),
named AS (
    SELECT p.*, 1 AS by_reference FROM all_pieces AS p
    WHERE p.piece_ref IN (SELECT piece_ref FROM {{.messages}} WHERE piece_ref IS NOT NULL)
    UNION ALL
    SELECT p.*, 0 AS by_reference FROM all_pieces AS p
    WHERE p.tracking_no IN (SELECT tracking_no FROM {{.messages}} WHERE piece_ref IS NULL AND tracking_no IS NOT NULL)
)
SELECT * EXCLUDE (place)
FROM (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY by_reference, CASE WHEN by_reference = 1 THEN piece_ref ELSE tracking_no END
        ORDER BY campaign_id, piece_id, ref_source, ref_key, address_key) AS place
    FROM named
)
WHERE place = 1
