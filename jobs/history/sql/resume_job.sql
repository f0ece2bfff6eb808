-- makes: pauses without one job
DELETE FROM pauses WHERE job = ?
