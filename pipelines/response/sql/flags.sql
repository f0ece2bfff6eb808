-- flags: what is odd about the codes of an order; empty at first.
CREATE TABLE response_work.flags (turn BIGINT, flag VARCHAR, campaign_id VARCHAR, code VARCHAR, other_turn BIGINT)
