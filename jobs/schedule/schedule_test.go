package schedule

import (
	"strings"
	"testing"
	"time"

	"github.com/go-co-op/gocron/v2"
)

var _ gocron.Cron = (*Schedule)(nil)

func must(t *testing.T, cron, zone string, gap Gap) *Schedule {
	t.Helper()
	c, err := ParseCron(cron)
	if err != nil {
		t.Fatal(err)
	}
	z, err := LoadZone(zone)
	if err != nil {
		t.Fatal(err)
	}
	return New(c, z, gap)
}

func instant(t *testing.T, text string) time.Time {
	t.Helper()
	v, err := time.Parse("2006-01-02 15:04 -0700", text)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Each line reads: written so, in this zone, after that, it fires then.
func TestNextReadsAsEnglish(t *testing.T) {
	for _, c := range []struct{ cron, zone, after, next string }{
		{"30 2 * * *", "UTC", "2026-03-10 02:29 +0000", "2026-03-10 02:30 +0000"},
		{"30 2 * * *", "UTC", "2026-03-10 02:30 +0000", "2026-03-11 02:30 +0000"},
		{"*/15 9-17 * * mon-fri", "Europe/Warsaw", "2026-03-06 17:45 +0100", "2026-03-09 09:00 +0100"},
		{"0 6 1 * *", "Europe/Warsaw", "2026-01-01 06:00 +0100", "2026-02-01 06:00 +0100"},
		{"0 6 1 * MON", "Europe/Warsaw", "2026-06-01 07:00 +0200", "2026-06-08 06:00 +0200"},   // either day is enough
		{"0 6 */2 * MON", "Europe/Warsaw", "2026-06-01 07:00 +0200", "2026-06-15 06:00 +0200"}, // a star field is no alternative
		{"0 0 * * 7", "UTC", "2026-03-10 00:00 +0000", "2026-03-15 00:00 +0000"},               // 7 is Sunday
		{"0 0 * * 0", "UTC", "2026-03-10 00:00 +0000", "2026-03-15 00:00 +0000"},
		{"0 0 * * fri-sun", "UTC", "2026-03-14 00:00 +0000", "2026-03-15 00:00 +0000"},
		{"0 0 * * sun-tue", "UTC", "2026-03-15 00:00 +0000", "2026-03-16 00:00 +0000"},
		{"0 6 L * *", "UTC", "2026-02-01 00:00 +0000", "2026-02-28 06:00 +0000"},
		{"0 6 L * *", "UTC", "2028-02-01 00:00 +0000", "2028-02-29 06:00 +0000"},
		{"0 6 15,L-2 * *", "UTC", "2026-04-16 00:00 +0000", "2026-04-28 06:00 +0000"},
		{"0 6 * * friL", "UTC", "2026-05-01 06:00 +0000", "2026-05-29 06:00 +0000"},
		{"0 6 * * 5l,0", "UTC", "2026-05-25 06:00 +0000", "2026-05-29 06:00 +0000"},
		{"0 6 * * tue#1", "UTC", "2026-09-01 06:00 +0000", "2026-10-06 06:00 +0000"},
		{"0 6 * * 7#2", "UTC", "2026-03-01 06:00 +0000", "2026-03-08 06:00 +0000"},
		{"0 6 * feb mon#5", "UTC", "2026-03-01 06:00 +0000", "2044-02-29 06:00 +0000"},
		{"0 6 13 * fri#2", "UTC", "2026-06-12 06:00 +0000", "2026-06-13 06:00 +0000"}, // either day is enough
		{"@daily", "Europe/Warsaw", "2026-03-10 00:00 +0100", "2026-03-11 00:00 +0100"},
		{"@Weekly", "UTC", "2026-03-10 00:00 +0000", "2026-03-15 00:00 +0000"},
		{"@monthly", "UTC", "2026-03-10 00:00 +0000", "2026-04-01 00:00 +0000"},
		{"0 0 29 2 *", "UTC", "2026-03-01 00:00 +0000", "2028-02-29 00:00 +0000"},
		{"0 0 29 2 *", "UTC", "2096-03-01 00:00 +0000", "2104-02-29 00:00 +0000"},
		{"0 0 31 * *", "UTC", "2026-03-31 00:00 +0000", "2026-05-31 00:00 +0000"},
		{"59 23 31 dec *", "UTC", "2026-12-31 23:59 +0000", "2027-12-31 23:59 +0000"},
		{"5,10-12 0 * * *", "UTC", "2026-03-10 00:05 +0000", "2026-03-10 00:10 +0000"},
		{"30 2 * * *", "Asia/Kathmandu", "2026-03-10 00:00 +0000", "2026-03-10 20:45 +0000"},
		{"30 2 * * *", "Pacific/Kiritimati", "2026-03-10 13:00 +0000", "2026-03-11 12:30 +0000"},
	} {
		got := must(t, c.cron, c.zone, RunAfter).Next(instant(t, c.after))
		if want := instant(t, c.next); !got.Equal(want) {
			t.Errorf("%q in %s after %s: fires %s, want %s", c.cron, c.zone, c.after, got, want)
		}
	}
}

func TestTheRarestDateIsFound(t *testing.T) {
	s := must(t, "0 0 29 2 */6", "UTC", Skip) // 29 February on a Sunday or Saturday
	if got := s.Next(instant(t, "2076-03-01 00:00 +0000")); got.Weekday()%6 != 0 || got.Day() != 29 {
		t.Errorf("fires %s", got)
	}
}

// A day's occurrences around a change of clocks, as local times with their
// offset. On 8 March 2026 New York goes from 02:00 to 03:00; on 1 November 2026
// from 02:00 back to 01:00.
func TestClocksChange(t *testing.T) {
	const ny, spring, autumn = "America/New_York", "2026-03-08 00:00 -0500", "2026-11-01 00:00 -0400"
	for _, c := range []struct {
		what, cron, zone string
		gap              Gap
		from             string
		hours            int
		want             string
	}{
		{"a fixed time in the repeated hour fires once", "30 1 * * *", ny, RunAfter, autumn, 25, "01:30-04"},
		{"two fixed times in the repeated hour fire once each", "0,30 1 * * *", ny, RunAfter, autumn, 25, "01:00-04 01:30-04"},
		{"steps within one fixed hour fire in its first pass", "*/20 1 * * *", ny, RunAfter, autumn, 25, "01:00-04 01:20-04 01:40-04"},
		{"an hourly job fires in both passes", "0 * * * *", ny, RunAfter, autumn, 5, "00:00-04 01:00-04 01:00-05 02:00-05 03:00-05"},
		{"an hourly job has nothing to make up for", "30 * * * *", ny, RunAfter, spring, 4, "00:30-05 01:30-05 03:30-04 04:30-04"},
		{"a time in the gap runs right behind it", "30 2 * * *", ny, RunAfter, spring, 23, "03:00-04"},
		{"a time in the gap is skipped when asked", "30 2 * * *", ny, Skip, spring, 23, ""},
		{"the gap's time and the time it moves to are one run", "0 2,3 * * *", ny, RunAfter, spring, 23, "03:00-04"},
		{"every other hour is time that passes", "0 */2 * * *", ny, RunAfter, spring, 8, "00:00-05 04:00-04 06:00-04 08:00-04"},
		{"times keep their order across the gap", "50 1-3 * * *", ny, RunAfter, spring, 23, "01:50-05 03:00-04 03:50-04"},
		{"two times in the gap are one run", "10,50 2-3 * * *", ny, RunAfter, spring, 23, "03:00-04 03:10-04 03:50-04"},
		{"Monday's job does not run on the Sunday of the change", "30 2 * * 1", ny, RunAfter, spring, 23, ""},
		{"the edge of the gap exists", "0 3 * * *", ny, Skip, spring, 23, "03:00-04"},
		{"the start of the gap does not", "0 2 * * *", ny, Skip, spring, 23, ""},
		{"Warsaw in spring", "30 2 * * *", "Europe/Warsaw", RunAfter, "2026-03-29 00:00 +0100", 23, "03:00+02"},
		{"Warsaw in autumn", "30 2 * * *", "Europe/Warsaw", RunAfter, "2026-10-25 00:00 +0200", 25, "02:30+02"},
		{"Cairo's gap is at midnight", "30 0 * * *", "Africa/Cairo", RunAfter, "2026-04-23 12:00 +0200", 24, "01:00+03"},
		{"Havana repeats midnight", "30 0 * * *", "America/Havana", RunAfter, "2026-10-31 12:00 -0400", 24, "00:30-04"},
		{"Lord Howe moves by half an hour", "15 2 * * *", "Australia/Lord_Howe", RunAfter, "2026-10-04 00:00 +1030", 23, "02:30+11"},
		{"Apia had no 30 December 2011", "0 12 30 12 *", "Pacific/Apia", Skip, "2011-12-29 00:00 -1000", 72, ""},
		{"and what was due then ran when the 31st began", "0 12 30 12 *", "Pacific/Apia", RunAfter, "2011-12-29 00:00 -1000", 72, "00:00+14"},
	} {
		from := instant(t, c.from).Add(-time.Second)
		var got []string
		for _, v := range must(t, c.cron, c.zone, c.gap).Between(from, from.Add(time.Duration(c.hours)*time.Hour), 100) {
			got = append(got, v.Format("15:04-07"))
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%s: %q in %s: fires at %q, want %q", c.what, c.cron, c.zone, text, c.want)
		}
	}
}

func TestBetweenKeepsTheNewest(t *testing.T) {
	s := must(t, "0 * * * *", "UTC", RunAfter)
	from := instant(t, "2026-03-10 00:00 +0000")
	got := s.Between(from, from.Add(24*time.Hour), 2)
	if len(got) != 2 || got[0].Hour() != 23 || got[1].Day() != 11 {
		t.Errorf("got %v", got)
	}
}

func TestTheTickMayRunInUTC(t *testing.T) {
	s := must(t, "30 1 * * *", "America/New_York", RunAfter)
	if err := s.IsValid("TZ=UTC", time.UTC, time.Time{}); err != nil {
		t.Error(err)
	}
	first := s.Next(instant(t, "2026-11-01 05:29 +0000"))
	if again := s.Next(first.UTC()); again.Sub(first) != 25*time.Hour {
		t.Errorf("after %s fires %s", first.UTC(), again.UTC())
	}
}

func BenchmarkNext(b *testing.B) {
	c, _ := ParseCron("30 2 * * mon-fri")
	zone, _ := LoadZone("Europe/Warsaw")
	s, at := New(c, zone, RunAfter), time.Date(2026, 3, 10, 12, 0, 0, 0, time.UTC)
	for b.Loop() {
		s.Next(at)
	}
}

func TestTransitionsAreMarked(t *testing.T) {
	for _, c := range []struct {
		cron, zone, at string
		want           Transition
	}{
		{"30 2 * * *", "Europe/Warsaw", "2026-03-29 03:00 +0200", Moved},
		{"0 3 * * *", "Europe/Warsaw", "2026-03-29 03:00 +0200", Untouched},
		{"30 2 * * *", "Europe/Warsaw", "2026-03-30 02:30 +0200", Untouched},
		{"30 2 * * *", "Europe/Warsaw", "2026-10-25 02:30 +0200", Repeated},
		{"30 * * * *", "Europe/Warsaw", "2026-10-25 02:30 +0100", Repeated},
		{"0 * * * *", "Europe/Warsaw", "2026-03-29 03:00 +0200", Untouched},
		{"30 2 * * *", "UTC", "2026-03-29 02:30 +0000", Untouched},
	} {
		if got := must(t, c.cron, c.zone, RunAfter).Transition(instant(t, c.at)); got != c.want {
			t.Errorf("%q in %s at %s: %q, want %q", c.cron, c.zone, c.at, got, c.want)
		}
	}
}
