-- reads: contacts; makes: those in whose name, address or e-mail some word begins with each word asked for, accents and case aside
SELECT {{.columns}}
FROM read_parquet({{.file}})
WHERE list_aggregate(list_transform(
    string_split(trim(translate(strip_accents(lower({{.text}})), 'łøđı-,/.@+', 'lodi      ')), ' '),
    w -> contains(' ' || translate(strip_accents(lower(concat_ws(' ', {{.searched}}))), 'łøđı-,/.@+', 'lodi      '), ' ' || w)), 'bool_and')
ORDER BY contact_id
LIMIT {{.limit}}
