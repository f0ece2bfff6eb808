CREATE TABLE contacts_found AS
SELECT contact_id, 'h' || contact_id AS household_id, given_name, family_name, email, CASE WHEN email IS NULL THEN 'missing' ELSE 'ok' END AS email_status,
    street, house_number, CAST(NULL AS VARCHAR) AS unit, city, postcode, country,
    street || ' ' || house_number || ', ' || postcode || ' ' || city AS address_line, LOWER(country || ' ' || postcode || ' ' || street || ' ' || house_number) AS address_key,
    CAST(told AS DATE) AS address_valid_from, CASE WHEN street IS NULL THEN NULL ELSE 'told' END AS address_origin, 'crm' AS address_source, 'K' || contact_id AS address_source_key,
    family_name AS address_family_name
FROM (VALUES
    ('c01', 'Halina', 'Bródka', 'halina@example.org', 'Lipowa', '1', 'Radom', '26-600', 'PL', '2024-03-10'),
    ('c02', 'Teodor', 'Wilga', 'teodor@example.org', 'Polna', '7', 'Kielce', '25-001', 'PL', '2024-05-02'),
    ('c03', 'Ida', 'Norman', NULL, 'Birch Rd', '12', 'Salem', '97301', 'US', '2023-01-15'),
    ('c04', 'Max', 'Norman', NULL, 'Birch Rd', '12', 'Salem', '97301', 'US', '2023-02-20'),
    ('c05', 'Zenon', 'Kruk', NULL, 'Nowa', '3', 'Lublin', '20-001', 'PL', '2022-08-01'),
    ('c06', 'Irena', 'Szpak', 'irena@example.org', 'Leśna', '2', 'Opole', '45-001', 'PL', '2021-04-04'),
    ('c07', 'Roch', 'Dereń', 'roch@example.org', 'Długa', '9', 'Gdynia', '81-001', 'PL', '2024-01-01'),
    ('c08', 'Olga', 'Jawor', 'olga@example.org', 'Krótka', '5', 'Toruń', '87-100', 'PL', '2024-02-02'),
    ('c09', 'Emil', 'Grab', 'emil@example.org', NULL, NULL, NULL, NULL, 'PL', NULL),
    ('c10', 'Lena', 'Buk', 'lena@example.org', 'Cicha', '8', 'Sopot', '81-701', 'PL', '2024-06-06'),
    ('c11', 'Adam', 'Topola', NULL, 'Szkolna', '4', 'Elbląg', '82-300', 'PL', '2023-03-03'),
    ('c12', 'Eve', 'Stone', NULL, 'Ash Ct', '77', 'Boise', '83702', 'US', '2025-04-10')
) AS v(contact_id, given_name, family_name, email, street, house_number, city, postcode, country, told);
CREATE TABLE contact_sources AS
SELECT 'crm' AS source, 'K' || contact_id AS source_key, contact_id, given_name, family_name, email, email AS email_key, CAST(NULL AS VARCHAR) AS phone, address_key
FROM contacts_found;
CREATE TABLE mailed_pieces AS
SELECT piece_id, campaign_id, tracking_no, 'crm' AS ref_source, 'K' || v.contact_id AS ref_key, v.email,
    CASE WHEN v.email IS NULL THEN COALESCE(printed, c.address_key) END AS address_key
FROM (VALUES
    ('A000000016', 'spring', NULL, 'c01', NULL, NULL), ('A000000024', 'spring', NULL, 'c02', NULL, NULL), ('A000000032', 'spring', NULL, 'c03', NULL, NULL),
    ('A000000040', 'spring', NULL, 'c05', NULL, NULL), ('A000000057', 'autumn', NULL, 'c05', NULL, NULL), ('A000000065', 'spring', 'RR065', 'c06', NULL, NULL),
    ('A000000073', 'spring', 'RR073', 'c07', NULL, NULL), ('A000000081', 'spring', NULL, 'c08', NULL, NULL), ('A000000099', 'news', NULL, 'c09', 'emil@example.org', NULL),
    ('A000000107', 'news', NULL, 'c10', 'lena@example.org', NULL), ('A000000115', 'spring', NULL, 'c11', NULL, NULL), ('A000000123', 'autumn', NULL, 'c02', NULL, 'pl 25-001 nowowiejska 30'),
    ('A000000131', 'spring', 'RR131', 'c10', NULL, NULL)
) AS v(piece_id, campaign_id, tracking_no, contact_id, email, printed)
JOIN contacts_found AS c ON c.contact_id = v.contact_id;
CREATE TABLE orders AS
SELECT 'W1' AS order_id, DATE '2025-06-20' AS ordered_on, 'olga@example.org' AS email, 'Olga' AS given_name, 'Jawor' AS family_name,
    'pl 87-100 krótka 5' AS address_key, CAST(80.00 AS DECIMAL(18,2)) AS amount
