package dates

import (
	"errors"
	"time"
)

// ErrUnknown says that a text has none of the shapes asked for.
var ErrUnknown = errors.New("not a date of a known form")

// ErrImpossible says that a text has the shape of a date but the calendar or
// the clock has no such day or time.
var ErrImpossible = errors.New("no such day or time")

// Value is what a text says: wall-clock parts and how sure they are.
type Value struct {
	Year, Month, Day     int
	Hour, Minute, Second int
	Nano                 int
	Offset               int  // seconds east of UTC, when HasZone
	HasTime, HasZone     bool // whether a time of day, a zone was written
	MonthOnly            bool // only year and month were written; Day is 1
	Ambiguous            bool // day and month could be exchanged
}

// Date gives the written day at UTC midnight, whatever its zone.
func (v Value) Date() time.Time {
	return time.Date(v.Year, time.Month(v.Month), v.Day, 0, 0, 0, 0, time.UTC)
}

// Instant gives the point in time in UTC: by the written zone, else by local
// (nil means UTC).
func (v Value) Instant(local *time.Location) time.Time {
	if v.HasZone || local == nil {
		t := time.Date(v.Year, time.Month(v.Month), v.Day, v.Hour, v.Minute, v.Second, v.Nano, time.UTC)
		return t.Add(-time.Duration(v.Offset) * time.Second)
	}
	t := time.Date(v.Year, time.Month(v.Month), v.Day, v.Hour, v.Minute, v.Second, v.Nano, local)
	if earlier := t.Add(-time.Hour); earlier.Hour() == t.Hour() && earlier.Day() == t.Day() {
		t = earlier // the hour that occurs twice in autumn
	} else if t.Hour() < v.Hour || t.Day() < v.Day && t.Month() == time.Month(v.Month) {
		t = t.Add(time.Hour) // the hour that is left out in spring
	}
	return t.UTC()
}

// check refuses what neither calendar nor clock knows.
func (v Value) check() error {
	switch {
	case v.Year < 1 || v.Year > 9999 || v.Month < 1 || v.Month > 12:
		return ErrImpossible
	case v.Day < 1 || v.Day > DaysIn(v.Year, v.Month):
		return ErrImpossible
	case v.Hour > 23 || v.Minute > 59 || v.Second > 59:
		return ErrImpossible
	}
	return nil
}

// DaysIn gives the number of days of a month of the Gregorian calendar.
func DaysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// Placeholder reports days that programs write when they know none: the first
// day of 1900 and its neighbours, the zero dates of spreadsheets and databases
// and the last days of calendars.
func Placeholder(t time.Time) bool {
	year, month, day := t.Date()
	switch {
	case year < 1850 || year == 9999 || year == 2999:
		return true
	case month == time.January && day == 1:
		return year == 1900 || year == 1901
	case month == time.December && (day == 30 || day == 31):
		return year == 1899 || year == 1900 && day == 31 || year == 2099 && day == 31
	}
	return false
}

// Serial converts a spreadsheet's day number (1900 system, 1 = 1900-01-01 with
// the leap day that 1900 did not have) into UTC, rounded to milliseconds.
func Serial(days float64) time.Time {
	const msPerDay = 24 * 60 * 60 * 1000
	whole := int(days)
	ms := int64((days-float64(whole))*msPerDay + 0.5)
	if whole < 60 {
		whole++ // before the leap day that never was
	}
	return time.Date(1899, 12, 30+whole, 0, 0, 0, 0, time.UTC).Add(time.Duration(ms) * time.Millisecond)
}
