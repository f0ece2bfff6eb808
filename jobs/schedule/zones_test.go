package schedule

import (
	_ "embed"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the same zones on a machine that has none
)

// zones.txt lists the names of the IANA time zone database, one a line.
//
//go:embed testdata/zones.txt
var zones string

// TestEveryZone walks 2024 to 2030 in every zone: a daily job fires once for each
// calendar day, in order, within that day; an hourly one at every real full hour.
// The one exception is a gap that ends at midnight: what was due in it runs at
// 00:00 of the next day.
func TestEveryZone(t *testing.T) {
	names := strings.Fields(zones)
	if len(names) < 500 {
		t.Fatalf("%d zones", len(names))
	}
	for _, name := range names {
		zone, err := LoadZone(name)
		if err != nil {
			t.Error(err)
			continue
		}
		daily(t, must(t, "30 2 * * *", name, RunAfter), firstDay, lastDay)
		for change := range changes(zone) {
			day := civil(change.In(zone).Date())
			for _, cron := range []string{"0 0 * * *", "15 1 * * *", "45 23 * * *"} {
				daily(t, must(t, cron, name, RunAfter), day.AddDate(0, 0, -3), day.AddDate(0, 0, 3))
			}
			hourly(t, must(t, "20 * * * *", name, RunAfter), change)
		}
	}
}

// changes gives the instants at which a zone's clocks change.
func changes(zone *time.Location) iter.Seq[time.Time] {
	return func(yield func(time.Time) bool) {
		for at := firstDay; ; {
			_, end := at.In(zone).ZoneBounds()
			if end.IsZero() || end.After(lastDay) || !yield(end) {
				return
			}
			at = end.Add(time.Hour)
		}
	}
}

var firstDay, lastDay = time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2030, 12, 31, 0, 0, 0, 0, time.UTC)

// daily looks at each day from first to last, as dates at UTC midnight.
func daily(t *testing.T, s *Schedule, first, last time.Time) {
	t.Helper()
	at := time.Date(first.Year(), first.Month(), first.Day()-1, 23, 59, 0, 0, s.zone)
	for day := first; !day.After(last); day = day.AddDate(0, 0, 1) {
		at = s.Next(at)
		on := civil(at.Date())
		if on.Equal(day) {
			continue
		}
		start, _ := at.ZoneBounds()
		if on.Equal(day.AddDate(0, 0, 1)) && at.Equal(start) && at.Hour() == 0 && at.Minute() == 0 {
			continue // the gap took the end of the day
		}
		t.Errorf("%q in %s: %s is no time of %s", s.Cron(), s.zone, at, day.Format(time.DateOnly))
		return
	}
}

// hourly looks at the hours around a change of clocks.
func hourly(t *testing.T, s *Schedule, change time.Time) {
	t.Helper()
	from, until := change.Add(-26*time.Hour).Truncate(time.Minute), change.Add(26*time.Hour)
	var want []time.Time
	for m := from.Add(time.Minute); !m.After(until); m = m.Add(time.Minute) {
		if m.In(s.zone).Minute() == 20 {
			want = append(want, m)
		}
	}
	got := s.Between(from, until, 100)
	if !slices.EqualFunc(got, want, time.Time.Equal) {
		t.Errorf("%q in %s around %s: %d occurrences, want %d", s.Cron(), s.zone, change, len(got), len(want))
	}
}
