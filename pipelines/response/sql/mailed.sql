-- mailed: pieces and people of every cell. Reads piece_cuts, unlawful.
-- Control rows only are counted as zero pieces.
CREATE TABLE response_work.mailed AS
SELECT c.campaign_id, c.cut, c.value,
  COUNT(CASE WHEN NOT c.held_out THEN 1 END) AS mailed,
  COUNT(DISTINCT CASE WHEN NOT c.held_out THEN c.person END) AS mailed_persons,
  COUNT(CASE WHEN c.returned THEN 1 END) AS returned,
  COUNT(u.piece_row) AS mailed_while_suppressed
FROM response_work.piece_cuts c
LEFT JOIN response_work.unlawful u ON u.piece_row = c.piece_row
GROUP BY c.campaign_id, c.cut, c.value
