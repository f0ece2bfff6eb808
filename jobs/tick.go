package jobs

import (
	"time"

	"github.com/jonboulle/clockwork"
)

// everyMinute is the gocron.Cron of the tick. After a jump of the clock gocron
// asks for the next tick after an instant long past, even after the zero time,
// and steps forward one answer at a time; so the answer is always in the future.
type everyMinute struct{ clock clockwork.Clock }

// IsValid has nothing to check.
func (everyMinute) IsValid(string, *time.Location, time.Time) error { return nil }

// Next gives the next full minute after the given instant or now, whichever is
// later.
func (m everyMinute) Next(after time.Time) time.Time {
	if now := m.clock.Now(); after.Before(now) {
		after = now
	}
	return after.Truncate(time.Minute).Add(time.Minute)
}
