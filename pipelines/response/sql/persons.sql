-- persons: each campaign's people. Reads pieces.
-- tested: at least one mailed row; held_out: control rows only; piece_row: the
-- first piece that makes the person eligible, NULL when none does.
CREATE TABLE response_work.persons AS
SELECT campaign_id, person,
  BOOL_OR(NOT held_out) AS tested, BOOL_AND(held_out) AS held_out,
  MIN(CASE WHEN NOT held_out AND (NOT returned OR {{.returned_count}}) THEN piece_row END) AS piece_row
FROM response_work.pieces
GROUP BY campaign_id, person
