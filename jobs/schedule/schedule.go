package schedule

import (
	"fmt"
	"slices"
	"time"
)

// Gap says what becomes of a wall time that a change of clocks leaves out.
type Gap string

const (
	// RunAfter runs it at the first instant after the gap: 02:30 runs at 03:00
	// summer time.
	RunAfter Gap = "run_after"
	// Skip leaves that day's occurrence out.
	Skip Gap = "skip"
)

// Schedule gives the instants of a cron text in a zone.
type Schedule struct {
	cron Cron
	zone *time.Location
	gap  Gap
}

// New joins the parts of a schedule. The zone must not be nil; an empty gap
// policy is RunAfter.
func New(cron Cron, zone *time.Location, gap Gap) *Schedule {
	if gap == "" {
		gap = RunAfter
	}
	return &Schedule{cron: cron, zone: zone, gap: gap}
}

// Zone gives the zone in which the cron text is read.
func (s *Schedule) Zone() *time.Location { return s.zone }

// Cron gives the cron text.
func (s *Schedule) Cron() string { return s.cron.text }

// LoadZone reads the name of a time zone, such as Europe/Warsaw or UTC. The
// machine's own zone is refused: the same project must mean the same instants
// everywhere.
func LoadZone(name string) (*time.Location, error) {
	if name == "" || name == "Local" {
		return nil, fmt.Errorf("time zone %q: the machine's own zone differs from place to place; write a name such as Europe/Warsaw", name)
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, fmt.Errorf("time zone %q is not known; write a name such as Europe/Warsaw or UTC", name)
	}
	return zone, nil
}

// horizon bounds the search. The rarest date is a 29 February on a given
// weekday: 40 years apart across a century that has no leap year.
const horizon = 41 * 366

// Next gives the first occurrence strictly after the given instant, in the
// schedule's zone, or the zero time when there is none within 41 years.
func (s *Schedule) Next(after time.Time) time.Time {
	local := after.In(s.zone)
	// A day earlier: a gap may push an occurrence past midnight, even by 24 hours.
	start := civil(local.Year(), local.Month(), local.Day()).AddDate(0, 0, -2)
	for i := 0; i < horizon; i++ {
		best := s.firstOfDay(start.AddDate(0, 0, i), after)
		if best.IsZero() {
			continue
		}
		for k := 1; k <= 2; k++ { // what a gap pushed may come after a later day's first
			next := s.firstOfDay(start.AddDate(0, 0, i+k), after)
			if !next.IsZero() && next.Before(best) {
				best = next
			}
		}
		return best
	}
	return time.Time{}
}

// Between gives the occurrences after one instant and not after another, oldest
// first, at most limit of them: the newest ones when there are more.
func (s *Schedule) Between(after, until time.Time, limit int) []time.Time {
	var due []time.Time
	for t := s.Next(after); !t.IsZero() && !t.After(until); t = s.Next(t) {
		due = append(due, t)
		if len(due) > limit {
			due = due[1:]
		}
	}
	return due
}

// IsValid makes a Schedule the cron of a gocron job; it was checked when it was
// parsed, so nothing is left to check, and the tick's own text is not read.
func (s *Schedule) IsValid(string, *time.Location, time.Time) error { return nil }

// firstOfDay gives the earliest occurrence after the given instant among the
// wall times of one calendar day (UTC midnight of that date).
func (s *Schedule) firstOfDay(day, after time.Time) time.Time {
	if !s.cron.allows(day) {
		return time.Time{}
	}
	var best time.Time
	plain := s.isPlain(day)
	local := after.In(s.zone)
	wallAfter := local.Add(offset(local)).UTC()
	for h := s.cron.hour.from(0); h >= 0; h = s.cron.hour.from(h + 1) {
		for m := s.cron.minute.from(0); m >= 0; m = s.cron.minute.from(m + 1) {
			wall := day.Add(time.Duration(h)*time.Hour + time.Duration(m)*time.Minute)
			if plain && !wall.After(wallAfter) {
				continue
			}
			for _, t := range s.instants(wall) {
				if t.After(after) && (best.IsZero() || t.Before(best)) {
					best = t
				}
			}
			if plain && !best.IsZero() { // wall times and instants have the same order
				return best
			}
		}
	}
	return best
}

// allows reports whether the fields allow a date.
func (c Cron) allows(day time.Time) bool {
	if !c.month.has(int(day.Month())) {
		return false
	}
	ofMonth := c.day.has(day.Day()) || c.special.ofMonth(day)
	ofWeek := c.week.has(int(day.Weekday())) || c.special.ofWeek(day)
	if c.dayIsStar || c.weekIsStar {
		return ofMonth && ofWeek
	}
	return ofMonth || ofWeek
}

// isPlain reports whether no change of clocks is near a day.
func (s *Schedule) isPlain(day time.Time) bool {
	noon := day.Add(12 * time.Hour).In(s.zone)
	start, end := noon.ZoneBounds()
	const far = 40 * time.Hour
	return (start.IsZero() || start.Before(noon.Add(-far))) && (end.IsZero() || end.After(noon.Add(far)))
}

// instants gives the instants at which a wall time fires: none, one or two.
// Wall times are held as if they were UTC.
func (s *Schedule) instants(wall time.Time) []time.Time {
	found, after := s.resolve(wall)
	switch {
	case len(found) == 0 && !s.cron.elapsed && s.gap == RunAfter:
		return []time.Time{after}
	case len(found) == 2 && !s.cron.elapsed:
		return found[:1]
	}
	return found
}

// resolve gives the instants that show a wall time, oldest first. When there
// are none, after is the first instant behind the gap.
func (s *Schedule) resolve(wall time.Time) (found []time.Time, after time.Time) {
	near := time.Date(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute(), 0, 0, s.zone)
	start, end := near.ZoneBounds()
	var offsets []time.Duration // the neighbours' too, in the order of time
	if !start.IsZero() {
		offsets = append(offsets, offset(start.Add(-time.Nanosecond)))
	}
	offsets = append(offsets, offset(near))
	if !end.IsZero() {
		offsets = append(offsets, offset(end))
	}
	for _, o := range offsets {
		t := wall.Add(-o).In(s.zone)
		if offset(t) == o && !slices.ContainsFunc(found, t.Equal) {
			found = append(found, t)
		}
	}
	slices.SortFunc(found, time.Time.Compare)
	if len(found) == 0 {
		after = end // the gap lies at the end of near's zone, or else at its start
		if !start.IsZero() && wall.Add(-offset(near)).Before(start) {
			after = start
		}
	}
	return found, after.In(s.zone)
}

func offset(t time.Time) time.Duration {
	_, seconds := t.Zone()
	return time.Duration(seconds) * time.Second
}

func civil(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}
