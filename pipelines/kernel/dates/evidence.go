package dates

import "strings"

// Evidence gathers how the dates of one column are written, so that the column as a
// whole decides what 05/03/2024 means in it. The zero value has seen nothing.
type Evidence struct {
	DayFirst   int // dates whose first number can be no month: 25/03/2024
	MonthFirst int // dates whose second number can be no month: 03/25/2024
	Either     int // dates that can be read in both ways
}

// mixed is how many times as frequent one order must be where both are seen.
const mixed = 20

// Add looks at one text of the column.
func (e *Evidence) Add(text string) {
	date, _ := cutClock(dropLabel(strings.TrimSpace(text)))
	parts, sep := threeNumbers(date)
	if parts == nil || sep == "." || len(parts[0]) > 2 || len(parts[2]) == 3 {
		return
	}
	a, b := atoi(parts[0]), atoi(parts[1])
	switch {
	case a < 1 || b < 1 || a > 31 || b > 31 || a == b || a > 12 && b > 12:
	case a > 12:
		e.DayFirst++
	case b > 12:
		e.MonthFirst++
	default:
		e.Either++
	}
}

// Order tells how the column is written. known is false when nothing in it speaks, or
// both orders do: then the reading of a single date stays in doubt.
func (e Evidence) Order() (order Order, known bool) {
	switch {
	case e.DayFirst > 0 && e.DayFirst >= mixed*e.MonthFirst:
		return DayFirst, true
	case e.MonthFirst > 0 && e.MonthFirst >= mixed*e.DayFirst:
		return MonthFirst, true
	case e.MonthFirst > e.DayFirst:
		return MonthFirst, false
	}
	return DayFirst, false
}
