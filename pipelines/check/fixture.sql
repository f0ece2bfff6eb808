CREATE TABLE people AS
SELECT id, name, kind, city, postcode, country, email, phone, joined, CAST(born AS DATE) AS born, CAST(seen AS DATE) AS seen, home, CAST(part AS DOUBLE) AS part
FROM (VALUES
    ('P1', 'a', 'person', 'Łódź', '90-001', 'PL', 'a@example.com', '+48600100200', '01.02.2020', '1970-01-01', '2026-03-30', 'H1', 0.5),
    ('P2', 'b', 'person', 'Łódź', '90001', 'PL', 'b@example', '600100200', '30.02.2020', '1980-01-01', '2026-03-01', 'H1', 0.5),
    ('P3', 'c', 'firm', 'Gdynia', '81-001', 'PL', NULL, NULL, '2020-02-01', NULL, NULL, 'H2', 1.0),
    ('P4', NULL, 'firm', NULL, NULL, NULL, ' ', ' ', NULL, '1850-01-01', NULL, 'H3', 0.3),
    ('P5', 'd', 'company', 'Atlantyda', '00-001', 'PL', 'd@example.com', '+48600100300', '05.03.2021', '1990-01-01', '2026-03-29', 'H3', 0.6),
    ('P6', 'ee', 'person', 'Gdynia', '81-002', 'US', 'e..e@example.com', '+48600100400', '06.03.2021', '1991-01-01', '2026-04-02', 'H4', NULL)
) AS v(id, name, kind, city, postcode, country, email, phone, joined, born, seen, home, part);
CREATE TABLE cities AS SELECT city FROM (VALUES ('Łódź'), ('Gdynia'), ('Gdynia'), (NULL)) AS v(city);
CREATE TABLE contacts AS SELECT contact_id, postal_status FROM (VALUES ('P1', 'ok'), ('P2', 'undeliverable'), ('P3', 'ok'), ('P4', 'missing'), ('P5', 'ok'), ('P6', 'held')) AS v(contact_id, postal_status);
CREATE TABLE suppressions AS SELECT contact_id, channel FROM (VALUES ('P1', 'email'), ('P5', 'mail')) AS v(contact_id, channel);
CREATE TABLE totals AS SELECT home, CAST(part AS DOUBLE) AS part FROM (VALUES ('H1', 1.0), ('H2', 1.0), ('H3', 0.8), ('H5', 2.0)) AS v(home, part)
