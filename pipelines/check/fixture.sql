CREATE TABLE people AS
SELECT id, name, kind, city, postcode, CAST(born AS DATE) AS born, CAST(seen AS DATE) AS seen
FROM (VALUES
    ('P1', 'a', 'person', 'Łódź', '90-001', '1970-01-01', '2026-03-30'),
    ('P2', 'b', 'person', 'Łódź', '90001', '1980-01-01', '2026-03-01'),
    ('P3', 'c', 'firm', 'Gdynia', '81-001', NULL, NULL),
    ('P4', NULL, 'firm', NULL, NULL, '1850-01-01', NULL),
    ('P5', 'd', 'company', 'Atlantyda', '00-001', '1990-01-01', '2026-03-29'),
    ('P6', 'e', 'person', 'Gdynia', '81-002', '1991-01-01', '2026-03-29')
) AS v(id, name, kind, city, postcode, born, seen);
CREATE TABLE cities AS SELECT city FROM (VALUES ('Łódź'), ('Gdynia'), (NULL)) AS v(city)
