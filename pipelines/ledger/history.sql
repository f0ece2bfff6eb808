-- reads: the check history of a snapshot; nights is how many of them are kept
SELECT night, check_name, rule, value
FROM (
    SELECT night, check_name, rule, value, DENSE_RANK() OVER (PARTITION BY check_name, rule ORDER BY night DESC) AS age
    FROM read_parquet({{.file}})
    WHERE night < {{.as_of}}
)
WHERE age <= {{.nights}}
ORDER BY check_name, rule, night
