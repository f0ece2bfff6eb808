-- flags, added: coupons that no campaign issued.
-- Reads orders, pieces, shared_codes.
INSERT INTO response_work.flags
SELECT o.turn, 'code_unknown', NULL, o.code, NULL
FROM response_work.orders o
LEFT JOIN (SELECT DISTINCT code FROM response_work.pieces WHERE coupon_rule = 'unique' AND NOT held_out) AS u ON u.code = o.code
LEFT JOIN (SELECT DISTINCT code FROM response_work.shared_codes) AS s ON s.code = o.code
WHERE o.status = 'counted' AND o.code IS NOT NULL AND u.code IS NULL AND s.code IS NULL
