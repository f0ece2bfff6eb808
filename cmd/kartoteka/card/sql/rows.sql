-- reads: one published file; makes: the rows that name one value, as text
SELECT {{.columns}}
FROM read_parquet({{.file}})
WHERE CAST({{.column}} AS VARCHAR) = {{.value}}
