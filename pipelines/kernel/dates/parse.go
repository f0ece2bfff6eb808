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
	s := scanner{rest: strings.TrimSpace(text)}
	return s.parse(order)
}

func (s *scanner) parse(order Order) (Value, error) {
	s.weekday()
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
		s.form = "yyyymmdd"
		year, _ := s.digits(4, 4)
		month, _ := s.digits(2, 2)
		day, _ := s.digits(2, 2)
		return Value{Year: year, Month: month, Day: day}, nil
	case 14: // yyyymmddHHMMSS
		s.form = "yyyymmddHHMMSS"
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
	if !ok && s.byte(' ') || ok && s.run() == 0 {
		return s.monthNameAndDay(v.Year)
	}
	if !ok {
		return v, ErrUnknown
	}
	if v.Month, ok = s.digits(1, 2); !ok || !s.byte(sep) {
		return v, ErrUnknown
	}
	if v.Day, ok = s.digits(1, 2); !ok {
		return v, ErrUnknown
	}
	s.form = "yyyy" + string(sep) + "mm" + string(sep) + "dd"
	return v, nil
}

// monthNameAndDay takes what follows the year in "1980 maja 3" and "1980-May-03".
func (s *scanner) monthNameAndDay(year int) (Value, error) {
	month, ok := s.monthName()
	if !ok {
		return Value{}, ErrUnknown
	}
	day, ok := s.digits(1, 2)
	if !ok {
		return Value{}, ErrUnknown
	}
	s.form = "yyyy mmm dd"
	return Value{Year: year, Month: month, Day: day}, nil
}

// yearLast takes dd.mm.yyyy, dd/mm/yyyy or mm/dd/yyyy, and "5 marca 2024 r.".
func (s *scanner) yearLast(order Order) (Value, error) {
	var v Value
	first, _ := s.digits(1, 2)
	sep, ok := s.separator()
	s.byte(' ') // 3. 5. 1980
	if !ok || s.run() == 0 {
		return s.dayAndMonthName(first)
	}
	second, ok := s.digits(1, 2)
	if !ok || !s.byte(sep) {
		return v, ErrUnknown
	}
	s.byte(' ')
	if v.Year, ok = s.digits(4, 4); !ok {
		return v, ErrUnknown
	}
	v.Day, v.Month = first, second
	s.form = "dd" + string(sep) + "mm" + string(sep) + "yyyy"
	if order == MonthFirst {
		v.Month, v.Day = first, second
		s.form = "mm" + string(sep) + "dd" + string(sep) + "yyyy"
	}
	v.Ambiguous = sep == '/' && first <= 12 && second <= 12 && first != second
	if order == MonthFirst {
		v.Ambiguous = false // it was declared
	}
	s.yearWord()
	return v, nil
}

// dayAndMonthName takes what follows the day in "3 maja 1980", "3rd of May 1980",
// "3-go maja 1980" and "3.V.1980".
func (s *scanner) dayAndMonthName(day int) (Value, error) {
	s.ordinal()
	month, ok := s.monthName()
	if !ok {
		return Value{}, ErrUnknown
	}
	year, ok := s.digits(4, 4)
	if !ok {
		return Value{}, ErrUnknown
	}
	s.form = "dd mmm yyyy"
	s.yearWord()
	return Value{Year: year, Month: month, Day: day}, nil
}

// monthNameFirst takes "March 5, 2024" and "March 5th 2024".
func (s *scanner) monthNameFirst() (Value, error) {
	month, ok := s.monthName()
	if !ok {
		return Value{}, ErrUnknown
	}
	day, ok := s.digits(1, 2)
	if !ok || s.run() > 0 {
		return Value{}, ErrUnknown
	}
	s.ordinal()
	s.byte(',')
	s.spaces()
	year, ok := s.digits(4, 4)
	if !ok {
		return Value{}, ErrUnknown
	}
	s.form = "mmm dd, yyyy"
	return Value{Year: year, Month: month, Day: day}, nil
}

// ordinal drops the ending of a day and the "of" behind it: 3rd of, 3-go, 3-ci, 3.
func (s *scanner) ordinal() {
	for _, ending := range []string{"st", "nd", "rd", "th", "-go", "-ego", "-ci", "-y", "-szy", "-gi", "go ", "ego ", "-", "."} {
		if len(s.rest) > len(ending) && strings.EqualFold(s.rest[:len(ending)], ending) {
			s.rest = s.rest[len(ending):]
			break
		}
	}
	s.spaces()
	s.word("of ", "dnia ")
}

// yearWord drops the word for year that Polish dates end with: r., r, rok, roku.
func (s *scanner) yearWord() {
	trimmed := strings.TrimLeft(s.rest, " ")
	for _, word := range []string{"roku", "rok", "r.", "r"} {
		rest, found := strings.CutPrefix(trimmed, word)
		if found && (rest == "" || rest[0] == ' ' || rest[0] == ',') {
			s.rest = rest
			return
		}
	}
}

// weekday drops the day of the week in front of a date.
func (s *scanner) weekday() {
	at := strings.IndexAny(s.rest, " ,.")
	if at < 2 || !weekday(strings.ToLower(s.rest[:at])) {
		return
	}
	s.rest = strings.TrimLeft(s.rest[at:], " ,.")
}

func weekday(word string) bool {
	switch word {
	case "poniedziałek", "poniedzialek", "wtorek", "środa", "sroda", "czwartek", "piątek", "piatek", "sobota", "niedziela",
		"pon", "pn", "wt", "śr", "sr", "czw", "cz", "pt", "sob", "sb", "niedz", "nd",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
		"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag":
		return true
	}
	return false
}
