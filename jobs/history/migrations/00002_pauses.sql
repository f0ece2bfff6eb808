-- Jobs that somebody put on hold; what waits is found without reading every run.

-- +goose Up
CREATE TABLE pauses (
    job    TEXT PRIMARY KEY,
    since  TEXT NOT NULL,
    until  TEXT,                         -- NULL: until somebody resumes it
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX runs_by_status ON runs (status, job, scheduled);
CREATE INDEX runs_of_job ON runs (job, ordered, id);

-- +goose Down
DROP INDEX runs_of_job;
DROP INDEX runs_by_status;
DROP TABLE pauses;
