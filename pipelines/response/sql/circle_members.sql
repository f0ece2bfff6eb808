-- circle_members: the people mailed in each campaign. Reads pieces.
CREATE TABLE {{.makes}} AS
SELECT DISTINCT campaign_id AS circle, contact_id
FROM response_work.pieces
WHERE NOT held_out AND contact_id IS NOT NULL
