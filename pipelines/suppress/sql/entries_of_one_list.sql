-- reads: a list; makes: its rows in entries, with the keys by which the list is matched
INSERT INTO {{.entries}}
SELECT {{.number}}, ROW_NUMBER() OVER (), {{.name}}, {{.effect}}, {{.channel}}, {{.since}}, {{.keys}}
FROM {{.list}} AS l
