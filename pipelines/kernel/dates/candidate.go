package dates

import (
	"strconv"
	"strings"
	"time"
)

// candidates lists the ways to understand a text that has none of the usual shapes,
// the likeliest first; each is a day of the calendar.
func (o Options) candidates(text string) []candidate {
	var all []candidate
	add := func(v Value, form string, codes ...string) {
		if v.check() == nil {
			all = append(all, candidate{value: v, form: form, codes: codes})
		}
	}
	date, clock := cutClock(text)
	switch parts, sep := threeNumbers(date); {
	case parts != nil:
		o.numbers(parts, sep, add)
	case allDigits(date):
		o.digits(date, add)
	}
	o.namedMonth(date, add)
	if month, ok := short(date); ok && len(all) == 0 {
		all = append(all, month)
	}
	if len(all) == 0 {
		return serials(text)
	}
	for i := range all {
		if clock != "" && all[i].value.HasTime {
			return nil
		}
		s := scanner{rest: clock}
		if s.clock(&all[i].value) != nil || all[i].value.check() != nil && !all[i].short {
			return nil
		}
	}
	return all
}

// cutClock cuts a time of day off: everything from the first blank or T in front of a
// colon.
func cutClock(text string) (date, clock string) {
	colon := strings.IndexByte(text, ':')
	if colon < 0 {
		return strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "r.")), ""
	}
	at := strings.LastIndexAny(text[:colon], " T")
	if at < 0 {
		return text, ""
	}
	return strings.TrimRight(text[:at], " ,"), text[at:]
}

// threeNumbers splits d/m/yy and the like at one kind of separator.
func threeNumbers(text string) ([]string, string) {
	text = strings.TrimSuffix(strings.TrimSuffix(text, " r."), "r.")
	for _, sep := range []string{".", "/", "-", " ", ","} {
		parts := strings.Split(text, sep)
		if len(parts) != 3 {
			continue
		}
		for i, p := range parts {
			parts[i] = strings.TrimSpace(p)
			if !allDigits(parts[i]) || len(parts[i]) > 4 {
				return nil, ""
			}
		}
		return parts, sep
	}
	return nil, ""
}

// numbers reads three numbers: the order asked for, then the other one, then the year
// first. Four digits can only be the year.
func (o Options) numbers(parts []string, sep string, add func(Value, string, ...string)) {
	a, b, c := atoi(parts[0]), atoi(parts[1]), atoi(parts[2])
	form := func(names ...string) string { return strings.Join(names, sep) }
	var codes []string
	year, words := c, "yyyy"
	switch {
	case len(parts[2]) == 2:
		year, words, codes = o.year4(c), "yy", []string{CodeTwoDigit}
	case len(parts[0]) == 4 && len(parts[2]) <= 2:
		// Year first with a month that is none: the only other order is day before month.
		add(Value{Year: a, Month: c, Day: b}, form("yyyy", "dd", "mm"), CodeOnly)
		return
	case len(parts[2]) != 4:
		return
	}
	day, month := Value{Year: year, Month: b, Day: a}, Value{Year: year, Month: a, Day: b}
	dayForm, monthForm := form("dd", "mm", words), form("mm", "dd", words)
	if o.Order == MonthFirst {
		day, month, dayForm, monthForm = month, day, monthForm, dayForm
	}
	if day.check() == nil {
		add(day, dayForm, codes...)
		if !o.Known && sep != "." {
			add(month, monthForm, codes...)
		}
	} else {
		add(month, monthForm, append(codes, CodeOnly)...)
	}
	if len(parts[2]) == 2 && len(parts[0]) == 2 && (sep == "-" || day.check() != nil && month.check() != nil) {
		add(Value{Year: o.year4(a), Month: b, Day: c}, form("yy", "mm", "dd"), CodeTwoDigit)
	}
}

// digits reads dates without separators, day numbers of spreadsheets and Unix times.
func (o Options) digits(text string, add func(Value, string, ...string)) {
	n := func(from, to int) int { return atoi(text[from:to]) }
	switch len(text) {
	case 8: // not yyyymmdd, or Parse would have read it
		for _, v := range []candidate{
			{value: Value{Day: n(0, 2), Month: n(2, 4), Year: n(4, 8)}, form: "ddmmyyyy"},
			{value: Value{Month: n(0, 2), Day: n(2, 4), Year: n(4, 8)}, form: "mmddyyyy"},
		} {
			if likely(v.value.Year) {
				add(v.value, v.form, CodeCompact)
			}
		}
	case 6:
		add(Value{Year: o.year4(n(0, 2)), Month: n(2, 4), Day: n(4, 6)}, "yymmdd", CodeCompact, CodeTwoDigit)
		add(Value{Day: n(0, 2), Month: n(2, 4), Year: o.year4(n(4, 6))}, "ddmmyy", CodeCompact, CodeTwoDigit)
	}
}

// namedMonth reads "3 maja 80" and "May 3 '80": the year has two digits.
func (o Options) namedMonth(text string, add func(Value, string, ...string)) {
	at := strings.LastIndexAny(text, " -./'’")
	if at <= 0 {
		return
	}
	tail := strings.TrimLeft(text[at:], " -./'’")
	if len(tail) != 2 || !allDigits(tail) {
		return
	}
	s := scanner{rest: strings.TrimRight(text[:at], " -./'’,") + " " + strconv.Itoa(o.year4(atoi(tail)))}
	if v, err := s.parse(o.Order); err == nil && strings.Contains(s.form, "mmm") {
		add(v, strings.Replace(s.form, "yyyy", "yy", 1), CodeTwoDigit)
	}
}

// short reads a month or a year alone.
func short(text string) (candidate, bool) {
	s := scanner{rest: text}
	if v, ok := s.month(); ok && len(text) >= 6 && v.Month >= 1 && v.Month <= 12 && likely(v.Year) {
		return candidate{value: v, short: true}, true
	}
	year := strings.TrimSuffix(strings.TrimSpace(strings.TrimSuffix(text, "r.")), " rok")
	if len(year) == 4 && allDigits(year) && likely(atoi(year)) {
		return candidate{value: Value{Year: atoi(year), MonthOnly: true}, short: true}, true
	}
	return candidate{}, false
}

// serials reads a day number of a spreadsheet (1927 to 2064) and a Unix time.
func serials(text string) []candidate {
	number, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	whole, fraction, _ := strings.Cut(strings.Replace(text, ",", ".", 1), ".")
	if err != nil || !allDigits(whole) || fraction != "" && !allDigits(fraction) {
		return nil
	}
	switch {
	case len(whole) == 5 && number >= 10_000 && number < 60_000:
		return []candidate{{value: of(Serial(number), strings.Trim(fraction, "0") != ""), codes: []string{CodeSerial}}}
	case len(whole) == 10 && number < 4e9:
		return []candidate{{value: of(time.Unix(int64(number), 0).UTC(), true), codes: []string{CodeUnix}}}
	case len(whole) == 13 && number < 4e12:
		return []candidate{{value: of(time.UnixMilli(int64(number)).UTC(), true), codes: []string{CodeUnix}}}
	}
	return nil
}

// of takes an instant of UTC apart.
func of(t time.Time, clock bool) Value {
	v := Value{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
	if clock {
		v.Hour, v.Minute, v.Second, v.Nano, v.HasTime = t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), true
	}
	return v
}

// likely reports years in which customers are born and things happen.
func likely(year int) bool { return year >= 1850 && year <= 2100 }

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
