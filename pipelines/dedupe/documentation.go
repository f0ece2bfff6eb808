package dedupe

const documentation = `Makes one contact of all source rows of one person or firm.

Rows that agree on a field of ` + "`block`" + ` are compared; each comparison gives the probability that the two are one
person rather than strangers or two people of one household. From ` + "`threshold.match`" + ` they are joined, from
` + "`threshold.review`" + ` the pair is shown in contact_pairs. Rare values weigh more than usual ones, an empty value weighs
nothing, short forms of given names and the forms of a surname are equal. Two different given names are never joined
because they share a telephone, an e-mail or an address.

Of the rows of a contact, the rules of ` + "`survive`" + ` pick whose value stands. The name is one unit and the address is
one unit; the gaps of a name are filled from rows with a compatible name. With the rule complete only complete addresses
count. most_recent looks at the day on which the address was told, for other fields at the day on which the source last
touched the row. When all rules are even, the later key stands.

Of two spellings of one name the one with its accents stands. verified prefers values that needed no repair;
{source_priority: [crm, shop]} takes sources in that order; {sql: EXPRESSION} the row for which the expression over the
columns of the table is greatest. contact_fields tells whose value stands, by which rule, and how many rows say otherwise.

Further columns that tell people apart are named in ` + "`compare`" + `: an identity number, an occupation. Columns that number
rows must not be. Columns birth_date_as_written and phone_as_written, where the table has them, are compared where cleansing
could not take a value. Of a source in ` + "`unique_sources`" + ` no two rows are one person; with ` + "`link_only`" + ` rows of one source are not
compared at all.

The weights are learned from the table itself. ` + "`model.save`" + ` keeps them as JSON, ` + "`model.read`" + ` starts from such a file, ` + "`model.fixed`" + `
takes it as it is; a field with "fixed": true in the file keeps its weights.

Pairs that people decided stand in decisions/NAME.csv, which ` + "`kartoteka review`" + ` writes: same joins two rows whatever they look
like, different keeps them apart. ` + "`kartoteka explain`" + ` says why two rows are one contact.

People who share all fields of ` + "`household`" + ` live together. With family_name and address, a second surname belongs to the
household when it shares a telephone or an e-mail address, or when a woman and a man, at most 16 years apart as far as is
known, have one complete address at which nobody of a third surname lives. Others at the address are lodgers.

A contact keeps its id from night to night: the id goes to the largest part of the former contact. What was created,
merged, split or retired stands in contact_events.

With ` + "`nights: incremental`" + ` new and changed rows are compared with all others, and contacts of which every row says the same
as last night stay as they are unless a new row joins two of them. The weights are those of a full night. Rows are all
compared on the first night of a month, when more than a fifth of them changed, and when the columns did. It differs from
a full night in that changed weights, rules or thresholds do not touch contacts without a change, that two contacts are
not joined because a decision that kept them apart was taken back, and that contact_pairs has only the pairs of which a
row was compared tonight; ` + "`nights: full`" + ` links all anew.

**Reads** a cleansed table, and with ` + "`known`" + ` a table with source, source_key and entity: rows of one entity are one
contact, rows of two entities never are.

**Makes** the contacts, contact_sources, households, contact_events, contact_pairs, contact_consents, contact_fields and
contact_companies (contacts that name one firm, legal forms aside, and share its house, its telephone or its own e-mail domain). A
side table that nobody reads or publishes is not made.

**Does not** change an address by what the post office says (step returns) nor remove anybody (step suppress).
`

const example = `- dedupe: contacts_found
  from: people
  threshold: {match: 0.95, review: 0.80}
  survive:
    email: [valid_first, {source_priority: [crm, shop]}, most_recent]
  household: [family_name, address]
  known: mdm_ids
`

