-- reads: steps
SELECT place, pipeline, type, name, rows_in, rows_added, rows_out, rows_rejected, rows_merged, rows_suppressed, duration_ms,
       peak_bytes, error
FROM steps WHERE run_id = ? ORDER BY place
