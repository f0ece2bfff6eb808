-- reads: the feedback tables; makes: feedback, every row of every feed with an id of its content; rows of equal content
-- are numbered by new address, file and row. The new address is no part of the id: when a clerk corrects it, or when
-- cleansing learns to read it better, it is the same message.
CREATE TABLE {{.feedback}} AS
WITH all_rows AS ({{.feeds}}),
content AS (
    SELECT *, SUBSTR(MD5(CONCAT_WS(CHR(31), carrier, COALESCE(piece_ref, ''), COALESCE(tracking_no, ''), COALESCE(ref_source, ''), COALESCE(ref_key, ''),
        COALESCE(row_email, ''), COALESCE(CAST(returned_on AS VARCHAR), ''), COALESCE(TRIM(code), ''), COALESCE(TRIM("text"), ''), COALESCE(TRIM(event), ''),
        COALESCE(TRIM(status), ''), COALESCE(move_month, ''), COALESCE(move_type, ''))), 1, 20) AS digest
    FROM all_rows
)
SELECT 'R' || digest || CASE WHEN ROW_NUMBER() OVER same > 1 THEN '-' || CAST(ROW_NUMBER() OVER same AS VARCHAR) ELSE '' END AS return_id,
    * EXCLUDE (digest)
FROM content
WINDOW same AS (PARTITION BY digest ORDER BY feed_no, new_address_line, new_address_key, source_file, source_row)