// fixture is a small firm: a couple with one telephone, a short form of a given
// name, names exchanged, a firm, a bought row, and two rows decided by hand.
const fixture = `CREATE TABLE people AS
SELECT CAST(source AS VARCHAR) AS source, CAST(source_key AS VARCHAR) AS source_key, CAST(source || '.csv' AS VARCHAR) AS source_file,
    CAST(source_row AS BIGINT) AS source_row, CAST(told AS BOOLEAN) AS told_by_customer, CAST(observed AS DATE) AS observed,
    CAST(address_told AS DATE) AS address_told, CAST(kind AS VARCHAR) AS kind, CAST(given AS VARCHAR) AS given_name,
    CAST(family AS VARCHAR) AS family_name, CAST(gender AS VARCHAR) AS gender, CAST(company AS VARCHAR) AS company,
    CAST(birth AS DATE) AS birth_date, CAST(email AS VARCHAR) AS email, CAST(phone AS VARCHAR) AS phone,
    CAST(street AS VARCHAR) AS street, CAST(house AS VARCHAR) AS house_number, CAST(postcode AS VARCHAR) AS postcode,
    CAST(city AS VARCHAR) AS city, CAST('PL' AS VARCHAR) AS country,
    CAST(street || ' ' || house || ', ' || postcode || ' ' || city AS VARCHAR) AS address_line,
    CAST('PL|' || postcode || '|' || lower(street) || '|' || house AS VARCHAR) AS address_key,
    house IS NOT NULL AND postcode IS NOT NULL AS address_complete, CAST(source_order AS INTEGER) AS source_order,
    CAST(consent AS VARCHAR) AS consent_email, CAST(consent_on AS DATE) AS consent_on
FROM (VALUES
    ('crm', 'K1', 1, true, '2024-02-01', '2020-05-01', 'person', 'Katarzyna', 'Wrzos', 'f', NULL, '1981-03-14', 'k.wrzos@poczta.example', '+48500600701', 'Długa', '5', '80-001', 'Gdańsk', 1, 'granted', '2024-02-01'),
    ('crm', 'K2', 2, true, '2023-02-01', NULL, 'person', 'Jan', 'Wrzos', 'm', NULL, '1979-11-02', NULL, '+48500600701', 'Długa', '5', '80-001', 'Gdańsk', 1, NULL, NULL),
    ('crm', 'K3', 3, true, '2022-06-01', NULL, 'company', NULL, NULL, NULL, 'Piekarnia Wrzos sp. z o.o.', NULL, 'biuro@piekarnia.example', '+48500600799', 'Rynek', '1', '80-001', 'Gdańsk', 1, NULL, NULL),
    ('crm', 'K4', 4, true, '2022-06-01', NULL, 'person', 'Tomasz', 'Jaskier', 'm', NULL, NULL, 'tj@poczta.example', NULL, NULL, NULL, '30-002', 'Kraków', 1, NULL, NULL),
    ('shop', 'W1', 1, true, '2025-01-10', '2025-01-10', 'person', 'Kasia', 'Wrzos', 'f', NULL, NULL, 'k.wrzos@poczta.example', NULL, 'Krótka', '9', '00-950', 'Warszawa', 2, 'withdrawn', '2025-01-10'),
    ('shop', 'W2', 2, true, '2025-03-01', '2025-03-01', 'person', 'Jaskier', 'Tomasz', 'm', NULL, '1990-07-07', 'tj@poczta.example', '+48500600702', 'Miodowa', '3', '30-002', 'Kraków', 2, NULL, NULL),
    ('shop', 'W3', 3, true, '2025-03-01', NULL, 'person', 'Maria', 'Sasanka', 'f', NULL, NULL, 'm1@poczta.example', NULL, NULL, NULL, NULL, NULL, 2, NULL, NULL),
    ('list', 'P1', 1, false, '2025-06-01', '2025-06-01', 'person', 'Tomasz', 'Jaskier', 'm', NULL, '1990-07-07', NULL, '+48500600702', 'Cicha', '8', '40-003', 'Katowice', 3, NULL, NULL),
    ('list', 'P2', 2, false, '2025-06-01', NULL, 'person', 'Marianna', 'Sasanek', 'f', NULL, NULL, 'm2@poczta.example', NULL, NULL, NULL, NULL, NULL, 3, NULL, NULL),
    ('list', NULL, 3, false, '2025-06-01', NULL, 'company', NULL, NULL, NULL, 'Piekarnia Wrzos', NULL, NULL, '+48500600799', 'Rynek', '1', '80-001', 'Gdańsk', 3, NULL, NULL)
) AS rows (source, source_key, source_row, told, observed, address_told, kind, given, family, gender, company, birth, email, phone, street, house, postcode, city, source_order, consent, consent_on);
CREATE TABLE mdm_ids AS
SELECT CAST(source AS VARCHAR) AS source, CAST(source_key AS VARCHAR) AS source_key, CAST(entity AS VARCHAR) AS entity
FROM (VALUES ('shop', 'W3', 'E1'), ('list', 'P2', 'E1')) AS rows (source, source_key, entity);
`
