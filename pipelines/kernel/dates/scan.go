package dates

import "strings"

// scanner eats a text from the left; every method consumes what it accepts
// and nothing otherwise.
type scanner struct {
	rest string
	form string // the shape that was found, in the words of Layout
}

// digits takes between min and max decimal digits.
func (s *scanner) digits(min, max int) (n int, ok bool) {
	i := 0
	for i < len(s.rest) && i < max && s.rest[i] >= '0' && s.rest[i] <= '9' {
		n = n*10 + int(s.rest[i]-'0')
		i++
	}
	if i < min {
		return 0, false
	}
	s.rest = s.rest[i:]
	return n, true
}

func (s *scanner) byte(c byte) bool {
	if len(s.rest) == 0 || s.rest[0] != c {
		return false
	}
	s.rest = s.rest[1:]
	return true
}

func (s *scanner) spaces() {
	for s.byte(' ') {
	}
}

// run counts the leading digits without taking them.
func (s *scanner) run() int {
	i := 0
	for i < len(s.rest) && s.rest[i] >= '0' && s.rest[i] <= '9' {
		i++
	}
	return i
}

// clock takes an optional time of day with an optional zone and must reach
// the end: "T05:48:24+01:00", " 12:30", ", godz. 5:48 PM", "" and the like.
func (s *scanner) clock(v *Value) error {
	if s.rest == "" {
		return nil
	}
	if !s.byte('T') && !s.byte(' ') && !s.byte(',') {
		return ErrUnknown
	}
	s.spaces()
	if s.rest == "" {
		return nil
	}
	s.word("o ", "godz.", "godz", "at ", "um ", "- ")
	var ok bool
	if v.Hour, ok = s.digits(1, 2); !ok || !s.byte(':') {
		return ErrUnknown
	}
	if v.Minute, ok = s.digits(2, 2); !ok {
		return ErrUnknown
	}
	if s.byte(':') {
		if v.Second, ok = s.digits(2, 2); !ok {
			return ErrUnknown
		}
		s.fraction(v)
	}
	v.HasTime = true
	s.spaces()
	if err := s.halfDay(v); err != nil {
		return err
	}
	s.word("Uhr", "h")
	if err := s.zone(v); err != nil {
		return err
	}
	if s.rest != "" {
		return ErrUnknown
	}
	return nil
}

// word takes words that may stand in front of a time, each at most once.
func (s *scanner) word(words ...string) {
	for _, w := range words {
		if len(s.rest) >= len(w) && strings.EqualFold(s.rest[:len(w)], w) {
			s.rest = strings.TrimLeft(s.rest[len(w):], " ")
		}
	}
}

// halfDay takes AM or PM behind a time of at most twelve hours.
func (s *scanner) halfDay(v *Value) error {
	half := strings.ToLower(strings.ReplaceAll(s.rest[:min(4, len(s.rest))], ".", ""))
	pm := strings.HasPrefix(half, "pm")
	if !pm && !strings.HasPrefix(half, "am") {
		return nil
	}
	if v.Hour < 1 || v.Hour > 12 {
		return ErrImpossible
	}
	size := 2
	if strings.HasPrefix(s.rest[1:], ".") {
		size = min(4, len(s.rest))
	}
	s.rest = strings.TrimLeft(s.rest[size:], " ")
	v.Hour %= 12
	if pm {
		v.Hour += 12
	}
	return nil
}

// fraction takes ".123456" or ",123456" up to nanoseconds.
func (s *scanner) fraction(v *Value) {
	if !s.byte('.') && !s.byte(',') {
		return
	}
	for scale := 100_000_000; s.run() > 0; scale /= 10 {
		d, _ := s.digits(1, 1)
		v.Nano += d * scale
	}
}

// zone takes Z, UTC, +01:00, +0100 or +01; nothing is fine as well.
func (s *scanner) zone(v *Value) error {
	switch {
	case s.rest == "":
		return nil
	case s.rest == "Z" || s.rest == "z" || s.rest == "UTC" || s.rest == "GMT":
		s.rest, v.HasZone = "", true
		return nil
	}
	sign := 1
	if s.byte('-') {
		sign = -1
	} else if !s.byte('+') {
		return ErrUnknown
	}
	hours, ok := s.digits(2, 2)
	if !ok {
		return ErrUnknown
	}
	s.byte(':')
	minutes := 0
	if s.rest != "" {
		if minutes, ok = s.digits(2, 2); !ok {
			return ErrUnknown
		}
	}
	if hours > 14 || minutes > 59 {
		return ErrImpossible
	}
	v.HasZone, v.Offset = true, sign*(hours*3600+minutes*60)
	return nil
}
