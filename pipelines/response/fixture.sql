CREATE TABLE declared_campaigns AS SELECT * FROM (VALUES
  ('SPRING', 'Spring postcard', 'postcard', DATE '2025-03-03', DATE '2025-03-06', 30, 2.10, 1.50, 0.40, 'PLN', 'unique', NULL, 'SP1 SP2'),
  ('SUMMER', 'Summer e-mail', 'email', DATE '2025-03-20', DATE '2025-03-20', 20, 0.05, 0.00, 0.30, 'PLN', 'shared', 'SUN-25', 'SU1')
) AS v(campaign_id, name, channel, drop_date, in_home_date, window_days, cost_per_piece, return_fee, margin, currency, coupon_rule, coupon_code, key_codes);
CREATE TABLE mail_files AS SELECT * FROM (VALUES
  (1, 'P1', 'SPRING', 'test', 'A', 'crm', '1', 'SP-AAAAA1', 'SP1'),
  (2, 'P2', 'SPRING', 'test', 'A', 'crm', '2', 'SP-AAAAA2', 'SP1'),
  (3, 'P3', 'SPRING', 'test', 'B', 'crm', '3', 'SP-AAAAA3', 'SP2'),
  (4, 'P4', 'SPRING', 'test', 'B', 'crm', '4', 'SP-AAAAA4', 'SP2'),
  (5, NULL, 'SPRING', 'control', 'A', 'crm', '5', NULL, NULL),
  (6, NULL, 'SPRING', 'control', 'B', 'crm', '6', NULL, NULL),
  (7, 'E1', 'SUMMER', 'test', 'A', 'crm', '1', 'SUN-25', 'SU1'),
  (8, 'E2', 'SUMMER', 'test', 'A', 'crm', '5', 'SUN-25', 'SU1'),
  (9, 'E3', 'SUMMER', 'test', 'B', 'crm', '99', 'SUN-25', 'SU1')
) AS v(source_row, piece_id, campaign_id, cell, segment, ref_source, ref_key, coupon, key_code);
CREATE TABLE web_orders AS SELECT *, CAST(ordered_at AS DATE) AS ordered_on, 'online' AS channel FROM (VALUES
  (1, 'W1', TIMESTAMP '2025-03-07 10:00:00', 'crm', '1', 'sp aaaaa1', 100.00, 'PLN'),
  (2, 'W2', TIMESTAMP '2025-03-08 10:00:00', 'crm', '7', 'SP-AAAAA2', 50.50, 'PLN'),
  (3, 'W3', TIMESTAMP '2025-03-09 10:00:00', 'crm', '2', 'SP-AAAAA2', 20.00, 'PLN'),
  (4, 'W4', TIMESTAMP '2025-03-21 10:00:00', 'crm', '7', 'SUN25', 70.00, 'PLN'),
  (5, 'W5', TIMESTAMP '2025-03-22 10:00:00', 'crm', '1', NULL, 30.00, 'PLN'),
  (6, 'W6', TIMESTAMP '2025-03-23 10:00:00', 'crm', '4', 'SP-AAAAA9', 40.00, 'PLN'),
  (7, 'W7', TIMESTAMP '2025-03-24 10:00:00', 'crm', '6', 'SP-AAAAA3', 60.00, 'USD'),
  (7, 'W8', TIMESTAMP '2025-03-24 11:00:00', 'crm', '6', NULL, 10.00, 'PLN'),
  (8, 'W9', TIMESTAMP '2025-03-25 11:00:00', 'crm', '3', NULL, 15.00, 'PLN'),
  (9, 'W10', TIMESTAMP '2025-03-26 12:00:00', 'crm', '5', 'Sun-25', 33.33, 'PLN'),
  (10, 'W11', TIMESTAMP '2025-03-26 12:30:00', 'crm', '8', 'SP-BAAAA4', 9.99, 'PLN'),
  (8, 'W9', TIMESTAMP '2025-03-25 11:00:00', 'crm', '3', NULL, 15.00, 'PLN')
) AS v(source_row, order_id, ordered_at, ref_source, ref_key, coupon, amount, currency);
CREATE TABLE phone_orders AS SELECT *, CAST(ordered_on AS TIMESTAMP) AS ordered_at, 'phone' AS channel FROM (VALUES
  (1, 'T1', DATE '2025-03-10', 'R1', 'crm', '3', NULL, 'sp2', 80.00, 'PLN', NULL),
  (2, 'T2', DATE '2025-03-10', 'R1', 'crm', '5', NULL, 'SP1', 25.00, 'PLN', NULL),
  (3, 'T3', DATE '2025-03-11', 'R2', 'crm', '1', NULL, 'ORG', 100.00, 'PLN', 'W1'),
  (4, 'T4', DATE '2025-06-11', 'R2', 'crm', '2', 'SP-AAAAA3', 'XX9', 12.34, 'PLN', NULL),
  (6, 'T6', DATE '2025-03-13', 'R1', 'crm', '4', NULL, 'SP2', 45.00, 'PLN', NULL),
  (5, 'T5', DATE '2025-03-12', 'R2', 'crm', '2', NULL, NULL, 90.00, 'PLN', NULL)
) AS v(source_row, order_id, ordered_on, rep, ref_source, ref_key, coupon, key_code, amount, currency, same_as);
CREATE TABLE order_changes AS SELECT * FROM (VALUES
  ('T5', 'cancel', 0.00, 'PLN', DATE '2025-03-13'), ('W5', 'return', 10.00, 'PLN', DATE '2025-03-28'), ('W9', 'return', 15.00, 'PLN', DATE '2025-03-29')
) AS v(order_id, kind, amount, currency, changed_on);
CREATE TABLE contacts_found AS SELECT 'K' || i AS contact_id, 'H' || CASE WHEN i = 7 THEN 2 ELSE i END AS household_id FROM range(1, 9) AS r(i);
CREATE TABLE contact_sources AS SELECT 'crm' AS source, CAST(i AS VARCHAR) AS source_key, 'K' || i AS contact_id, 'p' || i || '@example.com' AS email FROM range(1, 9) AS r(i);
CREATE TABLE corrections AS SELECT * FROM (VALUES ('P3', TRUE), ('P1', FALSE)) AS v(piece_id, came_back);
CREATE TABLE do_not_mail AS SELECT * FROM (VALUES ('K4', 'mail', DATE '2025-01-01'), ('K1', 'email', DATE '2025-03-20')) AS v(contact_id, channel, since);
CREATE TABLE robinson_hashed AS SELECT SHA256('p5@example.com') AS sha256_email, 'email' AS channel, DATE '2024-12-31' AS since
