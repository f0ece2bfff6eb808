-- reads: contacts; makes: those in whose name, address or e-mail every word stands, accents and case aside
SELECT contact_id
FROM read_parquet({{.file}})
WHERE list_aggregate(list_transform(string_split({{.text}}, ' '),
    w -> contains(
        translate(strip_accents(lower(concat_ws(' ', {{.columns}}))), 'łøđı', 'lodi'),
        translate(strip_accents(lower(w)), 'łøđı', 'lodi'))), 'bool_and')
ORDER BY contact_id
LIMIT {{.limit}}
