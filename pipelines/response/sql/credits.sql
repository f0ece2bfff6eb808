-- credits: to whom each counted order is credited; empty at first, filled rung
-- by rung. share is in cents; passed_campaign_id: a shared code passed along.
CREATE TABLE response_work.credits (
  turn BIGINT, rung VARCHAR, campaign_id VARCHAR, piece_row BIGINT, responder VARCHAR,
  weight DOUBLE, share BIGINT, passed_campaign_id VARCHAR
)