UNION ALL SELECT 'W2', DATE '2025-06-25', 'halina@example.org', 'Halina', 'Bródka', 'pl 26-600 lipowa 1', CAST(50.00 AS DECIMAL(18,2));
CREATE TABLE cancellations AS
SELECT 'W2' AS order_id, 'return' AS kind, CAST(50.00 AS DECIMAL(18,2)) AS amount, DATE '2025-07-01' AS changed_on;
CREATE TABLE stickers AS
SELECT 'stickers' AS source, 'returns/stickers.csv' AS source_file, CAST(n AS BIGINT) AS source_row, piece_id, CAST(returned_on AS DATE) AS returned_on, "text",
    new_street, new_house_number, new_city, new_postcode, CASE WHEN new_street IS NOT NULL THEN 'PL' END AS new_country,
    new_street || ' ' || new_house_number || ', ' || new_postcode || ' ' || new_city AS new_address_line,
    LOWER('pl ' || new_postcode || ' ' || new_street || ' ' || new_house_number) AS new_address_key, CASE WHEN new_street IS NOT NULL THEN TRUE END AS new_address_complete
FROM (VALUES
    (1, 'A000000016', '2025-06-01', 'wyprowadzila sie', NULL, NULL, NULL, NULL),
    (2, 'A 000000016', '2025-06-01', 'wyprowadzila sie', NULL, NULL, NULL, NULL),
    (3, 'A000000024', '2025-06-02', 'zwrot, nowy adres', 'Nowowiejska', '30', 'Kielce', '25-001'),
    (4, 'A000000040', '2025-06-03', 'nie podjęto w terminie', NULL, NULL, NULL, NULL),
    (5, 'A000000057', '2025-11-03', 'nie podjeto', NULL, NULL, NULL, NULL),
    (6, 'A000000081', '2025-06-05', 'adresat nieznany', NULL, NULL, NULL, NULL),
    (7, 'A000000115', '2025-06-06', 'niepełny adres', NULL, NULL, NULL, NULL),
    (8, 'A000000117', '2025-06-06', 'zmarł', NULL, NULL, NULL, NULL),
    (9, 'A000000164', '2025-06-06', 'zmarł', NULL, NULL, NULL, NULL),
    (10, 'A000000123', '2025-11-05', 'pieczątka nieczytelna', NULL, NULL, NULL, NULL)
) AS v(n, piece_id, returned_on, "text", new_street, new_house_number, new_city, new_postcode);
CREATE TABLE acs AS
SELECT 'acs' AS source, 'returns/acs.dat' AS source_file, CAST(1 AS BIGINT) AS source_row, '#A000000032#' AS piece_id, CAST(NULL AS VARCHAR) AS code, '2025-05' AS move_month, 'F' AS move_type,
    'Cedar Ln' AS new_street, '4' AS new_house_number, 'Bend' AS new_city, '97701' AS new_postcode, 'US' AS new_country,
    'Cedar Ln 4, 97701 Bend' AS new_address_line, 'us 97701 cedar ln 4' AS new_address_key, TRUE AS new_address_complete;
CREATE TABLE epo AS
SELECT 'epo' AS source, 'returns/epo.xml' AS source_file, CAST(n AS BIGINT) AS source_row, tracking_no, event, code, CAST(returned_on AS DATE) AS returned_on
FROM (VALUES (1, 'RR065', 'ZWROT', 'ADRESAT_ZMARL', '2025-06-10'), (2, 'RR073', 'ZWROT', 'ODMOWA', '2025-06-11'), (3, 'RR131', 'DORECZONA', NULL, '2025-06-09')
) AS v(n, tracking_no, event, code, returned_on);
CREATE TABLE ncoa AS
SELECT 'ncoa' AS source, 'returns/ncoa.csv' AS source_file, CAST(n AS BIGINT) AS source_row, 'crm' AS ref_source, ref_key, code, DATE '2025-09-01' AS returned_on, move_month, 'Individual' AS move_type,
    new_line AS new_address_line, LOWER(new_line) AS new_address_key, CASE WHEN new_line IS NOT NULL THEN TRUE END AS new_address_complete
FROM (VALUES (1, 'Kc12', 'A', '2025-04', 'Elm St 1, 83702 Boise'), (2, 'Kc03', '06', NULL, NULL)) AS v(n, ref_key, code, move_month, new_line);
CREATE TABLE bounces AS
SELECT 'bounces' AS source, 'returns/bounces.csv' AS source_file, CAST(n AS BIGINT) AS source_row, piece_id, event, status, DATE '2025-06-12' AS returned_on
FROM (VALUES (1, 'A000000099', 'bounce', '5.1.1'), (2, 'A000000107', 'complaint', NULL), (3, 'A000000107', 'bounce', '4.4.1')) AS v(n, piece_id, event, status);
