-- supported: units, and for every use and need those that have it and those
-- that miss only this. Reads units.
SELECT COUNT(*), {{.counts}}
FROM {{.units}}
