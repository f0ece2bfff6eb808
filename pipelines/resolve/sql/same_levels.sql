-- reads: same_names; fills: levels, those of equal names
INSERT INTO {{.levels}}
SELECT row_id, contact_id, {{.full}} FROM {{.same_names}}
