CREATE TABLE crm AS
SELECT 'crm' AS source, CAST(n AS VARCHAR) AS source_key, 'sources/crm.csv' AS source_file, CAST(n AS BIGINT) AS source_row, TRUE AS told_by_customer,
    DATE '2025-03-01' AS observed, family_name, given_name, gender, address, email, phone, CAST(birth_date AS DATE) AS birth_date, segment, '{"n": ' || n || '}' AS raw
FROM (VALUES
    (1, 'WOLAŃSKA', 'IWONA', 'K', 'ul. Lipowa 12 m. 7' || chr(10) || '61-001' || chr(10) || 'POZNAŃ', 'Iwona.Wolanska@WP.PL', '601 123 456', '1980-02-29', 'A'),
    (2, 'Artur', 'Wolański', 'M', 'Lipowa 12/7' || chr(10) || '61001' || chr(10) || 'Poznań', 'brak', '000-000-000', '1900-01-01', 'B'),
    (3, 'Kowalscy', 'Jan i Maria', NULL, 'brak' || chr(10) || '00-000' || chr(10) || '-', NULL, '(22) 621-45-67', NULL, NULL),
    (4, 'Wit-Bud Sp. z o.o.', NULL, NULL, 'al. Róż 3' || chr(10) || '00-556' || chr(10) || 'Warszawa', 'biuro@wit-bud.example', NULL, NULL, 'C'),
    (5, 'do ustalenia', 'Ewa', NULL, NULL, 'ewa@gmial.com', '601 123 45', '2090-01-01', NULL),
    (6, 'GĂłrski', 'Jan', 'K', 'Osowa 5' || chr(10) || '61-001' || chr(10) || 'Gdynia', 'jan@wp,pl', '+48 22 621 45 67 wew. 3', '1955-05-05', NULL)
) AS v(n, family_name, given_name, gender, address, email, phone, birth_date, segment);
CREATE TABLE webshop AS
SELECT 'webshop' AS source, CAST(n AS VARCHAR) AS source_key, 'sources/webshop.jsonl' AS source_file, CAST(n AS BIGINT) AS source_row, TRUE AS told_by_customer,
    name, street, postcode, city, region, country, email, phone, kind, CAST(spent AS DECIMAL(18,2)) AS spent, TIMESTAMP '2025-03-01 10:00:00' AS seen_at, '{"w": ' || n || '}' AS raw
FROM (VALUES
    (1, 'CARTER LINDA', '123 north main street apt 4', '2139', 'Cambridge', 'Massachusetts', 'US', 'l.carter+shop@gmail.com', '(617) 555-2142', 'b2c', 10.5),
    (2, 'Mr. Paul Carter Jr.', 'PO Box 12', '02139', 'Cambridge', 'MA', 'USA', 'paul@mailinator.com', '617-555-2143 x12', 'b2c', 0),
    (3, 'brak', NULL, NULL, NULL, NULL, NULL, 'test@test.pl', NULL, NULL, NULL),
    (4, 'Zych Ewa', 'Lipowa 12/7', '61-001', 'Poznań', NULL, NULL, 'ewa.zych@interia.pll', '601123456, 602123456', 'b2b', 7)
) AS v(n, name, street, postcode, city, region, country, email, phone, kind, spent)
