-- makes: entries, one row per row of a list, empty
CREATE TABLE {{.entries}} (
    number BIGINT, entry BIGINT, list VARCHAR, effect VARCHAR, channel VARCHAR, since DATE,
    ref_source VARCHAR, ref_key VARCHAR, email VARCHAR, phone VARCHAR, sha256_email VARCHAR, sha256_phone VARCHAR,
    address_key VARCHAR, given_name VARCHAR, family_name VARCHAR, given_name_2 VARCHAR, family_name_2 VARCHAR, company VARCHAR
)
