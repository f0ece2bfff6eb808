-- flags, added: what the rung found odd. Reads matched.
INSERT INTO response_work.flags
SELECT turn, flag, campaign_id, code, other_turn
FROM response_work.matched
WHERE flag IS NOT NULL
