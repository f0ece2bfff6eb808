CREATE TABLE contacts_corrected AS
SELECT contact_id, 'person' AS kind, family_name, postal_status, mail_allowed, email_allowed, phone_allowed, deceased
FROM (VALUES
    ('C1', 'Kos', 'ok', TRUE, TRUE, TRUE, FALSE),
    ('C2', 'Kosowska', 'ok', TRUE, TRUE, TRUE, FALSE),
    ('C3', 'Wrona', 'undeliverable', TRUE, TRUE, TRUE, FALSE),
    ('C4', 'Sikora', 'ok', FALSE, TRUE, TRUE, FALSE),
    ('C5', 'Czapla', 'ok', TRUE, FALSE, TRUE, FALSE),
    ('C6', 'Dudek', 'ok', FALSE, FALSE, FALSE, TRUE),
    ('C7', 'Gawron', 'ok', TRUE, TRUE, TRUE, FALSE),
    ('C8', 'Bocian', 'ok', TRUE, TRUE, TRUE, FALSE),
    ('C9', 'Kos', 'ok', TRUE, TRUE, TRUE, FALSE)
) AS v(contact_id, family_name, postal_status, mail_allowed, email_allowed, phone_allowed, deceased);
CREATE TABLE contact_sources AS
SELECT source, source_key, contact_id, given_name, family_name, email, phone, address_key
FROM (VALUES
    ('crm', 'K1', 'C1', 'Jan', 'Kos', NULL, NULL, 'PL|lisia|1'),
    ('web', 'W1', 'C1', 'Jan', 'Kos', 'jan.kos@example.com', '+48600100200', NULL),
    ('crm', 'K2', 'C2', 'Anna', 'Kosowska', 'anna@example.com', NULL, 'PL|lisia|2'),
    ('old', 'O2', 'C2', 'Anna', 'Kosowska', 'a.dawna@example.com', NULL, 'PL|dawna|9'),
    ('crm', 'K3', 'C3', 'Piotr', 'Wrona', 'piotr@example.com', '+48600100300', 'PL|lisia|3'),
    ('crm', 'K4', 'C4', 'Ewa', 'Sikora', NULL, NULL, 'PL|lisia|4'),
    ('crm', 'K5', 'C5', 'Olga', 'Czapla', 'olga@example.com', NULL, 'PL|lisia|5'),
    ('crm', 'K6', 'C6', 'Adam', 'Dudek', NULL, NULL, 'PL|lisia|6'),
    ('crm', 'K7', 'C7', 'Maria', 'Gawron', 'maria@example.com', NULL, 'PL|lisia|7'),
    ('web', 'W7', 'C7', 'Maria', 'Gawron', 'maria@example.com', NULL, NULL),
    ('crm', 'K8', 'C8', 'Zofia', 'Bocian', 'zofia@example.com', NULL, 'PL|lisia|8'),
    ('crm', 'K9', 'C9', 'Maria', 'Kos', NULL, NULL, 'PL|lisia|1')
) AS v(source, source_key, contact_id, given_name, family_name, email, phone, address_key);
CREATE TABLE contact_consents AS
SELECT contact_id, channel, state, 'consent' AS basis, source, CAST(since AS DATE) AS since
FROM (VALUES ('C8', 'email', 'granted', 'crm', '2024-01-01'), ('C8', 'email', 'withdrawn', 'web', '2025-01-01'), ('C5', 'mail', 'granted', 'crm', '2025-01-01'), ('C3', 'email', 'pending', 'web', '2026-01-01'))
    AS v(contact_id, channel, state, source, since);
CREATE TABLE do_not_mail AS
SELECT given_name, family_name, address_key, kanal, CAST(since AS DATE) AS since
FROM (VALUES ('Kos', 'Jan', 'PL|lisia|1', 'poczta', '2025-02-01'), ('A.', 'Kosowska', 'PL|dawna|9', 'wszystkie', '2025-03-01'), ('Jan', 'Nikt', 'PL|lisia|3', 'poczta', '2025-03-01'), ('Zofia', 'Bocian', 'PL|lisia|8', 'fax', '2025-04-01'))
    AS v(given_name, family_name, address_key, kanal, since);
CREATE TABLE robinson AS
SELECT sha256_email, sha256_email AS sha256_phone, kind, CAST(NULL AS DATE) AS since
FROM (VALUES (SHA256('a.dawna@example.com'), 'email'), (SHA256('+48600100300'), 'phone'), (SHA256('nobody@example.com'), 'email')) AS v(sha256_email, kind);
CREATE TABLE callers AS
SELECT '+48600100200' AS phone, CAST(NULL AS VARCHAR) AS email;
CREATE TABLE erasure_requests AS
SELECT ref_source, ref_key, CAST('2026-03-01' AS DATE) AS since
FROM (VALUES ('crm', 'K7'), ('web', 'W404')) AS v(ref_source, ref_key)
