-- reads: runs; the run of that id (1), the last run of that job, or of all (2), runs whose id begins so (3)
SELECT id, how FROM (
    SELECT id, 1 AS how FROM runs WHERE id = @text
    UNION ALL
    SELECT id, 2 FROM (SELECT id FROM runs WHERE job = @text OR @text = '' ORDER BY ordered DESC, id DESC LIMIT 1)
    UNION ALL
    SELECT id, 3 FROM runs WHERE @text <> '' AND SUBSTR(id, 1, LENGTH(@text)) = @text
)
ORDER BY how, id
LIMIT 2
