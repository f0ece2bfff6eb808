package schedule

import "time"

// Transition says how a change of clocks touches an occurrence.
type Transition string

const (
	// Untouched: its wall time exists once.
	Untouched Transition = ""
	// Moved: its wall time does not exist that day; it runs right behind the gap.
	Moved Transition = "gap"
	// Repeated: its wall time comes twice that day.
	Repeated Transition = "repeated"
)

// Transition tells of one of the schedule's occurrences.
func (s *Schedule) Transition(at time.Time) Transition {
	local := at.In(s.zone)
	wall := local.Add(offset(local)).UTC()
	if found, _ := s.resolve(wall); len(found) == 2 {
		return Repeated
	}
	start, _ := local.ZoneBounds()
	if s.cron.elapsed || s.gap != RunAfter || !start.Equal(at) {
		return Untouched
	}
	before := start.Add(-time.Nanosecond).In(s.zone)
	for m := wall.Add(offset(before) - offset(local)); m.Before(wall); m = m.Add(time.Minute) {
		if s.cron.minute.has(m.Minute()) && s.cron.hour.has(m.Hour()) && s.cron.allows(civil(m.Date())) {
			return Moved
		}
	}
	return Untouched
}
