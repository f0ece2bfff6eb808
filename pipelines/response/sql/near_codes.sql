-- near_codes: for each unknown coupon the one code that is a single typing
-- error away. Reads flags, pieces, shared_codes. One wrong, missing, added or
-- exchanged character leaves alone either the first or the last half characters
-- (half = half the length less one), so only such pairs are compared; no
-- suggestion when several codes are as near.
CREATE TABLE response_work.near_codes AS
WITH unknown AS (
  SELECT DISTINCT code, CAST((LENGTH(code) - 1) // 2 AS INTEGER) AS half
  FROM response_work.flags WHERE flag = 'code_unknown' AND LENGTH(code) >= 6
),
sought AS (
  SELECT code, half, 'head' AS side, LEFT(code, half) AS part FROM unknown
  UNION ALL
  SELECT code, half, 'tail', RIGHT(code, half) FROM unknown
),
issued AS (
  SELECT code FROM response_work.pieces WHERE coupon_rule = 'unique' AND NOT held_out AND code IS NOT NULL
  UNION
  SELECT code FROM response_work.shared_codes
),
offered AS (
  SELECT i.code, h.half, 'head' AS side, LEFT(i.code, h.half) AS part FROM issued i CROSS JOIN (SELECT DISTINCT half FROM unknown) AS h
  UNION ALL
  SELECT i.code, h.half, 'tail', RIGHT(i.code, h.half) FROM issued i CROSS JOIN (SELECT DISTINCT half FROM unknown) AS h
),
pairs AS (
  SELECT DISTINCT s.code, o.code AS near_code
  FROM sought s JOIN offered o ON o.half = s.half AND o.side = s.side AND o.part = s.part
)
SELECT code, MIN(near_code) AS near_code
FROM (SELECT code, near_code, DAMERAU_LEVENSHTEIN(code, near_code) AS apart FROM pairs) AS measured
WHERE apart = 1
GROUP BY code
HAVING COUNT(*) = 1
