package dates

import (
	"strings"
	"time"
)

// Order says how an undeclared 05/03/2024 is read.
type Order uint8

// DayFirst reads it as 5 March, as all of Europe does; MonthFirst as May 3.
const (
	DayFirst Order = iota
	MonthFirst
)

// Parse reads a date or timestamp of one of the usual shapes.
func Parse(text string, order Order) (Value, error) {
	s := scanner{strings.TrimSpace(text)}
	v, err := s.date(order)
	if err != nil {
		return Value{}, err
	}
	if err := s.clock(&v); err != nil {
		return Value{}, err
	}
	if err := v.check(); err != nil {
		return Value{}, err
	}
	return v, nil
}

// Date reads a date of one of the usual shapes, day first.
func Date(text string) (time.Time, error) {
	v, err := Parse(text, DayFirst)
	if err != nil {
		return time.Time{}, err
	}
	return v.Date(), nil
}

// Timestamp reads an instant of one of the usual shapes; a text without a
// zone is a wall-clock time of local.
func Timestamp(text string, local *time.Location) (time.Time, error) {
	v, err := Parse(text, DayFirst)
	if err != nil {
		return time.Time{}, err
	}
	return v.Instant(local), nil
}

// date takes the date part, the first digits telling which shape it is.
func (s *scanner) date(order Order) (Value, error) {
	switch s.run() {
	case 8:
		year, _ := s.digits(4, 4)
		month, _ := s.digits(2, 2)
		day, _ := s.digits(2, 2)
		return Value{Year: year, Month: month, Day: day}, nil
	case 14: // yyyymmddHHMMSS
		v := Value{HasTime: true}
		v.Year, _ = s.digits(4, 4)
		v.Month, _ = s.digits(2, 2)
		v.Day, _ = s.digits(2, 2)
		v.Hour, _ = s.digits(2, 2)
		v.Minute, _ = s.digits(2, 2)
		v.Second, _ = s.digits(2, 2)
		return v, nil
	case 4:
		return s.yearFirst()
	case 1, 2:
		return s.yearLast(order)
	case 0:
		return s.monthNameFirst()
	}
	return Value{}, ErrUnknown
}

func (s *scanner) separator() (byte, bool) {
	for _, c := range []byte{'-', '.', '/'} {
		if s.byte(c) {
			return c, true
		}
	}
	return 0, false
}

func (s *scanner) yearFirst() (Value, error) {
	var v Value
	v.Year, _ = s.digits(4, 4)
	sep, ok := s.separator()
	if !ok {
		return v, ErrUnknown
	}
	if v.Month, ok = s.digits(1, 2); !ok || !s.byte(sep) {
		return v, ErrUnknown
	}
	if v.Day, ok = s.digits(1, 2); !ok {
		return v, ErrUnknown
	}
	return v, nil
}

// yearLast takes dd.mm.yyyy, dd/mm/yyyy or mm/dd/yyyy, and "5 marca 2024 r.".
func (s *scanner) yearLast(order Order) (Value, error) {
	var v Value
	first, _ := s.digits(1, 2)
	sep, ok := s.separator()
	if !ok || s.run() == 0 {
		return s.dayAndMonthName(first)
	}
	second, ok := s.digits(1, 2)
	if !ok || !s.byte(sep) {
		return v, ErrUnknown
	}
	if v.Year, ok = s.digits(4, 4); !ok {
		return v, ErrUnknown
	}
	v.Day, v.Month = first, second
	if order == MonthFirst {
		v.Month, v.Day = first, second
	}
	v.Ambiguous = sep == '/' && first <= 12 && second <= 12 && first != second
	if order == MonthFirst {
		v.Ambiguous = false // it was declared
	}
	s.yearWord()
	return v, nil
}

func (s *scanner) dayAndMonthName(day int) (Value, error) {
	s.spaces()
	month, ok := s.monthName()
	if !ok {
		return Value{}, ErrUnknown
	}
	year, ok := s.digits(4, 4)
	if !ok {
		return Value{}, ErrUnknown
	}
	s.yearWord()
	return Value{Year: year, Month: month, Day: day}, nil
}

// monthNameFirst takes "March 5, 2024".
func (s *scanner) monthNameFirst() (Value, error) {
	month, ok := s.monthName()
	if !ok {
		return Value{}, ErrUnknown
	}
	day, ok := s.digits(1, 2)
	if !ok || s.run() > 0 {
		return Value{}, ErrUnknown
	}
	s.byte(',')
	s.spaces()
	year, ok := s.digits(4, 4)
	if !ok {
		return Value{}, ErrUnknown
	}
	return Value{Year: year, Month: month, Day: day}, nil
}

// yearWord drops the "r." (year) that Polish dates end with.
func (s *scanner) yearWord() {
	trimmed := strings.TrimLeft(s.rest, " ")
	if strings.HasPrefix(trimmed, "r.") || trimmed == "r" {
		s.rest = strings.TrimPrefix(trimmed[1:], ".")
	}
}
