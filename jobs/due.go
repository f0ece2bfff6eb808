package jobs

import (
	"fmt"
	"time"

	"kartoteka/config"
	"kartoteka/jobs/schedule"
)

// Due is one planned occurrence and what becomes of it.
type Due struct {
	At   time.Time
	Skip string // why it does not run; empty: it runs
}

const (
	// inTime is how old an occurrence may be when a tick first sees it, before
	// it counts as missed: a tick comes every minute and may be held up.
	inTime = 3 * time.Minute
	// mostDue bounds how many occurrences of one job a tick records.
	mostDue = 1000
)

// DueBetween lists the occurrences after the last known one up to now, oldest
// first, with the job's policy for missed ones applied.
func DueBetween(s *schedule.Schedule, policy *config.Schedule, last, now time.Time) []Due {
	var due []Due
	for _, at := range s.Between(last, now, mostDue) {
		due = append(due, Due{At: at})
	}
	for i := range due {
		age := now.Sub(due[i].At)
		missed := age > inTime
		switch {
		case missed && policy.Missed == "skip":
			due[i].Skip = "missed: the scheduler was not running at that time"
		case policy.Missed != "all" && i < len(due)-1:
			due[i].Skip = "missed: a later occurrence is due as well"
		case missed && policy.MaxAge != nil && age > policy.MaxAge.Duration:
			due[i].Skip = fmt.Sprintf("missed: older than max_age %s", policy.MaxAge.Duration)
		}
	}
	return due
}
