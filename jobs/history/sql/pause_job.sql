-- makes: one row of pauses; a job that is paused already gets the new words
INSERT INTO pauses (job, since, until, reason) VALUES (@job, @since, @until, @reason)
ON CONFLICT (job) DO UPDATE SET until = excluded.until, reason = excluded.reason
