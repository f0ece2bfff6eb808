-- near_codes: for each unknown coupon the one code that is a single typing
-- error away. Reads flags, pieces, shared_codes. One error leaves either the
-- first or the last three characters alone, so only such pairs are compared;
-- no suggestion when several codes are as near.
CREATE TABLE response_work.near_codes AS
WITH unknown AS (
  SELECT DISTINCT code FROM response_work.flags WHERE flag = 'code_unknown' AND LENGTH(code) >= 6
),
issued AS (
  SELECT code FROM response_work.pieces WHERE coupon_rule = 'unique' AND NOT held_out AND code IS NOT NULL
  UNION
  SELECT code FROM response_work.shared_codes
),
pairs AS (
  SELECT u.code, i.code AS near_code
  FROM unknown u JOIN issued i ON LEFT(i.code, 3) = LEFT(u.code, 3)
  WHERE DAMERAU_LEVENSHTEIN(u.code, i.code) = 1
  UNION
  SELECT u.code, i.code
  FROM unknown u JOIN issued i ON RIGHT(i.code, 3) = RIGHT(u.code, 3)
  WHERE DAMERAU_LEVENSHTEIN(u.code, i.code) = 1
)
SELECT code, MIN(near_code) AS near_code FROM pairs GROUP BY code HAVING COUNT(*) = 1
