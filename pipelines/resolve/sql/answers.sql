-- makes: answers, per row found without a reference its contact (of several equal ones the smallest), how many are equal
-- and by what it was found; empty at first, filled pass by pass
CREATE TABLE {{.answers}} (row_id BIGINT, contact_id VARCHAR, equals BIGINT, resolved_by VARCHAR)
