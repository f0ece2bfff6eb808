-- contact_sources: every source row with its contact
-- reads {{.from}}, {{.row_map}}; makes {{.sources}}
CREATE TABLE {{.sources}} AS
SELECT t.*, m.contact_id, m.household_id, m.match_probability, m.matched_by
FROM {{.from}} AS t
JOIN {{.row_map}} AS m ON m.rid = t.rowid
