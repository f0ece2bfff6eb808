-- makes: one row of steps, again when it was recorded while the run went on
INSERT OR REPLACE INTO steps
    (run_id, place, pipeline, type, name, rows_in, rows_added, rows_out, rows_rejected, rows_merged, rows_suppressed,
     duration_ms, peak_bytes, error)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
