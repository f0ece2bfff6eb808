-- households: size and usual address of each household
-- reads {{.contacts}}; makes {{.households}}
CREATE TABLE {{.households}} AS
SELECT h.household_id, h.size, a.address_key, a.address_line
FROM (
    SELECT household_id, CAST(count(*) AS INTEGER) AS size
    FROM {{.contacts}}
    WHERE household_id IS NOT NULL
    GROUP BY household_id
) AS h
LEFT JOIN (
    SELECT household_id, address_key, min(address_line) AS address_line,
        ROW_NUMBER() OVER (PARTITION BY household_id ORDER BY count(*) DESC, address_key) AS place
    FROM {{.contacts}}
    WHERE household_id IS NOT NULL AND address_key IS NOT NULL
    GROUP BY household_id, address_key
) AS a ON a.household_id = h.household_id AND a.place = 1
