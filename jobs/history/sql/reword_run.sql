-- makes: the reason of a run, in other words; reads: runs
UPDATE runs SET reason = ? WHERE id = ?
