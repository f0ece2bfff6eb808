-- What is known of the rows that break a rule: since last night, longer, accepted, fixed.

-- +goose Up
ALTER TABLE checks ADD COLUMN new_rows INTEGER NOT NULL DEFAULT 0;
ALTER TABLE checks ADD COLUMN known_rows INTEGER NOT NULL DEFAULT 0; -- accepted ones included
ALTER TABLE checks ADD COLUMN accepted_rows INTEGER NOT NULL DEFAULT 0;
ALTER TABLE checks ADD COLUMN fixed_rows INTEGER NOT NULL DEFAULT 0;

-- +goose Down
ALTER TABLE checks DROP COLUMN fixed_rows;
ALTER TABLE checks DROP COLUMN accepted_rows;
ALTER TABLE checks DROP COLUMN known_rows;
ALTER TABLE checks DROP COLUMN new_rows;
