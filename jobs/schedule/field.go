package schedule

import (
	"fmt"
	"strings"
)

// field describes one of the five: its values and the names some of them have.
type field struct {
	name      string
	low, high int
	names     []string // names[0] is the value low
}

func fields() [5]field {
	return [5]field{
		{name: "minute", low: 0, high: 59},
		{name: "hour", low: 0, high: 23},
		{name: "day of month", low: 1, high: 31},
		{name: "month", low: 1, high: 12, names: []string{
			"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}},
		{name: "day of week", low: 0, high: 7, names: []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}},
	}
}

// fieldParser reads one field:
//
//	field = part { "," part }
//	part  = ( "*" | value [ "-" value ] ) [ "/" step ] | special
//
// special.go has what only days know.
type fieldParser struct {
	field
	cron    string
	word    word
	special *days
}

func (p fieldParser) parse() (set, error) {
	var all set
	at := p.word.at
	for _, part := range strings.Split(p.word.text, ",") {
		w := word{part, at}
		taken, err := p.days(w)
		if err != nil {
			return 0, err
		}
		if !taken {
			s, err := p.part(w)
			if err != nil {
				return 0, err
			}
			all |= s
		}
		at += len(part) + 1
	}
	return all, nil
}

func (p fieldParser) part(w word) (set, error) {
	if w.text == "" {
		return 0, p.fail(w, "an empty place in a list", "remove the comma")
	}
	span, step, stepped := strings.Cut(w.text, "/")
	low, high, err := p.span(word{span, w.at})
	if err != nil {
		return 0, err
	}
	by := 1
	if stepped {
		sw := word{step, w.at + len(span) + 1}
		if span != "*" && !strings.Contains(span, "-") {
			return 0, p.fail(w, "a step needs a range", fmt.Sprintf("write %s-%d/%s", span, p.lastOrdinary(), step))
		}
		if by, err = p.step(sw, low, high); err != nil {
			return 0, err
		}
	}
	var s set
	for v := low; v <= high; v += by {
		s |= 1 << uint(v)
	}
	return s, nil
}

// span reads *, a value or a range, as its first and last value.
func (p fieldParser) span(w word) (low, high int, err error) {
	if w.text == "*" {
		return p.low, p.lastOrdinary(), nil
	}
	from, to, isRange := strings.Cut(w.text, "-")
	if low, err = p.value(word{from, w.at}); err != nil {
		return 0, 0, err
	}
	if !isRange {
		return low, low, nil
	}
	if high, err = p.value(word{to, w.at + len(from) + 1}); err != nil {
		return 0, 0, err
	}
	if p.high == 7 && high == 0 && low > 0 { // fri-sun: at the end of a range Sunday is 7
		high = 7
	}
	if high < low {
		return 0, 0, p.fail(w, fmt.Sprintf("the range %s runs backwards", w.text),
			fmt.Sprintf("write %s-%d,%d-%s", from, p.lastOrdinary(), p.low, to))
	}
	return low, high, nil
}

func (p fieldParser) step(w word, low, high int) (int, error) {
	by, ok := number(w.text)
	switch {
	case !ok || by == 0:
		return 0, p.fail(w, fmt.Sprintf("%q is not a step", w.text), "write a number from 1")
	case by > high-low && by > 1:
		return 0, p.fail(w, fmt.Sprintf("a step of %d is longer than the range %d-%d of the field %s", by, low, high, p.name),
			"a step counts within its field only; list the values instead")
	}
	return by, nil
}

func (p fieldParser) value(w word) (int, error) {
	lower := strings.ToLower(w.text)
	for i, name := range p.names {
		if lower == name {
			return p.low + i, nil
		}
	}
	v, ok := number(w.text)
	switch {
	case ok && v >= p.low && v <= p.high:
		return v, nil
	case ok:
		return 0, p.fail(w, fmt.Sprintf("%s is no %s", w.text, p.name), fmt.Sprintf("write %d to %d", p.low, p.high))
	case w.text == "":
		return 0, p.fail(w, "a range needs both ends", "write it as 1-5")
	}
	return 0, p.refuse(w, lower)
}

// refuse explains what other dialects of cron allow and this one does not.
func (p fieldParser) refuse(w word, lower string) error {
	switch {
	case w.text == "?":
		return p.fail(w, "? is not known", "write *")
	case strings.HasSuffix(lower, "w") && len(lower) < 4:
		return p.fail(w, "W (the nearest working day) is not known", "write mon-fri in the day of week")
	case strings.ContainsAny(w.text, "*"):
		return p.fail(w, fmt.Sprintf("%q mixes * with something else", w.text), "write * alone, or a range with a step such as 0-30/5")
	}
	what := fmt.Sprintf("%q is no %s", w.text, p.name)
	if p.names != nil {
		return p.fail(w, what, fmt.Sprintf("write %d to %d or %s to %s", p.low, p.high, p.names[0], p.names[len(p.names)-1]))
	}
	return p.fail(w, what, fmt.Sprintf("write %d to %d", p.low, p.high))
}

// lastOrdinary is the last value of the field, Sunday's second name aside.
func (p fieldParser) lastOrdinary() int {
	if p.high == 7 {
		return 6
	}
	return p.high
}

func (p fieldParser) fail(w word, what, instead string) error {
	return &Error{Cron: p.cron, Offset: w.at, Length: len(w.text), What: what, Instead: instead}
}

// number reads one or two decimal digits; signs and blanks are not numbers.
func number(s string) (int, bool) {
	if len(s) == 0 || len(s) > 2 {
		return 0, false
	}
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0, false
		}
		n = n*10 + int(r-'0')
	}
	return n, true
}
