CREATE TABLE declared_uses AS SELECT * FROM (VALUES
  ('call back', 'phone; surname; consent', 'favourite colour'),
  ('newsletter', 'e-mail;reach', 'first name')
) AS v("use", required_fields, optional_fields);
CREATE TABLE people AS SELECT * FROM (VALUES
  ('crm', 1, 'K1', 'R1', 'Nowak', 'Anna', 'f', 'Polna', '5', '00-950', 'Warszawa', 'anna@example.com', 'ok', '+48601000001', 'ok', NULL, '{"Nazwisko":"Nowak","E-mail":"anna@example.com","Uwagi":"alergia na orzechy","Tel":{"nr":"601000001"}}'),
  ('crm', 2, 'K2', 'R1', 'Kowal', 'Jan', NULL, 'Leśna', NULL, '30-001', 'Kraków', NULL, 'placeholder', '+48601000002', 'ok', 'birth_date:placeholder', '{"Nazwisko":"Kowal","E-mail":"brak@brak.pl","Uwagi":"","Tel":{"nr":"601000002"}}'),
  ('crm', 3, 'K3', 'R2', 'Wilk', NULL, NULL, NULL, '12', '62-100', 'Golnice', NULL, 'invalid', NULL, 'placeholder', NULL, '{"Nazwisko":"Wilk","E-mail":"jan@","Uwagi":"VIP","Tel":{"nr":"000-000-000"}}'),
  ('web', 1, 'K3', NULL, 'Wilk', 'Ewa', 'f', 'Polna', '12', '62-100', 'Golnice', 'ewa@example.com', 'ok', NULL, 'missing', NULL, '{"lastName":"Wilk","consents":[{"wording":"v1"},{"wording":"v2"}]}'),
  ('web', 2, 'K4', NULL, 'Lis', 'Ola', 'f', NULL, NULL, NULL, NULL, NULL, 'missing', NULL, 'missing', NULL, '{"lastName":"Lis","consents":[{"wording":null}]}')
) AS v(source, source_row, contact_id, rep, family_name, given_name, gender, street, house_number, postcode, city, email, email_status, phone, phone_status, cleanse_codes, raw)
