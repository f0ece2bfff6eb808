-- reads: corrections, evidence, suggestions; makes: tasks, one per kind and contact
CREATE TABLE {{.tasks}} AS
WITH open_rows AS (
    SELECT r.*, COALESCE(r.contact_id, r.return_id) AS about
    FROM {{.corrections}} AS r
    WHERE r.decision = 'task'
)
SELECT 'T' || SUBSTR(MD5(o.because || CHR(31) || o.about), 1, 16) AS task_id,
    o.because AS kind, MIN(o.contact_id) AS contact_id,
    CASE WHEN o.because = 'evidence_after_return' THEN MAX(e.order_id) END AS order_id,
    CAST({{.assignee}} AS VARCHAR) AS assignee,
    MIN(o.decided_on) AS opened_on,
    CAST(MIN(o.decided_on) + {{.due_days}} AS DATE) AS due_on,
    STRING_AGG(COALESCE(o.source_file, o.feed) || ' row ' || COALESCE(CAST(o.source_row AS VARCHAR), '?') || ': ' || o.reason
        || COALESCE(' (' || o.new_address_line || ')', ''), '; ' ORDER BY o.source_file, o.source_row, o.return_id) AS detail,
    COALESCE(MIN(s.suggestion), '') AS suggested
FROM open_rows AS o
LEFT JOIN {{.evidence}} AS e ON e.contact_id = o.contact_id AND e.address_key = o.printed_address_key
LEFT JOIN {{.suggestions}} AS s ON s.kind = o.because
GROUP BY o.because, o.about
ORDER BY opened_on, task_id
