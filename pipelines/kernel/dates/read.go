package dates

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"kartoteka/pipelines/kernel/empty"
)

// Status says what a text in a date field is.
type Status string

// The states of a date field.
const (
	StatusOK          Status = "ok"
	StatusAmbiguous   Status = "ambiguous"   // two days are possible; the first reading is given
	StatusIncomplete  Status = "incomplete"  // a month or a year only
	StatusPlaceholder Status = "placeholder" // a word, or a day that means not known
	StatusImpossible  Status = "impossible"  // formed like a date, but no day of the calendar
	StatusInvalid     Status = "invalid"     // no date of a known form
	StatusMissing     Status = "missing"
)

// Codes tell how a text was understood; they are part of cleanse_codes.
const (
	CodeOrder    = "day_and_month_unsure" // 05/03/2024
	CodeOnly     = "only_possible_order"  // 05/13/2024 day first: there is no month 13
	CodeTwoDigit = "two_digit_year"
	CodeSerial   = "spreadsheet_day" // a day number of a spreadsheet
	CodeUnix     = "unix_time"       // seconds or milliseconds since 1970
	CodeCompact  = "without_separators"
	CodeEpoch    = "epoch_day" // 1970-01-01, the day that programs write for none
)

// Options say what is known of a column of dates. The zero value: day first in
// doubt, two-digit years up to 2029.
type Options struct {
	Order    Order
	Known    bool // Order was declared or shown by evidence: it leaves no doubt
	LastYear int  // the latest year of a two-digit year; 0: 2029
	Words    empty.Words
}

// Reading is what a text says.
type Reading struct {
	Value  Value // zero unless ok, ambiguous or incomplete
	Other  Value // the other possible day, when ambiguous
	Status Status
	Form   string // the shape, in the words of Layout; "" when it has none there
	Codes  []string
}

// candidate is one way to understand a text.
type candidate struct {
	value Value
	form  string
	codes []string
	short bool // no day was written
}

// Read reads a date in any shape that sources mix. It is for texts of which no format
// is declared: more is understood than by Parse, and what is unsure is said.
func Read(text string, o Options) Reading {
	text = strings.TrimSpace(strings.Trim(plain(text), "\"'"))
	if text == "" {
		return Reading{Status: StatusMissing}
	}
	if o.Words.Is(empty.Date, text) {
		return Reading{Status: StatusPlaceholder}
	}
	text = dropLabel(text)
	s := scanner{rest: text}
	v, err := s.parse(o.Order)
	if err == nil {
		return o.usual(v, s.form)
	}
	all := o.candidates(text)
	if len(all) == 0 {
		status := StatusInvalid
		if errors.Is(err, ErrImpossible) {
			status = StatusImpossible
		}
		return Reading{Status: status}
	}
	return o.choose(all)
}

// usual is the result of one of the usual shapes.
func (o Options) usual(v Value, form string) Reading {
	r := Reading{Value: v, Status: StatusOK, Form: form}
	if v.Ambiguous && !o.Known {
		r.Status, r.Codes, r.Other = StatusAmbiguous, []string{CodeOrder}, v
		r.Other.Day, r.Other.Month = v.Month, v.Day
	}
	return r.real()
}

// choose takes the first candidate; another day among the rest makes it ambiguous.
func (o Options) choose(all []candidate) Reading {
	first := all[0]
	r := Reading{Value: first.value, Status: StatusOK, Form: first.form, Codes: first.codes}
	if first.short {
		r.Status = StatusIncomplete
	}
	for _, c := range all[1:] {
		if c.value.Date() != first.value.Date() && !c.short && !first.short {
			r.Status, r.Other = StatusAmbiguous, c.value
			if !o.Known {
				r.Codes = append(r.Codes, CodeOrder)
			}
			break
		}
	}
	return r.real()
}

// real makes a placeholder of a day that means not known.
func (r Reading) real() Reading {
	if r.Status == StatusIncomplete {
		return r
	}
	if Placeholder(r.Value.Date()) {
		return Reading{Status: StatusPlaceholder, Form: r.Form}
	}
	if r.Value.Year == 1970 && r.Value.Month == 1 && r.Value.Day == 1 {
		return Reading{Status: StatusPlaceholder, Form: r.Form, Codes: []string{CodeEpoch}}
	}
	return r
}

// Day is the day as yyyy-mm-dd, a month as yyyy-mm, a year as yyyy.
func (r Reading) Day() string { return r.write(r.Value) }

// OtherDay is the other possible day.
func (r Reading) OtherDay() string { return r.write(r.Other) }

func (r Reading) write(v Value) string {
	switch {
	case v.Year == 0:
		return ""
	case v.Month == 0:
		return fmt.Sprintf("%04d", v.Year)
	case v.MonthOnly:
		return fmt.Sprintf("%04d-%02d", v.Year, v.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", v.Year, v.Month, v.Day)
}

// Time is the time of day that was written, with its zone: 05:48:24+01:00.
func (r Reading) Time() string {
	v := r.Value
	if !v.HasTime {
		return ""
	}
	text := fmt.Sprintf("%02d:%02d:%02d", v.Hour, v.Minute, v.Second)
	switch {
	case !v.HasZone:
	case v.Offset == 0:
		text += "Z"
	default:
		sign, offset := "+", v.Offset
		if offset < 0 {
			sign, offset = "-", -offset
		}
		text += fmt.Sprintf("%s%02d:%02d", sign, offset/3600, offset/60%60)
	}
	return text
}

// Precision is what was written: day, time, month or year; "" for no date.
func (r Reading) Precision() string {
	switch v := r.Value; {
	case v.Year == 0:
		return ""
	case v.Month == 0:
		return "year"
	case v.MonthOnly:
		return "month"
	case v.HasTime:
		return "time"
	}
	return "day"
}

// plain makes blanks of all kinds plain ones and drops what is invisible.
func plain(text string) string {
	for i := 0; i < len(text); i++ {
		if text[i] >= 0x80 || text[i] < ' ' {
			return strings.Map(func(r rune) rune {
				switch {
				case r == '\t' || r == '\n' || r == '\r' || r == 0xA0 || r == 0x2007 || r == 0x202F:
					return ' '
				case r >= 0x200B && r <= 0x200F || r == 0xFEFF:
					return -1
				case r == '–' || r == '‑' || r == '‐':
					return '-'
				}
				return r
			}, text)
		}
	}
	return text
}

// dropLabel drops words in front of a date: ur., dnia, z dnia, data:, born.
func dropLabel(text string) string {
	for range 2 {
		lower := strings.ToLower(text)
		for _, label := range []string{"data urodzenia", "data ur.", "data", "urodzony", "urodzona", "urodz.", "ur.", "z dnia", "dnia", "dn.", "born", "dob", "geb."} {
			if rest := text[min(len(label), len(text)):]; strings.HasPrefix(lower, label) && strings.TrimLeft(rest, " :") != rest {
				text = strings.TrimLeft(rest, " :")
				break
			}
		}
	}
	return text
}

// year4 widens a two-digit year into the hundred years that end with the last year.
func (o Options) year4(yy int) int {
	last := o.LastYear
	if last == 0 {
		last = 2029
	}
	year := last - last%100 + yy
	if year > last {
		year -= 100
	}
	return year
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}
