CREATE TABLE people AS
SELECT region, CAST(since AS DATE) AS since
FROM (VALUES ('mazowieckie', '2025-01-01'), ('mazowieckie', '2026-02-01'), ('śląskie', '2024-05-05'), (NULL, '2024-05-05'), ('śląskie', '2026-12-31')) AS v(region, since)
