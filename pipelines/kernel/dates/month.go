package dates

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Month reads a month without a day, or the month of a whole date, and gives
// "yyyy-mm". Shapes: 2024-03, 202403, 03.2024, 03/2024, "marzec 2024".
func Month(text string) (string, error) {
	s := scanner{rest: strings.TrimSpace(text)}
	v, ok := s.month()
	if !ok {
		full, err := Parse(text, DayFirst)
		if err != nil {
			return "", err
		}
		v = full
	}
	if err := v.check(); err != nil {
		return "", err
	}
	return fmt.Sprintf("%04d-%02d", v.Year, v.Month), nil
}

// month takes a month and nothing more.
func (s *scanner) month() (Value, bool) {
	v := Value{Day: 1, MonthOnly: true}
	ok := false
	switch s.run() {
	case 6:
		v.Year, _ = s.digits(4, 4)
		v.Month, ok = s.digits(2, 2)
	case 4:
		v.Year, _ = s.digits(4, 4)
		if _, ok = s.separator(); ok {
			v.Month, ok = s.digits(1, 2)
		}
	case 1, 2:
		v.Month, _ = s.digits(1, 2)
		if _, ok = s.separator(); ok {
			v.Year, ok = s.digits(4, 4)
		}
	case 0:
		if v.Month, ok = s.monthName(); ok {
			v.Year, ok = s.digits(4, 4)
		}
	}
	s.yearWord()
	return v, ok && s.rest == ""
}

// monthName takes a Polish, English or German name of a month, whole, in the
// genitive or cut to three or four letters, or a Roman number, and the blanks, points or hyphens after it.
func (s *scanner) monthName() (int, bool) {
	end := 0
	for end < len(s.rest) {
		r, size := utf8.DecodeRuneInString(s.rest[end:])
		if !unicode.IsLetter(r) {
			break
		}
		end += size
	}
	month := monthByName(strings.ToLower(s.rest[:end]))
	if month == 0 {
		return 0, false
	}
	s.rest = strings.TrimLeft(s.rest[end:], " .-/,")
	return month, true
}

func monthByName(word string) int {
	switch word {
	case "styczeń", "stycznia", "styczen", "sty", "january", "jan", "januar", "jänner", "i":
		return 1
	case "luty", "lutego", "lut", "february", "feb", "februar", "ii":
		return 2
	case "marzec", "marca", "mar", "march", "märz", "maerz", "iii":
		return 3
	case "kwiecień", "kwietnia", "kwiecien", "kwi", "kwie", "april", "apr", "iv":
		return 4
	case "maj", "maja", "may", "mai", "v":
		return 5
	case "czerwiec", "czerwca", "cze", "czer", "june", "jun", "juni", "vi":
		return 6
	case "lipiec", "lipca", "lip", "july", "jul", "juli", "vii":
		return 7
	case "sierpień", "sierpnia", "sierpien", "sie", "sier", "august", "aug", "viii":
		return 8
	case "wrzesień", "września", "wrzesien", "wrzesnia", "wrz", "wrze", "september", "sept", "sep", "ix":
		return 9
	case "październik", "października", "pazdziernik", "pazdziernika", "paź", "paz", "paźd", "october", "oct", "oktober", "okt", "x":
		return 10
	case "listopad", "listopada", "lis", "list", "november", "nov", "xi":
		return 11
	case "grudzień", "grudnia", "grudzien", "gru", "grud", "december", "dec", "dezember", "dez", "xii":
		return 12
	}
	return 0
}
