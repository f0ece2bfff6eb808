-- reads: named, answers, keys; makes: asked, the name keys of every row still open, as written and with given name and
-- surname exchanged; an initial is no name here
CREATE TABLE {{.asked}} AS
WITH open_rows AS (
    SELECT n.row_id, k.given_key, k.family_key, k.exchanged_given_key, k.exchanged_family_key
    FROM {{.named}} AS n
    LEFT JOIN {{.answers}} AS a ON a.row_id = n.row_id
    JOIN {{.keys}} AS k ON k.given_name = n.given_name AND k.family_name = n.family_name
    WHERE n.by_reference IS NULL AND a.row_id IS NULL
)
SELECT row_id, given_key, family_key FROM open_rows WHERE LENGTH(given_key) > 1 AND LENGTH(family_key) > 1
UNION
SELECT row_id, exchanged_given_key, exchanged_family_key FROM open_rows WHERE LENGTH(exchanged_given_key) > 1 AND LENGTH(exchanged_family_key) > 1
