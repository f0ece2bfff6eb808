package schedule

import (
	"fmt"
	"strings"
	"time"
)

// days are the days that a month or its weekdays decide.
type days struct {
	fromEnd set    // days before the last of the month: L is 0, L-3 is 3
	nth     [7]set // per weekday: 1 to 5 the nth of the month, 0 the last
}

// days reads what only the two day fields know: L, L-3 in the day of month; 5L,
// friL, fri#2 in the day of week. It reports whether the part is such a one.
func (p fieldParser) days(w word) (bool, error) {
	lower := strings.ToLower(w.text)
	switch p.name {
	case "day of month":
		return p.lastDay(w, lower)
	case "day of week":
		return p.nthWeekday(w, lower)
	}
	if lower == "l" || strings.Contains(lower, "#") {
		return false, p.fail(w, fmt.Sprintf("%s has no meaning in the field %s", w.text, p.name), "L and # belong to the days")
	}
	return false, nil
}

func (p fieldParser) lastDay(w word, lower string) (bool, error) {
	rest, ok := strings.CutPrefix(lower, "l")
	if !ok || rest == "w" {
		return false, nil
	}
	if rest == "" {
		p.special.fromEnd |= 1
		return true, nil
	}
	back, ok := number(strings.TrimPrefix(rest, "-"))
	if !ok || !strings.HasPrefix(rest, "-") || back > 30 {
		return false, p.fail(w, fmt.Sprintf("%q is no day of month", w.text), "write L for the last day, L-1 to L-30 for days before it")
	}
	p.special.fromEnd |= 1 << uint(back)
	return true, nil
}

func (p fieldParser) nthWeekday(w word, lower string) (bool, error) {
	day, which, isNth := strings.Cut(w.text, "#")
	if !isNth {
		if !strings.HasSuffix(lower, "l") {
			return false, nil
		}
		if lower == "l" {
			return false, p.fail(w, "L alone is no day of week", "write friL for the last Friday of the month")
		}
		day = w.text[:len(w.text)-1]
	}
	v, err := p.value(word{day, w.at})
	if err != nil {
		return false, err
	}
	n := 0
	if isNth {
		var ok bool
		if n, ok = number(which); !ok || n < 1 || n > 5 {
			return false, p.fail(word{w.text[len(day)+1:], w.at + len(day) + 1}, fmt.Sprintf("%q is no place in a month", which),
				"write fri#1 to fri#5, or friL for the last one")
		}
	}
	p.special.nth[v%7] |= 1 << uint(n)
	return true, nil
}

// ofMonth and ofWeek report whether a date is one of the special days.
func (d days) ofMonth(day time.Time) bool {
	return d.fromEnd != 0 && d.fromEnd.has(lastOf(day)-day.Day())
}

func (d days) ofWeek(day time.Time) bool {
	nth := d.nth[day.Weekday()]
	return nth.has((day.Day()-1)/7+1) || nth.has(0) && day.Day()+7 > lastOf(day)
}

// lastOf gives the number of days of a date's month.
func lastOf(day time.Time) int {
	return civil(day.Year(), day.Month()+1, 0).Day()
}
