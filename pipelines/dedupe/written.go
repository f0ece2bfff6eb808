package dedupe

import (
	"strings"
	"time"

	"kartoteka/pipelines/kernel/dates"
	"kartoteka/pipelines/kernel/fold"
	"kartoteka/pipelines/kernel/linkage"
)

// Columns that hold a field as the source wrote it. Where cleansing could not
// take a value (a telephone number of no known plan, a day of birth in 1630),
// the text still tells two rows alike or apart. It never reaches a contact.
const (
	birthWritten = "birth_date_as_written"
	phoneWritten = "phone_as_written"
)

// asWritten fills the gaps that cleansing left.
func asWritten(in *rows, p *linkage.People) {
	p.Email = filledUp(p.Email, in.text["email"], fold.Lower)
	p.Phone = filledUp(p.Phone, in.text[phoneWritten], digits)
	written := in.text[birthWritten]
	if len(written.Values) < 2 {
		return
	}
	days := make([]int32, len(written.Values))
	for i, v := range written.Values {
		days[i] = writtenDay(v)
	}
	for row := range in.n {
		day := days[written.Codes[row]]
		if day == 0 || p.Birth != nil && p.Birth[row] != 0 {
			continue
		}
		if p.Birth == nil {
			p.Birth = make([]int32, in.n)
		}
		p.Birth[row] = day
	}
}

// filledUp takes the values of a second column for the gaps of the first.
func filledUp(c, second linkage.Column, f func(string) string) linkage.Column {
	if len(second.Values) < 2 {
		return c
	}
	gaps := !c.Present()
	for row := range c.Codes {
		gaps = gaps || c.Codes[row] == 0 && second.Codes[row] != 0
	}
	if !gaps {
		return c
	}
	more := second.Mapped(f)
	e := linkage.NewEncoder(len(second.Codes))
	for row := range uint32(len(second.Codes)) {
		if c.At(row) != 0 {
			e.Add(c.Text(row))
		} else {
			e.Add(more.Text(row))
		}
	}
	return e.Column()
}

// digits are those of a telephone number, none when it has fewer than six.
func digits(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			b.WriteByte(s[i])
		}
	}
	if b.Len() < 6 || strings.Trim(b.String(), b.String()[:1]) == "" {
		return ""
	}
	return b.String()
}

// writtenDay reads a day as yyyymmdd. Days that no calendar has, such as 30
// February, count as they are written; days that programs write when they know
// none do not.
func writtenDay(s string) int32 {
	v, err := dates.Parse(s, dates.DayFirst)
	if err != nil {
		if v, err = dates.Parse(s, dates.MonthFirst); err != nil {
			v = eightDigits(s)
		}
	}
	if v.Year < 1000 || v.Year > 2100 {
		return 0
	}
	if v.Year >= 1850 && dates.Placeholder(time.Date(v.Year, time.Month(v.Month), v.Day, 0, 0, 0, 0, time.UTC)) {
		return 0
	}
	return int32(v.Year*10000 + v.Month*100 + v.Day)
}

// eightDigits takes year, month and day of a number or of numbers with signs
// between them.
func eightDigits(s string) dates.Value {
	d := digits(s)
	if len(d) != 8 {
		return dates.Value{}
	}
	n := 0
	for i := 0; i < len(d); i++ {
		n = n*10 + int(d[i]-'0')
	}
	return dates.Value{Year: n / 10000, Month: n / 100 % 100, Day: n % 100}
}
