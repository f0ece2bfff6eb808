-- pieces: every mailed or held-out piece. Reads pieces.
CREATE TABLE {{.makes}} AS
SELECT piece_id, campaign_id, cell, segment, contact_id, coupon, key_code,
  held_out, returned, NOT held_out AND NOT returned AS delivered
FROM response_work.pieces
ORDER BY campaign_id, piece_row
