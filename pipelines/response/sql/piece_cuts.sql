-- piece_cuts: every row of a mail file under every cut that describes the
-- piece or its contact; the whole campaign is the cut 'all'.
-- Reads pieces and contacts.
CREATE TABLE response_work.piece_cuts AS
SELECT p.piece_row, p.campaign_id, p.person, p.held_out, p.returned, c.cut, c.value
FROM response_work.pieces p
JOIN ({{.cuts}}) AS c ON c.piece_row = p.piece_row
