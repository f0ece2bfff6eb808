package dates

import (
	"fmt"
	"strings"
)

// Format is a compiled format of the YAML language; it is safe for use by
// several goroutines.
type Format struct {
	text  string
	parts []part
}

// part is one word of a format: what it fills, and how many digits it takes.
type part struct {
	kind     byte // y Y(two digits) m d H M S n(month name) z, or 0 for a literal
	min, max int
	literal  string
}

// Layout compiles format words: yyyy yy mm dd HH MM SS mmm Z and literals, for
// example "dd.mm.yyyy" or "yyyy-mm-dd HH:MM". yyyymm is a format of months.
// Upper-case YYYY and DD mean the same, and MM is the month when the format
// has no mm and no hour.
func Layout(format string) (*Format, error) {
	f := &Format{text: format}
	text := strings.NewReplacer("YYYY", "yyyy", "DD", "dd", "hh", "HH", "ss", "SS").Replace(format)
	if !strings.Contains(text, "mm") && !strings.Contains(text, "HH") {
		text = strings.ReplaceAll(text, "MM", "mm")
	}
	seen := map[byte]bool{}
	for text != "" {
		p, size := nextPart(text)
		if p.kind != 0 && seen[p.kind] {
			return nil, fmt.Errorf("date format %q names %s twice", format, text[:size])
		}
		seen[p.kind] = p.kind != 0
		f.parts = append(f.parts, p)
		text = text[size:]
	}
	if !seen['y'] && !seen['Y'] || !seen['m'] && !seen['n'] {
		return nil, fmt.Errorf("date format %q has no year or no month; write it with yyyy mm dd HH MM SS, for example dd.mm.yyyy", format)
	}
	if seen['M'] && !seen['H'] {
		return nil, fmt.Errorf("date format %q has minutes (MM) without hours (HH); the month is mm", format)
	}
	f.loosen()
	return f, nil
}

func nextPart(text string) (part, int) {
	words := []struct {
		word string
		kind byte
	}{{"yyyy", 'y'}, {"yy", 'Y'}, {"mmm", 'n'}, {"mm", 'm'}, {"dd", 'd'}, {"HH", 'H'}, {"MM", 'M'}, {"SS", 'S'}, {"Z", 'z'}}
	for _, w := range words {
		if strings.HasPrefix(text, w.word) {
			return part{kind: w.kind, min: len(w.word), max: len(w.word)}, len(w.word)
		}
	}
	return part{literal: text[:1]}, 1
}

// loosen lets a day, month or hour have one digit where the next word is a
// literal or nothing and the one before is so as well.
func (f *Format) loosen() {
	for i := range f.parts {
		p := &f.parts[i]
		if p.kind != 'd' && p.kind != 'm' && p.kind != 'H' {
			continue
		}
		before := i == 0 || f.parts[i-1].literal != ""
		after := i == len(f.parts)-1 || f.parts[i+1].literal != ""
		if before && after {
			p.min = 1
		}
	}
}

// String gives the format as it was written.
func (f *Format) String() string { return f.text }

// HasTime reports whether the format names a time of day.
func (f *Format) HasTime() bool { return f.has('H') }

// HasDay reports whether the format names a day of the month.
func (f *Format) HasDay() bool { return f.has('d') }

func (f *Format) has(kind byte) bool {
	for _, p := range f.parts {
		if p.kind == kind {
			return true
		}
	}
	return false
}

// Parse reads text of exactly this format. A format without a time of day
// lets one follow, as exports add 00:00:00 to dates.
func (f *Format) Parse(text string) (Value, error) {
	s := scanner{rest: strings.TrimSpace(text)}
	v := Value{Day: 1, MonthOnly: !f.has('d')}
	for _, p := range f.parts {
		if err := s.part(p, &v); err != nil {
			return Value{}, err
		}
	}
	if !f.HasTime() {
		if err := s.clock(&v); err != nil {
			return Value{}, err
		}
	} else {
		s.fraction(&v)
		v.HasTime = true
	}
	if s.rest != "" {
		return Value{}, ErrUnknown
	}
	if err := v.check(); err != nil {
		return Value{}, err
	}
	return v, nil
}

// part takes one word of a format into v.
func (s *scanner) part(p part, v *Value) error {
	var n int
	var ok bool
	switch p.kind {
	case 0:
		ok = s.byte(p.literal[0])
	case 'n':
		n, ok = s.monthOnlyName()
	case 'z':
		return s.zone(v)
	default:
		n, ok = s.digits(p.min, p.max)
	}
	if !ok {
		return ErrUnknown
	}
	switch p.kind {
	case 'y':
		v.Year = n
	case 'Y':
		v.Year = 1900 + n
		if n < 30 {
			v.Year = 2000 + n
		}
	case 'm', 'n':
		v.Month = n
	case 'd':
		v.Day = n
	case 'H':
		v.Hour = n
	case 'M':
		v.Minute = n
	case 'S':
		v.Second = n
	}
	return nil
}

// monthOnlyName takes a month's name and leaves what stands behind it, which
// the format names itself.
func (s *scanner) monthOnlyName() (int, bool) {
	before := s.rest
	n, ok := s.monthName()
	if ok {
		name := before[:len(before)-len(s.rest)]
		s.rest = before[len(strings.TrimRight(name, " .-/,")):]
	}
	return n, ok
}
