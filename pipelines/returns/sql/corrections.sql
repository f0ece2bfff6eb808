-- reads: found, decisions; makes: the main table
CREATE TABLE {{.corrections}} AS
SELECT {{.columns}}
FROM (
    SELECT f.* EXCLUDE (decided_on, first_decision), d.reason, d.decision, d.because, d.effective_on, d.precision, d.came_back,
        COALESCE(f.first_decision, d.decision || COALESCE(':' || d.because, '')) AS first_decision, COALESCE(f.decided_on, {{.as_of}}) AS decided_on
    FROM {{.found}} AS f
    JOIN {{.decisions}} AS d ON d.return_id = f.return_id
)
