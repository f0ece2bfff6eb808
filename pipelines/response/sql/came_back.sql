-- came_back: pieces that came back. Reads the tables of the role returns.
CREATE TABLE response_work.came_back AS
SELECT DISTINCT piece_id
FROM ({{.rows}}) AS rows_read
WHERE came_back AND piece_id IS NOT NULL
