-- The run ledger: what ran, on which files, what became of every row.
-- Times are text in UTC with milliseconds, so that they sort and read well.

-- +goose Up
CREATE TABLE runs (
    id          TEXT PRIMARY KEY,
    job         TEXT NOT NULL,
    scheduled   TEXT,                    -- the instant that the schedule names; NULL: started by hand
    as_of       TEXT NOT NULL,           -- date
    status      TEXT NOT NULL,
    exit_code   INTEGER NOT NULL DEFAULT 0,
    reason      TEXT NOT NULL DEFAULT '',
    attempts    INTEGER NOT NULL DEFAULT 0,
    started     TEXT,
    finished    TEXT,
    snapshot_id TEXT NOT NULL DEFAULT '',
    ordered     TEXT NOT NULL            -- scheduled, else started: the order of a list
) STRICT, WITHOUT ROWID;
CREATE INDEX runs_in_order ON runs (ordered, id);
CREATE UNIQUE INDEX runs_once_per_occurrence ON runs (job, scheduled) WHERE scheduled IS NOT NULL;

CREATE TABLE steps (
    run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    place  INTEGER NOT NULL,             -- order in the run, from 1
    pipeline TEXT NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL,
    rows_in INTEGER NOT NULL, rows_added INTEGER NOT NULL, rows_out INTEGER NOT NULL,
    rows_rejected INTEGER NOT NULL, rows_merged INTEGER NOT NULL, rows_suppressed INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL, peak_bytes INTEGER NOT NULL,
    error TEXT NOT NULL,
    PRIMARY KEY (run_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
    run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    place  INTEGER NOT NULL,             -- order of the lines, from 1
    step TEXT NOT NULL, subject TEXT NOT NULL, kind TEXT NOT NULL, reason TEXT NOT NULL, rows INTEGER NOT NULL,
    PRIMARY KEY (run_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE checks (
    run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    place  INTEGER NOT NULL,
    name TEXT NOT NULL, table_name TEXT NOT NULL, rule TEXT NOT NULL, status TEXT NOT NULL,
    failing_rows INTEGER NOT NULL, rows INTEGER NOT NULL, measured TEXT NOT NULL,
    PRIMARY KEY (run_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE inputs (
    run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    place  INTEGER NOT NULL,
    source TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL,
    rows_read INTEGER NOT NULL, rows_accepted INTEGER NOT NULL, rows_rejected INTEGER NOT NULL,
    PRIMARY KEY (run_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE outputs (
    run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    place  INTEGER NOT NULL,
    table_name TEXT NOT NULL, file TEXT NOT NULL, rows INTEGER NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL,
    PRIMARY KEY (run_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE warnings (
    run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    place  INTEGER NOT NULL,
    step TEXT NOT NULL, code TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (run_id, place)
) STRICT, WITHOUT ROWID;

-- +goose Down
DROP TABLE warnings;
DROP TABLE outputs;
DROP TABLE inputs;
DROP TABLE checks;
DROP TABLE accounts;
DROP TABLE steps;
DROP TABLE runs;
