-- reads: links; makes: carriers, per row the number of contacts that carry its e-mail and its phone
CREATE TABLE {{.carriers}} AS
SELECT row_id, CAST(SUM(by_email) AS BIGINT) AS emails, CAST(SUM(by_phone) AS BIGINT) AS phones
FROM {{.links}}
GROUP BY row_id
