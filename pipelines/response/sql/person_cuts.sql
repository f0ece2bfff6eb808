-- person_cuts: tested and held-out people under every cut of their pieces.
-- Reads piece_cuts and persons. A person with any mailed row in the campaign
-- is tested, never held out.
CREATE TABLE response_work.person_cuts AS
SELECT DISTINCT c.campaign_id, c.cut, c.value, c.person, s.tested
FROM response_work.piece_cuts c
JOIN response_work.persons s ON s.campaign_id = c.campaign_id AND s.person = c.person
WHERE s.tested = NOT c.held_out
