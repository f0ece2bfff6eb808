package schedule

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// The marks under a cron text show which part the message is about.
func TestWhatIsRefused(t *testing.T) {
	for _, c := range []struct{ cron, mark, says string }{
		{`61 2 * * *`, `^^`, "61 is no minute; write 0 to 59"},
		{`0 24 * * *`, `  ^^`, "24 is no hour; write 0 to 23"},
		{`0 2 0 * *`, `    ^`, "0 is no day of month"},
		{`0 2 * 13 *`, `      ^^`, "13 is no month; write 1 to 12"},
		{`0 2 * * 8`, `        ^`, "8 is no day of week; write 0 to 7"},
		{`0 2 * * mon,funday`, `            ^^^^^^`, "sun to sat"},
		{`0 2 * foo *`, `      ^^^`, "jan to dec"},
		{`0 2 30 2 *`, `    ^^`, "no such day in the months"},
		{`0 2 31 4,6,9,11 *`, `    ^^`, "no such day in the months"},
		{`0 2 30-31 feb *`, `    ^^^^^`, "no such day in the months"},
		{`0 2 30 2 mon`, `    ^^`, "no such day in the months"},
		{`0 2 L-31 * *`, `    ^^^^`, "write L for the last day"},
		{`0 2 L5 * *`, `    ^^`, "write L for the last day"},
		{`0 2 L-29 feb *`, `    ^^^^`, "no such day in the months"},
		{`0 2 * * L`, `        ^`, "write friL for the last Friday"},
		{`0 2 * * 8L`, `        ^`, "8 is no day of week"},
		{`0 L * * *`, `  ^`, "L and # belong to the days"},
		{`0 2 15W * *`, `    ^^^`, "W (the nearest working day) is not known; write mon-fri"},
		{`0 2 * * 1#6`, `          ^`, "write fri#1 to fri#5"},
		{`0 2 * * #2`, `        `, "a range needs both ends"},
		{`0 2 ? * 1`, `    ^`, "? is not known; write *"},
		{`*/90 * * * *`, `  ^^`, "longer than the range 0-59 of the field minute"},
		{`*/0 * * * *`, `  ^`, "is not a step; write a number from 1"},
		{`*/ * * * *`, `  `, "is not a step"},
		{`5/15 * * * *`, `^^^^`, "a step needs a range; write 5-59/15"},
		{`0 22-4 * * *`, `  ^^^^`, "runs backwards; write 22-23,0-4"},
		{`0 5- * * *`, `    `, "a range needs both ends"},
		{`1,,2 * * * *`, `  `, "an empty place in a list"},
		{`1, * * * *`, `  `, "an empty place in a list"},
		{`-1 * * * *`, ``, "a range needs both ends"},
		{`*5 * * * *`, `^^`, "mixes * with something else"},
		{`0 2 * *`, `       `, "the field day of week is missing"},
		{`0 30 2 * * *`, `^`, "six fields; seconds are not known"},
		{`0 0 30 2 * * *`, `           ^`, "more than five fields"},
		{``, ``, "is empty"},
		{`   `, ``, "is empty"},
		{`TZ=UTC`, `^^^^^^`, "a time zone does not belong in the cron text; write it in time_zone"},
		{`CRON_TZ=Europe/Warsaw 0 2 * * *`, `^^^^^^^^^^^^^^^^^^^^^`, "write it in time_zone"},
		{`@every 1h`, `^^^^^^`, "write @hourly, @daily"},
		{`@daily 5`, `       ^`, "nothing may follow @daily"},
		{`0 2 * * poniedziałek`, `        ^^^^^^^^^^^^^`, "is no day of week"},
	} {
		_, err := ParseCron(c.cron)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%q: accepted", c.cron)
			continue
		}
		if !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q: says %q, want %q", c.cron, err, c.says)
		}
		at, length := len(c.mark)-len(strings.TrimLeft(c.mark, " ")), strings.Count(c.mark, "^")
		if e.Offset != at || e.Length != length {
			if strings.TrimSpace(c.cron) != "" {
				t.Errorf("%q: points at %d+%d, want %d+%d", c.cron, e.Offset, e.Length, at, length)
			}
		}
	}
}

func TestWhatIsAccepted(t *testing.T) {
	for _, cron := range []string{
		"* * * * *", "0\t2   * * *", "0 2 * JAN-Mar Mon,WED", "0-30/5 */2 1-31/1 */3 7", "0 0 29 2 *",
		"0 0 1-31 2 *", "00 02 * * *", "*/1 * * * *", "0 2 l-2,15 * *", "0 2 * * FRIL,mon#3", "@hourly", " @yearly ",
	} {
		if _, err := ParseCron(cron); err != nil {
			t.Error(err)
		}
	}
}

func TestZones(t *testing.T) {
	for _, name := range []string{"", "Local", "Europe/Warszawa", "../etc/passwd", "CET+1"} {
		if _, err := LoadZone(name); err == nil {
			t.Errorf("%q: accepted", name)
		}
	}
	if z, err := LoadZone("UTC"); err != nil || z != time.UTC {
		t.Error(z, err)
	}
}

// Whatever is accepted fires strictly later, at second 0, on a wall time that
// its fields allow or, pushed out of a gap, on none that they forbid twice.
func FuzzNext(f *testing.F) {
	for _, seed := range []string{"30 2 * * *", "*/7 1-5 * * mon", "0 0 29 2 *", "0,30 * 1 * 7", "@daily", "5/2 L W # *", "5 2 L-3 * 5#2,1L", "0 */3 * * *", "0 0 30 2 *"} {
		f.Add(seed, int64(1772900000), uint8(0))
	}
	zones := []string{"UTC", "America/New_York", "Europe/Warsaw", "Australia/Lord_Howe", "Africa/Cairo", "Pacific/Apia"}
	f.Fuzz(func(t *testing.T, text string, unix int64, zone uint8) {
		c, err := ParseCron(text)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Offset < 0 || e.Offset+e.Length > len(text) || e.Instead == "" {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		z, err := LoadZone(zones[int(zone)%len(zones)])
		if err != nil {
			t.Fatal(err)
		}
		after := time.Unix(unix%4e9, 0)
		skip, later := New(c, z, Skip).Next(after), New(c, z, RunAfter).Next(after)
		if skip.IsZero() && c.special.nth != [7]set{} && c.month == 1<<2 {
			return // a fifth weekday of February may be decades away
		}
		if !skip.After(after) || skip.Second() != 0 || later.After(skip) {
			t.Fatalf("%q in %s after %s: %s, %s", text, z, after.In(z), skip, later)
		}
		if !c.minute.has(skip.Minute()) || !c.hour.has(skip.Hour()) || !c.allows(civil(skip.Year(), skip.Month(), skip.Day())) {
			t.Fatalf("%q in %s after %s: %s", text, z, after.In(z), skip)
		}
		if c.elapsed && !skip.Equal(later) {
			t.Fatalf("%q in %s: an hourly job differs by gap policy: %s, %s", text, z, skip, later)
		}
	})
}
