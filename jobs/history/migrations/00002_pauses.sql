-- Jobs that somebody put on hold.

-- +goose Up
CREATE TABLE pauses (
    job    TEXT PRIMARY KEY,
    since  TEXT NOT NULL,
    until  TEXT,                         -- NULL: until somebody resumes it
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- +goose Down
DROP TABLE pauses;
