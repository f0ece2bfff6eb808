-- pairs: pairs for review with both rows side by side, the likeliest first
-- reads the published contact_pairs and contact_sources
WITH numbered AS (
    SELECT source, source_key, {{.fields}},
        ROW_NUMBER() OVER (PARTITION BY source, source_key ORDER BY {{.fields}}) AS place
    FROM read_parquet({{.sources}})
    WHERE source_key IS NOT NULL
),
rows AS (
    SELECT source, source_key, {{.fields}}
    FROM numbered
    WHERE place = 1
)
SELECT p.source_a, p.key_a, p.source_b, p.key_b, p.probability, {{.weights}}, {{.sides}}
FROM read_parquet({{.pairs}}) AS p
JOIN rows AS a ON a.source = p.source_a AND a.source_key = p.key_a
JOIN rows AS b ON b.source = p.source_b AND b.source_key = p.key_b
ORDER BY p.probability DESC, p.source_a, p.key_a, p.source_b, p.key_b
